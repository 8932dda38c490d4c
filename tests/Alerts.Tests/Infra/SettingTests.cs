using System.Text.Json;

namespace Alerts.Tests.Infra;

/// <summary>What the app reads, what the deployment sets and what the documents describe are the same settings.</summary>
public sealed class SettingTests
{
    // Read by the host, the identity library and Application Insights, not by our code.
    private static readonly string[] OfThePlatform =
        ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "APPLICATIONINSIGHTS_CONNECTION_STRING", "AzureWebJobsDisableHomepage", "AzureWebJobsStorage__credential"];

    // Flex Consumption refuses some of these and breaks on others.
    private static readonly string[] Forbidden =
        ["FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_EXTENSION_VERSION", "WEBSITE_RUN_FROM_PACKAGE", "WEBSITE_CONTENT", "SCM_DO_BUILD_DURING_DEPLOYMENT", "ENABLE_ORYX_BUILD"];

    private const string OneMachineOnly = "AzureWebJobsStorage";

    private static IReadOnlyList<string> InCode { get; } =
        Repository.All(Repository.Text("src/Alerts.Functions/Settings/SettingNames.cs"), "const string \\w+ = \"(\\w+)\";");

    private static IReadOnlyList<string> Deployed { get; } = Repository.All(SettingsOf("always") + SettingsOf("mail"), @"^  (\w+): ");

    [Fact]
    public void Every_setting_that_the_code_reads_is_deployed_and_the_reverse() =>
        Assert.Equal(Repository.Sorted(InCode.Except([OneMachineOnly]).Concat(OfThePlatform)), Repository.Sorted(Deployed));

    [Fact]
    public void Every_setting_is_described_and_nothing_else_is()
    {
        var described = Repository.All(Section("Settings"), @"^\| `(\w+)` \|");

        Assert.Equal(Repository.Sorted(InCode.Concat(OfThePlatform)), Repository.Sorted(described));
    }

    [Fact]
    public void Every_setting_name_is_used_in_the_code()
    {
        var sources = Repository.Sources("src/Alerts.Functions");
        var unused = Repository.All(Repository.Text("src/Alerts.Functions/Settings/SettingNames.cs"), "const string (\\w+) = ")
            .Where(name => !sources.Contains("SettingNames." + name, StringComparison.Ordinal));

        Assert.Empty(unused);
    }

    [Fact]
    public void Code_reads_settings_by_their_listed_names_only()
    {
        var sources = Repository.Sources("src/Alerts.Functions");

        Assert.DoesNotContain("GetEnvironmentVariable", sources, StringComparison.Ordinal);
        Assert.Empty(Repository.All(sources, @"(?:Required|Optional|Address|Number|Switch|Schedule)\((""\w+"")"));
    }

    [Fact]
    public void Settings_that_break_the_plan_are_not_deployed()
    {
        var all = string.Join('\n', Repository.Bicep.Select(Repository.Text));

        Assert.All(Forbidden, name => Assert.DoesNotContain(name, all, StringComparison.Ordinal));
        Assert.DoesNotContain(OneMachineOnly, Deployed);
    }

    [Fact]
    public void The_example_for_one_machine_names_settings_that_exist_and_leaves_no_required_one_out()
    {
        using var json = JsonDocument.Parse(Repository.Text("src/Alerts.Functions/local.settings.example.json"));
        var names = json.RootElement.GetProperty("Values").EnumerateObject().Select(value => value.Name).ToList();

        Assert.Empty(names.Except(InCode).Except(["FUNCTIONS_WORKER_RUNTIME"]));
        Assert.Empty(new[] { OneMachineOnly, "PollSchedule", "ReconcileSchedule", "LapseSchedule", "DigestSchedule", "SecUserAgent", "SenderAddress", "PublicUrl", "LinkSecret" }.Except(names));
    }

    private static string SettingsOf(string variable)
    {
        var text = Repository.Text("infra/modules/settings.bicep");
        var start = text.IndexOf($"var {variable} = ", StringComparison.Ordinal);
        return Repository.Block(text, text.IndexOf('{', start));
    }

    private static string Section(string title)
    {
        var text = Repository.Text("docs/azure.md");
        var start = text.IndexOf($"\n## {title}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"docs/azure.md has no section {title}");
        var end = text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return end < 0 ? text[start..] : text[start..end];
    }
}
