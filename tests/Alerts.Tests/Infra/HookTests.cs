using System.Diagnostics;
using Alerts.Tests.Delivery;
using Alerts.Tests.Local.Storage;

namespace Alerts.Tests.Infra;

/// <summary>The deployment hooks, run for real with stand-ins for az and curl on the path.</summary>
public sealed class HookTests : IDisposable
{
    // Says what it was called with, then does what the test tells it to.
    private const string StandIn = """
        #!/bin/sh
        echo "$(basename "$0") $*" >> "$CALLS"
        case "$(basename "$0") $*" in
        ANSWERS
        *) ;;
        esac
        """;

    private const string Parsed = """{\n  "name": "selftest-1",\n  "isParsed": true,\n  "company": "IMMUNOGEN INC",\n  "isDelivered": true,\n  "dataPoints": 2,\n  "guidance": 3\n}\n""";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [ProgramFact("shellcheck")]
    public async Task Shellcheck_finds_nothing() =>
        Assert.Equal("", await Programs.RunAsync("shellcheck", ["--shell=sh", .. Directory.EnumerateFiles(Repository.PathOf("infra/hooks"), "*.sh").Order(StringComparer.Ordinal)]));

    [PosixFact]
    public async Task The_link_secret_is_made_once()
    {
        var made = await RunAsync("link-secret.sh", "'az keyvault secret list '*) echo 0 ;;");
        Assert.Equal((0, "The link secret was made.\n"), (made.Code, made.Output));
        var set = Assert.Single(made.Calls, call => call.Contains("secret set", StringComparison.Ordinal));
        Assert.Matches("--vault-name the-vault --name LinkSecret --value [0-9a-f]{64} ", set);

        var there = await RunAsync("link-secret.sh", "'az keyvault secret list '*) echo 1 ;;");
        Assert.Equal((0, "The link secret is there already.\n"), (there.Code, there.Output));
        Assert.DoesNotContain(there.Calls, call => call.Contains("secret set", StringComparison.Ordinal));
    }

    [PosixFact]
    public async Task A_vault_that_cannot_be_read_yet_is_asked_again_and_in_the_end_named()
    {
        var run = await RunAsync("link-secret.sh", "'az keyvault secret list '*) echo 'Forbidden by role' >&2; exit 1 ;;");

        Assert.NotEqual(0, run.Code);
        Assert.Equal(18, run.Calls.Count);
        Assert.Contains("The key vault the-vault cannot be read: Forbidden by role", run.Errors, StringComparison.Ordinal);
    }

    [PosixFact]
    public async Task A_hook_outside_of_azd_says_what_it_lacks()
    {
        var run = await RunAsync("events.sh", "", withEnvironment: false);

        Assert.NotEqual(0, run.Code);
        Assert.Contains("AZURE_RESOURCE_GROUP: is not set; run this through azd", run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Calls);
    }

