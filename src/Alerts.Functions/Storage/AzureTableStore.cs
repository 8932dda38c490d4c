using System.Runtime.CompilerServices;
using Alerts.Storage;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Alerts.Functions.Storage;

/// <summary>Tables of an Azure Storage account. A table that is missing is empty, and is created by the first write to it.</summary>
public sealed class AzureTableStore(TableServiceClient service) : ITableStore
{
    /// <inheritdoc/>
    public async Task<bool> AddAsync(string table, TableRow row, CancellationToken cancellation)
    {
        TableRules.CheckTable(table);
        TableRules.CheckRow(row);
        try
        {
            await WriteAsync(table, client => client.AddEntityAsync(RowEntity.Of(row), cancellation), cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status == 409 && failure.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<TableRow?> GetAsync(string table, string partition, string row, CancellationToken cancellation)
    {
        TableRules.CheckTable(table);
        TableRules.CheckKeys(partition, row);
        var answer = await service.GetTableClient(table).GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation);
        return answer.HasValue ? RowEntity.ToRow(answer.Value!) : null;
    }

    /// <inheritdoc/>
    public Task UpsertAsync(string table, TableRow row, CancellationToken cancellation)
    {
        TableRules.CheckTable(table);
        TableRules.CheckRow(row);
        return WriteAsync(table, client => client.UpsertEntityAsync(RowEntity.Of(row), TableUpdateMode.Replace, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public async Task<bool> ReplaceAsync(string table, TableRow row, CancellationToken cancellation)
    {
        TableRules.CheckTable(table);
        TableRules.CheckReplacement(row);
        try
        {
            await service.GetTableClient(table).UpdateEntityAsync(RowEntity.Of(row), new ETag(row.ETag!), TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string table, string partition, string row, CancellationToken cancellation)
    {
        TableRules.CheckTable(table);
        TableRules.CheckKeys(partition, row);
        try
        {
            await service.GetTableClient(table).DeleteEntityAsync(partition, row, ETag.All, cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            // Absent, or its table is: what was asked for.
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<TableRow> QueryAsync(string table, string partition, string? from, string? to, CancellationToken cancellation)
    {
        TableRules.CheckTable(table);
        TableRules.CheckQuery(partition, from, to);
        return ReadAsync(table, Filter(partition, from, to), cancellation);
    }

    /// <inheritdoc/>
    public Task<bool> SubmitAsync(string table, string partition, IReadOnlyList<TableAction> actions, CancellationToken cancellation)
    {
        TableRules.CheckTable(table);
        TableBatch.Check(partition, actions);
        return SubmitAsync(table, [.. actions], cancellation);
    }

    private async Task<bool> SubmitAsync(string table, List<TableAction> actions, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        while (actions.Count > 0)
        {
            try
            {
                await WriteAsync(table, client => client.SubmitTransactionAsync(actions.Select(RowEntity.ToTransaction), cancellation), cancellation);
                return true;
            }
            catch (TableTransactionFailedException failure) when (AbsentDelete(failure, actions) is { } absent)
            {
                // A row that is not there fails the whole batch on Azure; here it is no error.
                actions.RemoveAt(absent);
            }
            catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412 && failure.ErrorCode != TableErrorCode.TableBeingDeleted)
            {
                return false;
            }
        }

        return true;
    }

    private static int? AbsentDelete(TableTransactionFailedException failure, List<TableAction> actions) =>
        failure.Status == 404 && failure.FailedTransactionActionIndex is { } index && actions[index].Kind == TableActionKind.Delete ? index : null;

    private async IAsyncEnumerable<TableRow> ReadAsync(string table, string filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var rows = service.GetTableClient(table).QueryAsync<TableEntity>(filter, cancellationToken: cancellation).GetAsyncEnumerator(cancellation);
        while (await MoveNextAsync(rows))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return RowEntity.ToRow(rows.Current);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private static async Task<bool> MoveNextAsync(IAsyncEnumerator<TableEntity> rows)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == TableErrorCode.TableNotFound)
        {
            return false;
        }
    }

    private static string Filter(string partition, string? from, string? to) => (from, to) switch
    {
        (null, null) => TableClient.CreateQueryFilter($"PartitionKey eq {partition}"),
        (null, _) => TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey lt {to}"),
        (_, null) => TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from}"),
        _ => TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}"),
    };

    private async Task WriteAsync(string table, Func<TableClient, Task> write, CancellationToken cancellation)
    {
        var client = service.GetTableClient(table);
        try
        {
            await write(client);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == TableErrorCode.TableNotFound)
        {
            await client.CreateIfNotExistsAsync(cancellation);
            await write(client);
        }
    }
}
