namespace Alerts.Storage;

/// <summary>
/// Rows in partitions, shaped by what Azure Table Storage can do and no more. Implementations refuse, with
/// <see cref="StorageRuleException"/>, what <see cref="TableRules"/> and <see cref="TableBatch"/> do not allow: keys that are empty, over
/// 512 characters, or have / \ # ? or control characters or any beyond U+FFFF, names of tables other than
/// ^[A-Za-z][A-Za-z0-9]{2,62}$, strings over 32,768 UTF-16 units and rows over 1 MiB. <see cref="Keys"/> makes keys of any text.
/// </summary>
public interface ITableStore
{
    /// <summary>Adds a row; false if there is one of these keys.</summary>
    Task<bool> AddAsync(string table, TableRow row, CancellationToken cancellation);

    /// <summary>The row, or null.</summary>
    Task<TableRow?> GetAsync(string table, string partition, string row, CancellationToken cancellation);

    /// <summary>Writes the row whole, whatever was there.</summary>
    Task UpsertAsync(string table, TableRow row, CancellationToken cancellation);

    /// <summary>Writes the row whole if the stored row's ETag is still <see cref="TableRow.ETag"/>; false if it changed or is gone.</summary>
    Task<bool> ReplaceAsync(string table, TableRow row, CancellationToken cancellation);

    /// <summary>Deletes the row if it is there.</summary>
    Task DeleteAsync(string table, string partition, string row, CancellationToken cancellation);

    /// <summary>
    /// The rows of a partition from <paramref name="from"/> (inclusive) to <paramref name="to"/> (exclusive), null for
    /// an open end, in ordinal order of their row keys.
    /// </summary>
    IAsyncEnumerable<TableRow> QueryAsync(string table, string partition, string? from, string? to, CancellationToken cancellation);

    /// <summary>
    /// Up to 100 actions on different rows of one partition, all or nothing; false if one of their conditions
    /// (absent for add, unchanged ETag for replace) does not hold.
    /// </summary>
    Task<bool> SubmitAsync(string table, string partition, IReadOnlyList<TableAction> actions, CancellationToken cancellation);
}

/// <summary>One row of a table.</summary>
/// <param name="Partition">Partition key.</param>
/// <param name="Row">Row key.</param>
/// <param name="Values">The properties: string, long, double, bool or <see cref="DateTimeOffset"/> (UTC).</param>
public sealed record TableRow(string Partition, string Row, IReadOnlyDictionary<string, object> Values)
{
    /// <summary>The store's version of the row as read; null for rows made by hand.</summary>
    public string? ETag { get; init; }
}

/// <summary>What an action of a batch does.</summary>
public enum TableActionKind
{
    /// <summary>Add; the row must be absent.</summary>
    Add,

    /// <summary>Write whole, whatever was there.</summary>
    Upsert,

    /// <summary>Write whole; the ETag must be unchanged.</summary>
    Replace,

    /// <summary>Delete; an absent row is no error.</summary>
    Delete,
}

/// <summary>One action of a batch.</summary>
public sealed record TableAction(TableActionKind Kind, TableRow Row);
