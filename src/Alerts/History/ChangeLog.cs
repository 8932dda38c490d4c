using System.Runtime.CompilerServices;
using Alerts.Records;
using Alerts.Storage;

namespace Alerts.History;

/// <summary>Reads a company's changes by their time, as many as are asked for and hardly more.</summary>
public sealed class ChangeLog(ITableStore tables)
{
    /// <summary>
    /// The changes in the order of their places, oldest first; read while they are asked for, so that who stops early reads little.
    /// </summary>
    /// <param name="cik">The company.</param>
    /// <param name="from">First moment, inclusive; null for the beginning.</param>
    /// <param name="to">Last moment, exclusive; null for the end.</param>
    /// <param name="after">Begin behind this place; null for the beginning.</param>
    /// <param name="program">Only this program, under any of its names; null for all.</param>
    /// <param name="cancellation">Stops between two reads.</param>
    public async IAsyncEnumerable<Change> ReadAsync(
        string cik, DateTimeOffset? from, DateTimeOffset? to, ChangePlace? after, string? program, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(cik);
        var all = Keys.Join("time", "");
        var start = from is { } first ? HistoryRows.TimeFrom(first) : all;
        if (after is not null && HistoryRows.TimeAfter(after) is var next && string.CompareOrdinal(next, start) > 0)
            start = next;
        var end = to is { } last ? HistoryRows.TimeFrom(last) : Keys.PrefixEnd(all);
        if (string.CompareOrdinal(start, end) >= 0)
            yield break;
        var (names, _) = await new HistoryLedger(tables, cik).NamesAsync(cancellation);
        var wanted = program is null ? null : names.CanonicalOf(program);
        await foreach (var row in tables.QueryAsync(HistoryRows.Table, cik, start, end, cancellation))
        {
            if (HistoryRows.IsCurrent(row, names) && (wanted is null || HistoryRows.ProgramOfTime(row.Row) == wanted))
                yield return HistoryRows.Read<Change>(row);
        }
    }
}
