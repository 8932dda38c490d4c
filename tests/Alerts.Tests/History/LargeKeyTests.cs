using Alerts.History;
using Alerts.Records;

namespace Alerts.Tests.History;

/// <summary>Keys whose changes do not fit one batch, and texts that do not fit a key or a property.</summary>
public sealed class LargeKeyTests
{
    private static readonly ParsedFiling[] Filings = [.. Enumerable.Range(0, 140).Select(number => Say.Filing(
        new DateOnly(2010, 1, 1).AddDays(20 * number).ToString("yyyy-MM-dd"),
        Say.Point(Measure.Orr, number + 0.5) with { Program = number % 2 == 0 ? "IMGN853" : "mirvetuximab soravtansine" }))];

    [Fact]
    public async Task Joining_two_names_moves_more_changes_than_a_batch_holds()
    {
        var (late, early) = (new MemoryTables(), new MemoryTables());
        await Record(late);
        await new HistoryStore(late).JoinNamesAsync(Say.Cik, ["IMGN853", "mirvetuximab soravtansine"], default);
        await new HistoryStore(early).JoinNamesAsync(Say.Cik, ["IMGN853", "mirvetuximab soravtansine"], default);
        await Record(early);

        Assert.Equal(140, (await Say.All(new HistoryStore(late))).Count);
        Assert.Equal(early.Dump(), late.Dump());
    }

    [Fact]
    public async Task A_process_killed_between_the_batches_is_made_good()
    {
        var whole = new MemoryTables();
        await Record(whole);
        await new HistoryStore(whole).JoinNamesAsync(Say.Cik, ["IMGN853", "mirvetuximab soravtansine"], default);

        for (var writes = 0; writes < 12; writes++)
        {
            var tables = new MemoryTables();
            await Record(tables);
            var left = writes;
            tables.BeforeWrite = () =>
            {
                if (left-- == 0)
                    throw new OperationCanceledException("killed");
            };
            var join = () => new HistoryStore(tables).JoinNamesAsync(Say.Cik, ["IMGN853", "mirvetuximab soravtansine"], default);
            await Xunit.Record.ExceptionAsync(join);
            tables.BeforeWrite = () => { };
            await join();

            Assert.Equal(whole.Dump(), tables.Dump());
        }
    }

    [Fact]
    public async Task Names_and_quotes_of_any_length_are_recorded_and_read_back()
    {
        var name = string.Concat(Enumerable.Repeat("αβγ-very-long ", 200));
        var milestone = Say.Topline("2022-07-01..2022-09-30", new string('T', 3000)) with { Program = name, Quote = new string('“', 70_000) + "🧬" };
        var adverse = Say.Point(Measure.Ae, 41) with { Program = name, Term = string.Join(' ', Enumerable.Range(0, 400).Select(i => "word" + i)) };
        var history = await Say.History(Say.Filing("2021-03-01", milestone, adverse), Say.Filing("2021-05-10", milestone with { To = new(2022, 12, 31) }, adverse));

        Assert.Equal(["2021-03-01 new", "2021-03-01 new", "2021-05-10 widened"], Say.Words(history));
        Assert.Equal(milestone.Quote, history[2].Quote);
    }

    [Theory]
    [InlineData(null, "2021-11-30", "releases/one.md")]
    [InlineData(null, null, "releases/two.txt")]
    [InlineData("not/an#accession?", null, null)]
    public async Task A_document_without_accession_or_time_has_a_place_of_its_own(string? accession, string? day, string? file)
    {
        var release = Say.Filing("2021-11-30", Say.Topline("2022-07-01..2022-09-30"));
        release = release with
        {
            File = file,
            Filing = release.Filing with { Accession = accession, FiledAt = null, EventDate = day is null ? null : DateOnly.Parse(day) },
        };
        var history = await Say.History(release, release);

        Assert.Equal(day is null ? "1900-01-01T05:00:00" : "2021-11-30T05:00:00", Assert.Single(history).At!.Value.ToString("s"));
    }

    [Fact]
    public async Task A_filing_that_comes_last_reads_no_more_rows_after_many_filings_than_after_few()
    {
        async Task<long> RowsRead(int earlier)
        {
            var tables = new MemoryTables();
            var store = new HistoryStore(tables);
            Statement[] statements = [Say.Topline("2022-07-01..2022-09-30"), Say.Point(Measure.Orr, 32.4), Say.Figure(FinancialMetric.Revenue, 60e6, 65e6)];
            for (var back = earlier; back > 0; back--)
                await store.RecordAsync(Say.Results(new DateOnly(2021, 3, 1).AddDays(-30 * back).ToString("yyyy-MM-dd"), statements), Say.Cik, default);
            var before = tables.RowsRead;
            await store.RecordAsync(Say.Results("2021-03-01", statements), Say.Cik, default);
            return tables.RowsRead - before;
        }

        Assert.Equal(await RowsRead(20), await RowsRead(250));
    }

    private static async Task Record(MemoryTables tables)
    {
        var store = new HistoryStore(tables);
        foreach (var filing in Filings)
            await store.RecordAsync(filing, Say.Cik, default);
    }
}
