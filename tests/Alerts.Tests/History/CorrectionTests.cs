using Alerts.History;
using Alerts.Records;

namespace Alerts.Tests.History;

public sealed class CorrectionTests
{
    private readonly MemoryTables tables = new();

    private HistoryStore Store => new(tables);

    private async Task<List<Change>> Corrections()
    {
        var corrections = new List<Change>();
        await foreach (var correction in new AlertedHistory(tables).CorrectionsAsync(Say.Cik))
            corrections.Add(correction);
        return corrections;
    }

    private async Task RecordAndAlert(ParsedFiling filing, string alert) =>
        await new AlertedHistory(tables).MarkAsync(Say.Cik, alert, await Store.RecordAsync(filing, Say.Cik, default), default);

    [Fact]
    public async Task What_stands_as_it_was_told_needs_no_correction()
    {
        await RecordAndAlert(Say.Filing("2021-05-10", Say.Topline("2022-07-01..2022-09-30")), "a1");
        await RecordAndAlert(Say.Filing("2022-05-23", Say.Topline("2023-01-01..2023-04-30")), "a2");

        Assert.Empty(await Corrections());
    }

    [Fact]
    public async Task A_better_reading_of_the_same_sentence_corrects_the_alert_that_told_the_worse()
    {
        var filing = Say.Filing("2021-05-10", Say.Topline("2022-07-01..2022-09-30"));
        await RecordAndAlert(filing, "a1");
        await Store.RecordAsync(Say.Filing("2021-05-10", Say.Topline("2022-10-01..2022-12-31")), Say.Cik, default);

        var correction = Assert.Single(await Corrections());
        Assert.Equal((ChangeWord.Corrected, "a1"), (correction.Word, correction.Corrects));
        Assert.Equal("Corrected: \"MIRASOL top-line data: expected Q3 2022\" is \"MIRASOL top-line data: expected Q4 2022\"", correction.Summary);
        Assert.Equal(new DateOnly(2022, 9, 30), Assert.IsType<Milestone>(correction.Before).To);
        Assert.Equal(new DateOnly(2022, 12, 31), Assert.IsType<Milestone>(correction.After).To);
    }

    [Fact]
    public async Task An_alias_that_makes_news_old_corrects_the_alert()
    {
        var old = Say.Topline("2022-07-01..2022-09-30") with { Program = "IMGN853" };
        await RecordAndAlert(Say.Filing("2021-05-10", old), "a1");
        await RecordAndAlert(Say.Filing("2021-08-02", old with { Program = "mirvetuximab soravtansine" }), "a2");
        await Store.JoinNamesAsync(Say.Cik, ["IMGN853", "mirvetuximab soravtansine"], default);

        var correction = Assert.Single(await Corrections());
        Assert.Equal("a2", correction.Corrects);
        Assert.EndsWith("no longer stands", correction.Summary, StringComparison.Ordinal);
        Assert.Null(correction.After);
    }

    [Fact]
    public async Task An_older_filing_that_comes_late_corrects_what_was_told_without_it()
    {
        await RecordAndAlert(Say.Filing("2021-05-10", Say.Topline("2022-07-01..2022-09-30")), "a1");
        await Store.RecordAsync(Say.Filing("2021-02-12", Say.Topline("2022-04-01..2022-06-30")), Say.Cik, default);

        var correction = Assert.Single(await Corrections());
        Assert.Equal("Corrected: \"MIRASOL top-line data: expected Q3 2022\" is \"MIRASOL top-line data: Q2 2022 → Q3 2022 (delayed by about 1 quarter)\"", correction.Summary);
    }

    [Fact]
    public async Task A_lapse_that_an_older_filing_takes_back_is_corrected()
    {
        await Store.RecordAsync(Say.Filing("2024-11-12", Say.Topline("2024-10-01..2024-12-31")), Say.Cik, default);
        var lapsed = await Store.LapseAsync(Say.Cik, DateTimeOffset.Parse("2025-02-15T00:00:00Z"), default);
        await new AlertedHistory(tables).MarkAsync(Say.Cik, "a1", lapsed, default);
        Assert.Empty(await Corrections());
        await Store.RecordAsync(Say.Filing("2025-01-10", Say.Topline("2025-04-01..2025-06-30")), Say.Cik, default);

        Assert.Equal("Corrected: \"MIRASOL top-line data: Q4 2024 passed in silence\" no longer stands", Assert.Single(await Corrections()).Summary);
    }

    [Fact]
    public async Task The_first_alert_that_told_a_change_is_the_one_corrected()
    {
        var filing = Say.Filing("2021-05-10", Say.Topline("2022-07-01..2022-09-30"));
        await RecordAndAlert(filing, "a1");
        await RecordAndAlert(filing, "a2");
        await Store.RemoveAsync(Say.Cik, filing.Filing.Accession!, default);

        Assert.Equal("a1", Assert.Single(await Corrections()).Corrects);
    }
}
