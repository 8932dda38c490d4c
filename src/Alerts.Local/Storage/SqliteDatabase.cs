using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Alerts.Local.Storage;

/// <summary>
/// One SQLite file that several threads and processes use at once. It is in WAL mode: readers never wait, writers wait for each other.
/// With synchronous=NORMAL a transaction that was committed survives the kill of the process at any moment; a loss of power
/// may cost the last ones, but never leaves half of one.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(30);

    private readonly string path;
    private readonly string connectionString;
    private readonly ConcurrentBag<SqliteSession> idle = [];

    // Writers of this process queue here without holding a thread; SQLite's own lock is left for those of other processes.
    private readonly SemaphoreSlim writer = new(1, 1);
    private volatile bool disposed;

    static SqliteDatabase() => SQLitePCL.Batteries_V2.Init();

    /// <summary>Opens the file, and creates it if it is not there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="schema">Statements that make the tables in an empty file.</param>
    /// <param name="version">The schema's version, raised with every change to it.</param>
    /// <exception cref="IOException">The file is no database, or was written by a newer version of this program.</exception>
    public SqliteDatabase(string path, string schema, int version)
    {
        this.path = path;
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Pooling = false, // Sessions are pooled here, with their prepared statements.
            DefaultTimeout = (int)LockTimeout.TotalSeconds,
        }.ToString();
        Use(session => Prepare(session, schema, version));
    }

    /// <summary>Reads; each call sees one state of the database.</summary>
    public T Read<T>(Func<SqliteSession, T> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Use(work);
    }

    /// <summary>Does the work in a transaction, which is committed if the work returns true and undone if not.</summary>
    public async Task<bool> WriteAsync(Func<SqliteSession, bool> work, CancellationToken cancellation)
    {
        await writer.WaitAsync(cancellation);
        try
        {
            return Use(session => Transact(session, work));
        }
        finally
        {
            writer.Release();
        }
    }

    /// <summary>Closes the file; sessions still at work close when they end.</summary>
    public void Dispose()
    {
        disposed = true;
        CloseIdle();
        writer.Dispose();
    }

    private static bool Transact(SqliteSession session, Func<SqliteSession, bool> work)
    {
        // What is thrown in between closes the session, and with it undoes the transaction.
        session.Execute("BEGIN IMMEDIATE");
        var done = work(session);
        session.Execute(done ? "COMMIT" : "ROLLBACK");
        return done;
    }

    private bool Prepare(SqliteSession session, string schema, int version)
    {
        session.Execute("PRAGMA journal_mode=WAL");
        return VersionOf(session, version) == version || Transact(session, _ =>
        {
            // Another process may have made the tables between the look and the lock.
            if (VersionOf(session, version) == version)
                return false;
            session.Execute(schema);
            session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version={version}"));
            return true;
        });
    }

    private int VersionOf(SqliteSession session, int expected)
    {
        var stored = session.Query("PRAGMA user_version", reader => reader.GetInt32(0))[0];
        return stored <= expected
            ? stored
            : throw new IOException($"{path} was written by a newer version of this program: its format is {stored}, expected at most {expected}.");
    }

    private T Use<T>(Func<SqliteSession, T> work)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        SqliteSession? session = null;
        try
        {
            session = idle.TryTake(out var taken) ? taken : new SqliteSession(connectionString, LockTimeout);
            var result = work(session);
            idle.Add(session);
            if (disposed)
                CloseIdle();
            return result;
        }
        catch (SqliteException exception)
        {
            // Whatever state it is in, this session is not used again.
            session?.Dispose();
            throw new IOException($"{path}: {Explain(exception)}", exception);
        }
        catch
        {
            session?.Dispose();
            throw;
        }
    }

    private static string Explain(SqliteException exception) => exception.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_BUSY => $"another process kept it locked for {LockTimeout.TotalSeconds} seconds",
        SQLitePCL.raw.SQLITE_NOTADB => "this is no SQLite database; move the file away to start with an empty one",
        SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN => $"it cannot be opened for writing ({exception.Message})",
        _ => exception.Message,
    };

    private void CloseIdle()
    {
        while (idle.TryTake(out var session))
            session.Dispose();
    }
}
