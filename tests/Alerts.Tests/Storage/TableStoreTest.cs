using Alerts.Storage;

namespace Alerts.Tests.Storage;

/// <summary>What the tests of table stores share: a table of each test's own, and short ways to fill and read it.</summary>
public abstract class TableStoreTest
{
    /// <summary>No cancellation.</summary>
    protected static readonly CancellationToken None = CancellationToken.None;

    /// <summary>The store under test.</summary>
    protected abstract ITableStore Store { get; }

    /// <summary>This test's table.</summary>
    protected string Table { get; } = "T" + Guid.NewGuid().ToString("N");

    protected static TableRow Row(string key, long number) => new("p", key, new Dictionary<string, object> { ["number"] = number });

    protected static string Shown(TableRow row) => $"{row.Row} {row.Values["number"]} {row.ETag}";

    /// <summary>Starts as many at once, on as many threads as the pool has.</summary>
    protected static async Task<bool[]> AtOnceAsync(int count, Func<int, Task<bool>> work)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable.Range(0, count).Select(number => Task.Run(async () =>
        {
            await start.Task;
            return await work(number);
        })).ToList();
        start.SetResult();
        return await Task.WhenAll(all);
    }

    protected static async Task IsCancelledAsync(Func<Task> work) => await Assert.ThrowsAnyAsync<OperationCanceledException>(work);

    protected static async Task IsRefusedAsync(string named, Func<Task> work) =>
        Assert.Contains(named, (await Assert.ThrowsAsync<StorageRuleException>(work)).Message, StringComparison.Ordinal);

    protected async Task<long> NumberAsync(string key) => (long)(await Store.GetAsync(Table, "p", key, None))!.Values["number"];

    protected Task<bool> SubmitAsync(params (TableActionKind Kind, TableRow Row)[] actions) =>
        Store.SubmitAsync(Table, "p", [.. actions.Select(action => new TableAction(action.Kind, action.Row))], None);

    protected Task<List<TableRow>> QueryAsync(string partition = "p") => RowsAsync(Table, partition, null, null);

    protected async Task<IEnumerable<string>> KeysAsync(string? from, string? to) => (await RowsAsync(Table, "p", from, to)).Select(row => row.Row);

    protected async Task<List<TableRow>> RowsAsync(string table, string partition, string? from, string? to)
    {
        var rows = new List<TableRow>();
        await foreach (var row in Store.QueryAsync(table, partition, from, to, None))
            rows.Add(row);
        return rows;
    }
}
