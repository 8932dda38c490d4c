using Alerts.History;
using Alerts.Records;

namespace Alerts.Tests.History;

/// <summary>Builds filings and statements in a few words.</summary>
internal static class Say
{
    public const string Cik = "0000855654";

    /// <summary>A filing accepted at noon in the East of a day.</summary>
    public static ParsedFiling Filing(string day, params Statement[] statements) => new()
    {
        Filing = new FilingFacts
        {
            Accession = $"0000855654-{day[2..4]}-{day[5..7]}{day[8..]}00",
            Form = "8-K",
            FiledAt = new DateTimeOffset(DateOnly.Parse(day).ToDateTime(new TimeOnly(12, 0)), TimeSpan.FromHours(-5)),
            EventDate = DateOnly.Parse(day),
        },
        DataPoints = [.. statements.Select(Placed).OfType<DataPoint>()],
        Guidance = [.. statements.Select(Placed).OfType<Guidance>()],
    };

    // The statements stand in the document in the order in which the test says them.
    private static Statement Placed(Statement statement, int place) => statement with { Start = 100 * place };

    /// <summary>The same filing as one of quarterly results.</summary>
    public static ParsedFiling Results(string day, params Statement[] statements)
    {
        var filing = Filing(day, statements);
        return filing with { Filing = filing.Filing with { Items = ["2.02", "9.01"] } };
    }

    /// <summary>MIRASOL's top line, with dates as "2022-07-01..2022-09-30".</summary>
    public static Milestone Topline(string? window, string? trial = "MIRASOL", MilestoneStatus status = MilestoneStatus.Planned) =>
        Milestone(MilestoneCode.ToplineData, window, status) with { Trial = trial };

    public static Milestone Milestone(MilestoneCode code, string? window, MilestoneStatus status = MilestoneStatus.Planned)
    {
        var days = window?.Split("..");
        return new Milestone
        {
            Code = code,
            Status = status,
            Program = "mirvetuximab soravtansine",
            From = days is null ? null : DateOnly.Parse(days[0]),
            To = days is null ? null : DateOnly.Parse(days[^1]),
            Quote = $"The company speaks of {code} and {window}.",
            Document = "EX-99.1",
            Start = 100,
        };
    }

    public static DataPoint Point(Measure measure, double? value, string unit = "%") => new()
    {
        Measure = measure,
        Value = value,
        Unit = unit,
        Program = "mirvetuximab soravtansine",
        Trial = "SORAYA",
        Quote = $"The {measure} was {value}.",
        Document = "EX-99.1",
        Start = 200,
    };

    public static FinancialGuidance Figure(FinancialMetric metric, double? low, double? high, string period = "FY2018", string unit = "USD") => new()
    {
        Metric = metric,
        Low = low,
        High = high,
        Unit = unit,
        Period = period,
        Quote = $"The company expects {metric} between {low} and {high}.",
        Document = "EX-99.1",
        Start = 300,
    };

    /// <summary>Records the filings one after the other in a store of its own and returns the whole history.</summary>
    public static async Task<IReadOnlyList<Change>> History(params ParsedFiling[] filings)
    {
        var store = new HistoryStore(new MemoryTables());
        foreach (var filing in filings)
            await store.RecordAsync(filing, Cik, default);
        return await All(store);
    }

    public static async Task<IReadOnlyList<Change>> All(HistoryStore store)
    {
        var changes = new List<Change>();
        await foreach (var change in store.ChangesAsync(Cik))
            changes.Add(change);
        return changes;
    }

    /// <summary>"2021-05-10 delayed": the day and the word of each change.</summary>
    public static string[] Words(IEnumerable<Change> changes) =>
        [.. changes.Select(change => $"{change.At:yyyy-MM-dd} {RecordCode.Of(change.Word)}")];
}
