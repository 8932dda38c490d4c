using Alerts.Records;

namespace Alerts.History;

/// <summary>A filing of quarterly results and the keys that it speaks of, under the names that it uses.</summary>
internal sealed record ResultsFiling(FilingRef Filing, IReadOnlyList<string> Keys);

/// <summary>The filings of quarterly results of a company, or those around one of them, in order.</summary>
internal sealed class ResultsCalendar
{
    /// <summary>Results further back are not looked at: they are not "the ones before".</summary>
    public const int ReachDays = 500;

    private readonly IReadOnlyList<(FilingRef Filing, IReadOnlySet<StatementKey> Keys)> filings;

    public ResultsCalendar(IEnumerable<ResultsFiling> filings, NameTable names) => this.filings =
        [.. filings.Select(f => (f.Filing, (IReadOnlySet<StatementKey>)f.Keys.Select(key => names.Canonical(StatementKey.Parse(key))).ToHashSet()))];

    /// <summary>The filings.</summary>
    public IEnumerable<FilingRef> Filings => filings.Select(f => f.Filing);

    /// <summary>Whether results were filed after this position.</summary>
    public bool HasAfter(Position position) => filings.Any(f => f.Filing.Position > position);

    /// <summary>The keys of the one or two filings of results before a position.</summary>
    public IEnumerable<StatementKey> KeysBefore(Position position) => Before(position).SelectMany(index => filings[index].Keys);

    /// <summary>Whether one of the two filings of results before this one speaks of the key: then silence about it may mean something.</summary>
    public bool CouldMiss(StatementKey key, Position position) => Before(position).Any(index => filings[index].Keys.Contains(key));

    /// <summary>What a filing's silence about a key would mean; null for a filing that holds no results.</summary>
    public ResultsContext? Context(StatementKey key, Position position)
    {
        var at = IndexOf(position);
        if (at < 0)
            return null;

        var before = Before(position);
        var now = filings[at].Keys;
        var repeats = before.Count > 0 && RepeatsNeighbours(key, filings[before[0]].Keys, now);
        return new ResultsContext(
            before.Count > 0 ? filings[before[0]].Filing.Position : null,
            before.Count > 1 ? filings[before[1]].Filing.Position : null,
            repeats,
            IsReplaced(key, now));
    }

    // Half of what stood beside the key in the last filing stands in this one too.
    private static bool RepeatsNeighbours(StatementKey key, IReadOnlySet<StatementKey> before, IReadOnlySet<StatementKey> now)
    {
        var neighbours = before.Where(other => other.Kind == key.Kind && other != key).ToList();
        var repeated = neighbours.Count(now.Contains);
        return repeated > 0 && 2 * repeated >= neighbours.Count;
    }

    // Growth and amount are two ways of guiding for one thing.
    private static bool IsReplaced(StatementKey key, IReadOnlySet<StatementKey> now)
    {
        var (revenue, growth) = (RecordCode.Of(FinancialMetric.Revenue), RecordCode.Of(FinancialMetric.RevenueGrowth));
        var twin = key.Code == revenue ? growth : key.Code == growth ? revenue : null;
        return key.Kind == ChangeKind.Financial && twin is not null && now.Contains(key with { Code = twin });
    }

    private int IndexOf(Position position)
    {
        for (var i = 0; i < filings.Count; i++)
        {
            if (filings[i].Filing.Position == position)
                return i;
        }

        return -1;
    }

    // The last one first.
    private List<int> Before(Position position)
    {
        var before = new List<int>(2);
        for (var i = filings.Count - 1; i >= 0 && before.Count < 2; i--)
        {
            var other = filings[i].Filing.Position;
            if (other < position && (position.At - other.At).TotalDays <= ReachDays)
                before.Add(i);
        }

        return before;
    }
}
