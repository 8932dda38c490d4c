using Alerts.History;
using Alerts.Local.Storage;
using Alerts.Records;
using Alerts.Tests.Local.Storage;

namespace Alerts.Tests.History;

/// <summary>History on the store of the local head, by several connections at once as several processes have them.</summary>
public sealed class SqliteHistoryTests
{
    [Fact]
    public async Task Recorded_by_four_at_once_history_is_that_of_one()
    {
        var filings = Enumerable.Range(0, 24).Select(Filing).ToList();
        var alone = new HistoryStore(new MemoryTables());
        foreach (var filing in filings)
            await alone.RecordAsync(filing, Say.Cik, default);

        using var folder = new TempFolder();
        using var first = LocalStorage.Open(folder.Path, TimeProvider.System);
        using var second = LocalStorage.Open(folder.Path, TimeProvider.System);
        Worker[] stores = [new(first), new(second), new(first), new(second)];
        await Task.WhenAll(stores.Select((store, worker) => Task.Run(async () =>
        {
            foreach (var filing in filings.Where((_, index) => index % stores.Length == worker))
                await store.History.RecordAsync(filing, Say.Cik, default);
        })));

        Assert.Equal(await Say.All(alone), await Say.All(stores[0].History));
    }

    private static ParsedFiling Filing(int number)
    {
        var day = new DateOnly(2021, 1, 4).AddDays(30 * number);
        var quarter = new DateOnly(2023, 1, 1).AddMonths(number / 3 * 3);
        var window = $"{quarter:yyyy-MM-dd}..{quarter.AddMonths(3).AddDays(-1):yyyy-MM-dd}";
        return Say.Results(
            day.ToString("yyyy-MM-dd"),
            Say.Topline(window),
            Say.Topline(window, "SORAYA"),
            Say.Milestone(MilestoneCode.Submission, window) with { What = "BLA" },
            Say.Point(Measure.Orr, 30 + (number / 5)),
            Say.Figure(FinancialMetric.Revenue, 1e6 * (50 + (number / 4)), 1e6 * 80, $"FY{day.Year}"));
    }

    private sealed record Worker(LocalStorage Storage)
    {
        public HistoryStore History { get; } = new(Storage.Tables);
    }
}
