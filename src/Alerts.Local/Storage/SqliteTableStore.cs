using System.Globalization;
using System.Runtime.CompilerServices;
using Alerts.Storage;
using Microsoft.Data.Sqlite;

namespace Alerts.Local.Storage;

/// <summary>
/// Tables in one SQLite file. Every write gives its row a new id, which is the row's ETag: ids are never used again, not even after
/// a delete, so a replace cannot mistake one row for another. Keys are compared as UTF-8; <see cref="TableRules"/>
/// allows only keys for which that is the ordinal order of .NET.
/// </summary>
internal sealed class SqliteTableStore : ITableStore, IDisposable
{
    private const int Version = 1;
    private const int PageSize = 250;

    private const string Schema = """
        CREATE TABLE rows (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            "table" TEXT NOT NULL,
            "partition" TEXT NOT NULL,
            row TEXT NOT NULL,
            properties TEXT NOT NULL,
            UNIQUE ("table", "partition", row));
        """;

    private const string Insert = """INSERT INTO rows ("table", "partition", row, properties) VALUES ($table, $partition, $row, $properties) ON CONFLICT DO NOTHING""";
    private const string Upsert = """REPLACE INTO rows ("table", "partition", row, properties) VALUES ($table, $partition, $row, $properties)""";
    private const string DeleteVersion = """DELETE FROM rows WHERE "table" = $table AND "partition" = $partition AND row = $row AND id = $id""";
    private const string Delete = """DELETE FROM rows WHERE "table" = $table AND "partition" = $partition AND row = $row""";
    private const string SelectOne = """SELECT row, properties, id FROM rows WHERE "table" = $table AND "partition" = $partition AND row = $row""";
    private const string SelectRange = """SELECT row, properties, id FROM rows WHERE "table" = $table AND "partition" = $partition AND row >= $from AND row < $to ORDER BY row LIMIT $limit""";
    private const string SelectFrom = """SELECT row, properties, id FROM rows WHERE "table" = $table AND "partition" = $partition AND row >= $from ORDER BY row LIMIT $limit""";

    private readonly SqliteDatabase database;

    /// <summary>Opens the file, and creates it if it is not there.</summary>
    public SqliteTableStore(string path) => database = new SqliteDatabase(path, Schema, Version);

    /// <inheritdoc/>
    public Task<bool> AddAsync(string table, TableRow row, CancellationToken cancellation)
    {
        TableRules.CheckTable(table);
        TableRules.CheckRow(row);
        return database.WriteAsync(session => Write(session, table, TableActionKind.Add, row), cancellation);
    }

    /// <inheritdoc/>
    public Task<TableRow?> GetAsync(string table, string partition, string row, CancellationToken cancellation)
    {
        TableRules.CheckTable(table);
        TableRules.CheckKeys(partition, row);
        var rows = database.Read(
            session => session.Query(SelectOne, reader => ReadRow(reader, partition), ("$table", table), ("$partition", partition), ("$row", row)),
            cancellation);
        return Task.FromResult(rows.SingleOrDefault());
    }

    /// <inheritdoc/>
    public Task UpsertAsync(string table, TableRow row, CancellationToken cancellation)
    {
        TableRules.CheckTable(table);
        TableRules.CheckRow(row);
        return database.WriteAsync(session => Write(session, table, TableActionKind.Upsert, row), cancellation);
    }

    /// <inheritdoc/>
    public Task<bool> ReplaceAsync(string table, TableRow row, CancellationToken cancellation)
    {
        TableRules.CheckTable(table);
        TableRules.CheckReplacement(row);
        return database.WriteAsync(session => Write(session, table, TableActionKind.Replace, row), cancellation);
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string table, string partition, string row, CancellationToken cancellation)
    {
        TableRules.CheckTable(table);
        TableRules.CheckKeys(partition, row);
        var named = new TableRow(partition, row, new Dictionary<string, object>());
        return database.WriteAsync(session => Write(session, table, TableActionKind.Delete, named), cancellation);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<TableRow> QueryAsync(string table, string partition, string? from, string? to, CancellationToken cancellation)
    {
        TableRules.CheckTable(table);
        TableRules.CheckQuery(partition, from, to);
        return ReadPagesAsync(table, partition, from ?? "", to, cancellation);
    }

    /// <inheritdoc/>
    public async Task<bool> SubmitAsync(string table, string partition, IReadOnlyList<TableAction> actions, CancellationToken cancellation)
    {
        TableRules.CheckTable(table);
        TableBatch.Check(partition, actions);
        return actions.Count == 0
            || await database.WriteAsync(session => actions.All(action => Write(session, table, action.Kind, action.Row)), cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => database.Dispose();

    private static bool Write(SqliteSession session, string table, TableActionKind kind, TableRow row)
    {
        switch (kind)
        {
            case TableActionKind.Add:
                return Put(session, Insert, table, row) == 1;
            case TableActionKind.Upsert:
                return Put(session, Upsert, table, row) > 0;
            case TableActionKind.Replace:
                return long.TryParse(row.ETag, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                    && session.Execute(DeleteVersion, ("$table", table), ("$partition", row.Partition), ("$row", row.Row), ("$id", id)) == 1
                    && Put(session, Insert, table, row) == 1;
            case TableActionKind.Delete:
                session.Execute(Delete, ("$table", table), ("$partition", row.Partition), ("$row", row.Row));
                return true;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "Expected add, upsert, replace or delete.");
        }
    }

    private static int Put(SqliteSession session, string sql, string table, TableRow row) =>
        session.Execute(sql, ("$table", table), ("$partition", row.Partition), ("$row", row.Row), ("$properties", RowJson.Write(row.Values)));

    private static TableRow ReadRow(SqliteDataReader reader, string partition) =>
        new(partition, reader.GetString(0), RowJson.Read(reader.GetString(1)))
        {
            ETag = reader.GetInt64(2).ToString(CultureInfo.InvariantCulture),
        };

    /// <summary>Reads page by page, so that a slow reader holds nothing open.</summary>
    private async IAsyncEnumerable<TableRow> ReadPagesAsync(string table, string partition, string from, string? to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        while (true)
        {
            var page = database.Read(session => ReadPage(session, table, partition, from, to), cancellation);
            foreach (var row in page)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return row;
            }

            if (page.Count < PageSize)
                yield break;
            from = page[^1].Row + '\0'; // The least text that is greater.
        }
    }

    private static List<TableRow> ReadPage(SqliteSession session, string table, string partition, string from, string? to) => to is null
        ? session.Query(SelectFrom, reader => ReadRow(reader, partition), ("$table", table), ("$partition", partition), ("$from", from), ("$limit", PageSize))
        : session.Query(SelectRange, reader => ReadRow(reader, partition), ("$table", table), ("$partition", partition), ("$from", from), ("$to", to), ("$limit", PageSize));
}
