using Microsoft.Data.Sqlite;

namespace Alerts.Local.Storage;

/// <summary>One open connection with its prepared statements; used by one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);

    /// <summary>Opens a connection.</summary>
    /// <param name="connectionString">What to open.</param>
    /// <param name="lockTimeout">How long to wait for a lock of another process.</param>
    public SqliteSession(string connectionString, TimeSpan lockTimeout)
    {
        connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            Execute(FormattableString.Invariant($"PRAGMA busy_timeout={(int)lockTimeout.TotalMilliseconds}"));
            Execute("PRAGMA synchronous=NORMAL");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Runs a statement; returns the number of rows that it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object Value)> parameters) =>
        Command(sql, parameters).ExecuteNonQuery();

    /// <summary>Runs a query and reads its rows.</summary>
    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var reader = Command(sql, parameters).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in commands.Values)
            command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<(string Name, object Value)> parameters)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            commands.Add(sql, command);
        }

        command.Parameters.Clear();
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}
