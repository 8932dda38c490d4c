using System.Text.Json;
using System.Xml.Linq;
using Alerts.Local.Demo;
using Alerts.Tests.Local.Storage;

namespace Alerts.Tests.Local;

public sealed class CommandTests : IDisposable
{
    private static readonly string Samples = Path.Combine(Corpus.Root, "samples");
    private static readonly string Soraya = Path.Combine(Samples, "0000855654-21-900014.txt");
    private static readonly string Amendment = Path.Combine(Samples, "0000855654-21-900015.txt");

    private readonly TempFolder folder = new();

    private string Data => folder["data"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Parse_prints_a_line_for_each_file_in_the_order_given()
    {
        var result = await Cli.RunAsync("parse", Amendment, Soraya, Amendment);

        Assert.Equal((0, ""), (result.Exit, result.Error));
        Assert.Equal([Amendment, Soraya, Amendment], result.Lines.Select(line => Field(line, "file")));
        Assert.All(result.Lines, line => Assert.Equal("alerts.filing/1", Field(line, "schema")));
    }

    [Fact]
    public async Task Parse_reads_folders_in_the_order_of_their_names()
    {
        var result = await Cli.RunAsync("parse", Samples);

        var submissions = result.Lines.Select(line => Path.GetFileName(Field(line, "file"))).ToList();
        Assert.Equal(24, submissions.Count);
        Assert.Equal(submissions.Order(StringComparer.Ordinal), submissions);
    }

    [Fact]
    public async Task Parse_names_what_it_cannot_read_goes_on_and_fails()
    {
        var picture = folder["chart.png"];
        await File.WriteAllBytesAsync(picture, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0]);
        var missing = folder["missing.htm"];

        var result = await Cli.RunAsync("parse", picture, missing, Soraya);

        Assert.Equal(1, result.Exit);
        Assert.Equal(Soraya, Field(Assert.Single(result.Lines), "file"));
        Assert.Contains("chart.png: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("missing.htm", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingested_files_are_history_that_can_be_asked_and_ingesting_again_changes_nothing()
    {
        await Cli.RunAsync("ingest", "--data", Data, Soraya);
        var amended = await Cli.RunAsync("ingest", "--data", Data, Amendment, "--json");
        var changes = await Cli.RunAsync("changes", "--data", Data, "--json");
        await Cli.RunAsync("ingest", "--data", Data, Amendment, Soraya);
        var again = await Cli.RunAsync("changes", "--data", Data, "--json");

        Assert.Equal(0, amended.Exit);
        Assert.Equal(changes.Output, again.Output);
        var delay = Assert.Single(changes.Lines, line => Field(line, "change") == "revised");
        Assert.Equal(Amendment, Field(delay, "file"));
        Assert.False(Directory.Exists(Path.Combine(Data, "outbox")));
    }

    [Fact]
    public async Task Release_without_a_header_is_history_of_the_company_that_it_names()
    {
        var release = folder["release.txt"];
        await File.WriteAllTextAsync(release, "ImmunoGen, Inc. Reports Progress\n\nWALTHAM, Mass., August 4, 2022 -- ImmunoGen, Inc. (Nasdaq: IMGN) today said that top-line data from the MIRASOL trial are expected in early 2023.\n");
        await Cli.RunAsync("ingest", "--data", Data, Soraya);

        var result = await Cli.RunAsync("ingest", "--data", Data, release, "--json");

        Assert.Equal("0000855654", Field(Assert.Single(result.Lines), "company"));
    }

    [Fact]
    public async Task Changes_can_be_of_a_time_and_of_a_rule()
    {
        await Cli.RunAsync("ingest", "--data", Data, Soraya, Amendment);
        var rule = folder["rule.json"];
        await File.WriteAllTextAsync(rule, """{"codes": ["ORR"]}""");

        var none = await Cli.RunAsync("changes", "--data", Data, "--json", "--since", "2022-01-01");
        var some = await Cli.RunAsync("changes", "--data", Data, "--json", "--rule", rule);
        var told = await Cli.RunAsync("changes", "--data", Data, "--rule", rule, "--since", "2021-01-01");

        Assert.Empty(none.Lines);
        Assert.NotEmpty(some.Lines);
        Assert.All(some.Lines, line => Assert.Equal("ORR", Field(line, "measure")));
        Assert.Contains("would have alerted 1 times", told.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"codes\": [\"NONSENSE\"]", "NONSENSE")]
    [InlineData("\"minimum\": 3", "minimum")]
    [InlineData("\"codes\":", "rule.json")]
    public async Task Rule_that_cannot_be_is_refused_by_file_and_reason(string content, string named)
    {
        var rule = folder["rule.json"];
        await File.WriteAllTextAsync(rule, "{" + content + "}");

        var result = await Cli.RunAsync("changes", "--data", Data, "--rule", rule);

        Assert.Equal(1, result.Exit);
        Assert.Contains("rule.json", result.Error, StringComparison.Ordinal);
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_refuses_to_start_without_a_contact_and_says_how_to_set_it()
    {
        var result = await Cli.RunAsync("run", "--data", Data, "--once");

        Assert.Equal(1, result.Exit);
        Assert.Contains("--user-agent \"Company contact@example.com\"", result.Error, StringComparison.Ordinal);
        Assert.Contains("ALERTS_USER_AGENT", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run", "--once", "--user-agent", "nobody")]
    [InlineData("run", "--once", "--user-agent", "Tests tests@example.com", "--edgar", "elsewhere")]
    [InlineData("run", "--once", "--user-agent", "Tests tests@example.com", "--interval", "1")]
    [InlineData("subscribe")]
    [InlineData("subscribe", "--email", "nobody")]
    [InlineData("subscribe", "--email", "a@example.com", "--webhook", "https://example.com")]
    [InlineData("subscribe", "--webhook", "http://127.0.0.1/x")]
    [InlineData("subscribe", "--webhook", "https://example.com/x", "--secret", "short")]
    [InlineData("subscribe", "--email", "a@example.com", "--watch", "not a company")]
    [InlineData("subscribe", "--email", "a@example.com", "--digest", "hourly")]
    [InlineData("subscribe", "--webhook", "https://example.com/x", "--digest", "daily")]
    [InlineData("unsubscribe", "nobody@example.com")]
    [InlineData("watch", "not a company")]
    [InlineData("unwatch", "855654")]
    [InlineData("changes", "--company", "XYZ")]
    [InlineData("changes", "--since", "yesterday")]
    [InlineData("timeline")]
    [InlineData("alias", "one", "--company", "XYZ")]
    [InlineData("parse")]
    [InlineData("frobnicate")]
    public async Task Wrong_input_fails_with_a_message_and_no_stack_trace(params string[] arguments)
    {
        var result = await Cli.RunAsync(arguments is ["parse"] or ["frobnicate"] ? arguments : [.. arguments, "--data", Data]);

        Assert.Equal(1, result.Exit);
        Assert.NotEqual("", result.Error.Trim());
        Assert.DoesNotContain("   at ", result.Error + result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_reads_what_a_watched_company_filed_and_a_second_run_finds_nothing_new()
    {
        var clock = new DemoClock(new DateTimeOffset(2024, 3, 1, 0, 0, 0, TimeSpan.Zero));
        await using var edgar = await StandInEdgar.StartAsync(Samples, clock, CancellationToken.None);
        string[] how = ["--data", Data, "--user-agent", "Tests tests@example.com", "--edgar", edgar.BaseAddress.AbsoluteUri];

        var watch = await Cli.RunAsync(["watch", "IMGN", .. how]);
        var first = await Cli.RunAsync(["run", "--once", .. how]);
        var second = await Cli.RunAsync(["run", "--once", .. how]);

        Assert.Equal((0, 0, 0), (watch.Exit, first.Exit, second.Exit));
        Assert.Contains("24 new filings", first.Output, StringComparison.Ordinal);
        Assert.Contains("1 unchanged, 0 new filings", second.Output, StringComparison.Ordinal);
        Assert.Contains("24 expected, 24 processed, 0 missed", second.Output, StringComparison.Ordinal);
        var listed = await Cli.RunAsync("watchlist", "--data", Data, "--json");
        Assert.Equal("IMGN", Field(Assert.Single(listed.Lines), "ticker"));
    }

    [Fact]
    public async Task Subscribing_twice_is_one_subscriber_whose_secret_is_shown_once()
    {
        var first = await Cli.RunAsync("subscribe", "--webhook", "https://example.com/alerts", "--data", Data);
        var second = await Cli.RunAsync("subscribe", "--webhook", "https://example.com/alerts", "--watch", "IMGN", "--data", Data);
        var listed = await Cli.RunAsync("subscribers", "--data", Data, "--json");

        Assert.Contains("whsec_", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", second.Output + listed.Output, StringComparison.Ordinal);
        Assert.Contains("\"watchlist\":[\"IMGN\"]", Assert.Single(listed.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subscriber_by_e_mail_chooses_digests_and_changes_its_mind()
    {
        var weekly = await Cli.RunAsync("subscribe", "--email", "reader@example.com", "--digest", "weekly", "--data", Data);
        var shown = await Cli.RunAsync("subscribers", "--data", Data);
        await Cli.RunAsync("subscribe", "--email", "reader@example.com", "--data", Data);
        var listed = await Cli.RunAsync("subscribers", "--data", Data, "--json");

        Assert.Contains("by weekly digest", weekly.Output, StringComparison.Ordinal);
        Assert.Contains("weekly", shown.Output, StringComparison.Ordinal);
        Assert.Equal("immediate", Field(Assert.Single(listed.Lines), "cadence"));
    }

    [Fact]
    public async Task Who_unsubscribed_stays_listed_and_can_come_back()
    {
        await Cli.RunAsync("subscribe", "--email", "reader@example.com", "--data", Data);
        await Cli.RunAsync("unsubscribe", "reader@example.com", "--data", Data);
        var left = await Cli.RunAsync("subscribers", "--data", Data, "--json");
        await Cli.RunAsync("subscribe", "--email", "reader@example.com", "--data", Data);
        var back = await Cli.RunAsync("subscribers", "--data", Data, "--json");

        Assert.Equal("unsubscribed", Field(Assert.Single(left.Lines), "state"));
        Assert.Equal("confirmed", Field(Assert.Single(back.Lines), "state"));
    }

    [Fact]
    public async Task Timeline_is_a_table_JSON_or_a_chart()
    {
        await Cli.RunAsync("ingest", "--data", Data, Samples);
        var chart = folder["slips.svg"];

        var table = await Cli.RunAsync("timeline", "--data", Data);
        var json = await Cli.RunAsync("timeline", "--data", Data, "--json");
        var svg = await Cli.RunAsync("timeline", "--data", Data, "--svg", chart);

        Assert.Contains("Milestones", table.Output, StringComparison.Ordinal);
        Assert.NotEqual(0, JsonDocument.Parse(json.Output).RootElement.GetProperty("lines").GetArrayLength());
        Assert.Equal(0, svg.Exit);
        Assert.Equal("svg", XDocument.Load(chart).Root!.Name.LocalName);
    }

    [Fact]
    public async Task Names_that_the_operator_joins_are_one_program_until_they_are_parted()
    {
        await Cli.RunAsync("ingest", "--data", Data, Soraya);

        var joined = await Cli.RunAsync("alias", "pivekimab", "IMGN632", "--data", Data);
        var parted = await Cli.RunAsync("alias", "--part", "pivekimab", "IMGN632", "--data", Data);

        Assert.Contains("IMGN632", joined.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("IMGN632", parted.Output, StringComparison.OrdinalIgnoreCase);
    }

    [CorpusFact]
    public async Task Parse_reads_every_filing_of_the_corpus_or_says_why_not()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Corpus.Folder!, "filings"), "*", SearchOption.AllDirectories).ToList();

        var result = await Cli.RunAsync(["parse", .. files]);

        var errors = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(files.Count, result.Lines.Count + errors.Length);
        Assert.All(errors, error => Assert.Contains(": ", error, StringComparison.Ordinal));
    }

    private static string Field(string line, string name)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.TryGetProperty(name, out var value) ? value.GetString()! : "";
    }
}
