using Alerts.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alerts.Functions.Storage;

/// <summary>Rows of the table port as entities of Azure Table Storage, and back.</summary>
internal static class RowEntity
{
    private static readonly HashSet<string> System =
        new(StringComparer.Ordinal) { "odata.etag", nameof(ITableEntity.PartitionKey), nameof(ITableEntity.RowKey), nameof(ITableEntity.Timestamp) };

    /// <summary>The entity to write.</summary>
    public static TableEntity Of(TableRow row)
    {
        var entity = new TableEntity(row.Partition, row.Row);
        foreach (var (name, value) in row.Values)
            entity[name] = value;
        return entity;
    }

    /// <summary>The row that was read.</summary>
    public static TableRow ToRow(TableEntity entity) => new(
        entity.PartitionKey,
        entity.RowKey,
        entity.Where(property => !System.Contains(property.Key) && property.Value is not null)
            .ToDictionary(property => property.Key, property => ToValue(property.Value), StringComparer.Ordinal))
    {
        ETag = entity.ETag.ToString(),
    };

    /// <summary>An action of a batch.</summary>
    public static TableTransactionAction ToTransaction(TableAction action) => action.Kind switch
    {
        TableActionKind.Add => new(TableTransactionActionType.Add, Of(action.Row)),
        TableActionKind.Upsert => new(TableTransactionActionType.UpsertReplace, Of(action.Row)),
        TableActionKind.Replace => new(TableTransactionActionType.UpdateReplace, Of(action.Row), new ETag(action.Row.ETag!)),
        TableActionKind.Delete => new(TableTransactionActionType.Delete, new TableEntity(action.Row.Partition, action.Row.Row), ETag.All),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action.Kind, "Expected add, upsert, replace or delete."),
    };

    // Whole doubles may come without their type and are then read as Int32, which the port itself never writes.
    private static object ToValue(object value) => value switch
    {
        int whole => (double)whole,
        DateTime moment => new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc)),
        DateTimeOffset moment => moment.ToUniversalTime(),
        _ => value,
    };
}
