using System.Runtime.CompilerServices;
using Alerts.Storage;

namespace Alerts.Tests.History;

/// <summary>A table store in memory under the rules of the real ones, for tests that need thousands of stores.</summary>
internal sealed class MemoryTables : ITableStore
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<(string Table, string Partition, string Row), TableRow> rows =
        new(Comparer<(string Table, string Partition, string Row)>.Create(Compare));

    private long version;

    /// <summary>Called before each write; may throw, to play a process that is killed.</summary>
    public Action BeforeWrite { get; set; } = () => { };

    /// <summary>Number of rows that were read.</summary>
    public long RowsRead { get; private set; }

    /// <summary>Number of rows that were written or deleted.</summary>
    public long RowsWritten { get; private set; }

    /// <summary>All rows as text, without ETags: what must not depend on the order of arrival.</summary>
    public string Dump()
    {
        lock (gate)
        {
            return string.Join('\n', rows.Select(row => row.Key + " " +
                string.Join(", ", row.Value.Values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}"))));
        }
    }

    public Task<bool> AddAsync(string table, TableRow row, CancellationToken cancellation) => SubmitAsync(table, row.Partition, [new(TableActionKind.Add, row)], cancellation);

    public Task UpsertAsync(string table, TableRow row, CancellationToken cancellation) => SubmitAsync(table, row.Partition, [new(TableActionKind.Upsert, row)], cancellation);

    public Task<bool> ReplaceAsync(string table, TableRow row, CancellationToken cancellation) => SubmitAsync(table, row.Partition, [new(TableActionKind.Replace, row)], cancellation);

    public Task DeleteAsync(string table, string partition, string row, CancellationToken cancellation) =>
        SubmitAsync(table, partition, [new(TableActionKind.Delete, new TableRow(partition, row, new Dictionary<string, object>()))], cancellation);

    public async Task<TableRow?> GetAsync(string table, string partition, string row, CancellationToken cancellation)
    {
        await StepAsync();
        TableRules.CheckKeys(partition, row);
        lock (gate)
        {
            RowsRead++;
            return rows.GetValueOrDefault((table, partition, row));
        }
    }

    public async IAsyncEnumerable<TableRow> QueryAsync(string table, string partition, string? from, string? to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await StepAsync();
        TableRules.CheckQuery(partition, from, to);
        List<TableRow> found;
        lock (gate)
        {
            found = [.. rows.Where(row => row.Key.Table == table && row.Key.Partition == partition
                && (from is null || string.CompareOrdinal(row.Key.Row, from) >= 0)
                && (to is null || string.CompareOrdinal(row.Key.Row, to) < 0)).Select(row => row.Value)];
        }

        foreach (var row in found)
        {
            RowsRead++;
            yield return row;
        }
    }

    public async Task<bool> SubmitAsync(string table, string partition, IReadOnlyList<TableAction> actions, CancellationToken cancellation)
    {
        await StepAsync();
        TableBatch.Check(partition, actions);
        lock (gate)
        {
            BeforeWrite();
            if (!actions.All(action => Holds(table, action)))
                return false;
            foreach (var action in actions)
                Apply(table, action);
            return true;
        }
    }

    // Where a scheduler of the test's own picks who goes on, each operation is a place to change over.
    private static async ValueTask StepAsync()
    {
        if (TaskScheduler.Current is RandomScheduler)
            await Task.Yield();
    }

    private bool Holds(string table, TableAction action)
    {
        var stored = rows.GetValueOrDefault((table, action.Row.Partition, action.Row.Row));
        return action.Kind switch
        {
            TableActionKind.Add => stored is null,
            TableActionKind.Replace => stored is not null && stored.ETag == action.Row.ETag,
            _ => true,
        };
    }

    private void Apply(string table, TableAction action)
    {
        RowsWritten++;
        var key = (table, action.Row.Partition, action.Row.Row);
        if (action.Kind == TableActionKind.Delete)
            rows.Remove(key);
        else
            rows[key] = action.Row with { ETag = (++version).ToString() };
    }

    private static int Compare((string Table, string Partition, string Row) a, (string Table, string Partition, string Row) b)
    {
        var order = string.CompareOrdinal(a.Table, b.Table);
        order = order != 0 ? order : string.CompareOrdinal(a.Partition, b.Partition);
        return order != 0 ? order : string.CompareOrdinal(a.Row, b.Row);
    }
}