    [PosixFact]
    public async Task The_app_is_subscribed_once_its_key_is_there_and_tested_then()
    {
        // No key the first two times; the subscription refused the first time.
        var run = await RunAsync("events.sh", $$"""
            *systemKeys*) n=$(grep -c systemKeys "$CALLS"); [ "$n" -lt 3 ] || echo the-key ;;
            'az deployment '*) n=$(grep -c 'az deployment' "$CALLS"); [ "$n" -ge 2 ] || { echo 'webhook validation failed' >&2; exit 1; } ;;
            *functionKeys*) echo function-key ;;
            *' https://app.example/health') printf '{\n  "isHealthy": false,\n  "problem": "EDGAR was asked last at noon, 31 minutes ago; expected at most 30."\n}\n' ;;
            *' --request POST '*) printf '{\n  "name": "selftest-1"\n}\n' ;;
            *selftest/selftest-1) n=$(grep -c 'selftest/selftest-1' "$CALLS"); if [ "$n" -ge 2 ]; then printf '{{Parsed}}'; else printf '{\n  "isParsed": false\n}\n'; fi ;;
            """);

        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.Code);
        Assert.Contains("The subscription was refused (1 of 5)", run.Output, StringComparison.Ordinal);
        Assert.Contains("The app is subscribed to the events of new filings.\n1. app: answers; it says: EDGAR was asked last at noon, 31 minutes ago; expected at most 30.\n2. archive: selftest-1 is in it\n3. event: arrived\n4. parser: IMMUNOGEN INC, 2 data points, 3 guidance\n5. queue: a message arrived, and was delivered to nobody\nThe self-test passed: https://app.example\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.Calls.Count(call => call.StartsWith("az deployment", StringComparison.Ordinal)));
        Assert.Contains(run.Calls, call => call.Contains("appName=the-app topicName=the-topic storageName=thestorage", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Calls, call => call.Contains("function-key", StringComparison.Ordinal));
    }

    [PosixFact]
    public async Task An_app_that_never_gets_its_key_is_named_with_the_way_to_its_log()
    {
        var run = await RunAsync("events.sh", "");

        Assert.NotEqual(0, run.Code);
        Assert.Contains("The app the-app has no key for events: it has not started.", run.Errors, StringComparison.Ordinal);
        Assert.Equal(40, run.Calls.Count(call => call.Contains("systemKeys", StringComparison.Ordinal)));
    }

    [PosixFact]
    public async Task A_subscription_that_is_always_refused_gives_the_reason()
    {
        var run = await RunAsync("events.sh", "*systemKeys*) echo the-key ;;\n'az deployment '*) echo 'the reason' >&2; exit 1 ;;");

        Assert.NotEqual(0, run.Code);
        Assert.Equal(5, run.Calls.Count(call => call.StartsWith("az deployment", StringComparison.Ordinal)));
        Assert.Contains("could not be subscribed to the events of new filings: the reason", run.Errors, StringComparison.Ordinal);
    }

    [PosixFact]
    public async Task A_self_test_ends_at_the_hop_that_fails()
    {
        const string App = "*functionKeys*) echo k ;;\n*/health) printf '{\\n  \"isHealthy\": true\\n}\\n' ;;\n";
        var silent = await RunAsync("selftest.sh", "*functionKeys*) echo k ;;");
        Assert.Equal((1, true), (silent.Code, silent.Errors.Contains("1. app: does not answer at https://app.example/health", StringComparison.Ordinal)));

        var refused = await RunAsync("selftest.sh", App);
        Assert.Equal((1, true), (refused.Code, refused.Errors.Contains("2. archive: the filing was not taken", StringComparison.Ordinal)));

        var lost = await RunAsync("selftest.sh", App + "*' --request POST '*) printf '{\\n  \"name\": \"selftest-1\"\\n}\\n' ;;\n*selftest/selftest-1) printf '{\\n  \"isParsed\": false\\n}\\n' ;;");
        Assert.Equal(1, lost.Code);
        Assert.Contains("3. event: none arrived, or the parser failed.", lost.Errors, StringComparison.Ordinal);
        Assert.Contains("A filing was archived and not parsed", Repository.Text("docs/azure.md"), StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Errors, IReadOnlyList<string> Calls)> RunAsync(string hook, string answers, bool withEnvironment = true)
    {
        var bin = Directory.CreateDirectory(folder[Guid.NewGuid().ToString("N")]).FullName;
        var source = folder[Guid.NewGuid().ToString("N")];
        await File.WriteAllTextAsync(source, StandIn.Replace("ANSWERS", answers, StringComparison.Ordinal).ReplaceLineEndings("\n"));
        // Not written from here: a process that another test starts meanwhile holds what this one has open, and a program that
        // somebody has open for writing cannot be started ("text file busy").
        await Programs.RunAsync("sh", ["-c", """cp "$0" "$1/az" && cp "$0" "$1/curl" && chmod +x "$1/az" "$1/curl" """, source, bin]);

        var calls = Path.Combine(bin, "calls");
        await File.WriteAllTextAsync(calls, "");
        var start = new ProcessStartInfo(Programs.Find("sh")!, [Repository.PathOf("infra/hooks/" + hook)]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = bin + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        start.Environment["CALLS"] = calls;
        foreach (var (name, value) in Names.Where(_ => withEnvironment))
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors, await File.ReadAllLinesAsync(calls));
    }

    private static Dictionary<string, string> Names { get; } = new()
    {
        ["ALERTS_HOOK_PAUSE"] = "0",
        ["AZURE_RESOURCE_GROUP"] = "the-group",
        ["FUNCTION_APP_NAME"] = "the-app",
        ["FUNCTION_APP_URL"] = "https://app.example",
        ["EVENT_TOPIC_NAME"] = "the-topic",
        ["STORAGE_ACCOUNT_NAME"] = "thestorage",
        ["KEY_VAULT_NAME"] = "the-vault",
    };
}

/// <summary>A test of scripts for posix shells; reports itself skipped elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PosixFactAttribute : FactAttribute
{
    /// <summary>Skips on Windows, and where there is no shell.</summary>
    public PosixFactAttribute()
    {
        if (OperatingSystem.IsWindows() || Programs.Find("sh") is null)
            Skip = "no posix shell";
    }
}
