using System.Xml.Linq;
using Alerts.History;
using Alerts.Records;

namespace Alerts.Tests.History;

public sealed class TimelineTests
{
    private readonly MemoryTables tables = new();

    private async Task<Timeline> Read(string? program = null, string? trial = null)
    {
        var store = new HistoryStore(tables);
        await store.RecordAsync(Say.Filing("2021-02-12", Say.Topline("2021-07-01..2021-09-30", "SORAYA"), Say.Topline("2022-04-01..2022-06-30")), Say.Cik, default);
        await store.RecordAsync(Say.Filing("2021-05-10", Say.Topline("2021-10-01..2021-12-31", "SORAYA"), Say.Topline("2022-07-01..2022-09-30")), Say.Cik, default);
        await store.RecordAsync(Say.Filing("2021-08-02", Say.Topline("2021-10-01..2021-12-31", "SORAYA")), Say.Cik, default);
        await store.RecordAsync(Say.Filing("2021-11-30", Say.Topline("2021-11-30..2021-11-30", "SORAYA", MilestoneStatus.Achieved), Say.Point(Measure.Dor, 5.9, "months")), Say.Cik, default);
        await store.RecordAsync(Say.Filing("2022-03-29", Say.Point(Measure.Dor, 6.9, "months")), Say.Cik, default);
        await store.LapseAsync(Say.Cik, DateTimeOffset.Parse("2023-01-01T00:00:00Z"), default);
        return await new TimelineReader(tables).ReadAsync(Say.Cik, program, trial, default);
    }

    [Fact]
    public async Task A_milestone_is_a_line_of_all_that_was_said_of_it_reaffirmations_too()
    {
        var line = (await Read()).Lines.Single(line => line.Subject == "SORAYA top-line data");

        Assert.Equal(["Q3 2021 new", "Q4 2021 delayed", "Q4 2021 reaffirmed", "30 Nov 2021 achieved"],
            line.Entries.Select(entry => $"{entry.Says} {RecordCode.Of(entry.Word)}"));
        Assert.Equal(TimelineEnd.Achieved, line.End);
        Assert.Equal((1, Punctuality.Late, Punctuality.OnTime), (line.Course!.Slips, line.Course.AgainstFirst, line.Course.AgainstLatest));
    }

    [Fact]
    public async Task What_passed_in_silence_ends_as_lapsed()
    {
        var line = (await Read()).Lines.Single(line => line.Trial == "MIRASOL");

        Assert.Equal(TimelineEnd.Lapsed, line.End);
        Assert.Equal(ChangeWord.Lapsed, line.Entries[^1].Word);
        Assert.Null(line.Entries[^1].Statement);
    }

    [Fact]
    public async Task An_endpoint_is_a_line_of_its_values()
    {
        var line = (await Read()).Lines.Single(line => line.Kind == ChangeKind.Data);

        Assert.Equal(["5.9 months", "6.9 months"], line.Entries.Select(entry => entry.Says));
    }

    [Theory]
    [InlineData("IMGN853", null, 0)]
    [InlineData("Mirvetuximab Soravtansine", null, 3)]
    [InlineData(null, "the SORAYA trial", 2)]
    [InlineData("mirvetuximab soravtansine", "MIRASOL", 1)]
    public async Task A_timeline_can_be_of_one_program_or_trial(string? program, string? trial, int lines) =>
        Assert.Equal(lines, (await Read(program, trial)).Lines.Count);

    [Fact]
    public async Task A_program_is_found_under_any_of_its_names()
    {
        await new HistoryStore(tables).JoinNamesAsync(Say.Cik, ["mirvetuximab soravtansine", "IMGN853"], default);

        Assert.Equal(3, (await Read("IMGN853")).Lines.Count);
    }

    [Fact]
    public async Task The_slip_chart_draws_each_window_as_a_bar_and_what_was_achieved_as_a_diamond()
    {
        XNamespace svg = "http://www.w3.org/2000/svg";
        var chart = XDocument.Parse(SlipChart.Svg(await Read(), "Slips & <dates>"));

        var bars = chart.Descendants(svg + "rect").Where(rect => rect.Element(svg + "title") is not null).Select(rect => rect.Element(svg + "title")!.Value).ToList();
        Assert.Equal(5, bars.Count);
        Assert.Contains("MIRASOL top-line data: Q3 2022 (delayed, 10 May 2021)", bars);
        Assert.Equal("SORAYA top-line data: 30 Nov 2021 (achieved, 30 Nov 2021)", Assert.Single(chart.Descendants(svg + "path")).Value);
        Assert.Equal("Slips & <dates>", chart.Root!.Element(svg + "title")!.Value);
    }

    [Fact]
    public void The_slip_chart_of_nothing_says_so() =>
        Assert.Contains("No milestone with a date.", SlipChart.Svg(new Timeline(Say.Cik, []), "Empty"), StringComparison.Ordinal);
}
