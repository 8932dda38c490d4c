using Alerts.Storage;

namespace Alerts.Tests.Pipeline;

/// <summary>Tables and queues of a process that dies: so many writes succeed, the next one and all after it do not happen.</summary>
internal sealed class CrashingStore(ITableStore tables, IQueueSender queues, int writes) : ITableStore, IQueueSender
{
    private int left = writes;

    /// <summary>Whether it came to that.</summary>
    public bool HasDied { get; private set; }

    /// <summary>Runs a step until it dies; false where it came to its end.</summary>
    public async Task<bool> DiesAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (CrashException)
        {
        }

        return HasDied;
    }

    public Task<bool> AddAsync(string table, TableRow row, CancellationToken cancellation) => Writes(() => tables.AddAsync(table, row, cancellation));

    public Task UpsertAsync(string table, TableRow row, CancellationToken cancellation) => Writes(() => tables.UpsertAsync(table, row, cancellation));

    public Task<bool> ReplaceAsync(string table, TableRow row, CancellationToken cancellation) => Writes(() => tables.ReplaceAsync(table, row, cancellation));

    public Task DeleteAsync(string table, string partition, string row, CancellationToken cancellation) => Writes(() => tables.DeleteAsync(table, partition, row, cancellation));

    public Task<bool> SubmitAsync(string table, string partition, IReadOnlyList<TableAction> actions, CancellationToken cancellation) =>
        Writes(() => tables.SubmitAsync(table, partition, actions, cancellation));

    public Task SendAsync(string queue, string message, TimeSpan delay, CancellationToken cancellation) => Writes(() => queues.SendAsync(queue, message, delay, cancellation));

    public Task<TableRow?> GetAsync(string table, string partition, string row, CancellationToken cancellation) => tables.GetAsync(table, partition, row, cancellation);

    public IAsyncEnumerable<TableRow> QueryAsync(string table, string partition, string? from, string? to, CancellationToken cancellation) =>
        tables.QueryAsync(table, partition, from, to, cancellation);

    private T Writes<T>(Func<T> write)
    {
        HasDied |= left-- <= 0;
        return HasDied ? throw new CrashException() : write();
    }

    private sealed class CrashException : Exception;
}
