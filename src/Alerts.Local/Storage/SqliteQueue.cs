using System.Globalization;
using Alerts.Storage;

namespace Alerts.Local.Storage;

/// <summary>
/// Queues in one SQLite file. Whoever receives a message raises its number of tries, and that number is the receipt: a message that was
/// received again since no longer has it, so the earlier receiver's delete does nothing.
/// </summary>
internal sealed class SqliteQueue : IQueueSender, IQueueReceiver, IDisposable
{
    private const int Version = 1;

    private const string Schema = """
        CREATE TABLE messages (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            queue TEXT NOT NULL,
            visible INTEGER NOT NULL, -- UTC, in .NET ticks
            tries INTEGER NOT NULL,
            text TEXT NOT NULL);
        CREATE INDEX messages_by_visibility ON messages (queue, visible, id);
        """;

    private const string Insert = "INSERT INTO messages (queue, visible, tries, text) VALUES ($queue, $visible, 0, $text)";
    private const string SelectNext = "SELECT id, tries, text FROM messages WHERE queue = $queue AND visible <= $now ORDER BY visible, id LIMIT 1";
    private const string SelectVisible = "SELECT visible FROM messages WHERE queue = $queue ORDER BY visible LIMIT 1";
    private const string Hide = "UPDATE messages SET tries = tries + 1, visible = $visible WHERE id = $id";
    private const string Delete = "DELETE FROM messages WHERE queue = $queue AND id = $id AND tries = $tries";
    private const string DeleteAny = "DELETE FROM messages WHERE id = $id";

    private readonly SqliteDatabase database;
    private readonly TimeProvider time;

    /// <summary>Opens the file, and creates it if it is not there.</summary>
    public SqliteQueue(string path, TimeProvider time)
    {
        this.time = time;
        database = new SqliteDatabase(path, Schema, Version);
    }

    private long Now => time.GetUtcNow().UtcTicks;

    /// <inheritdoc/>
    public Task SendAsync(string queue, string text, TimeSpan delay, CancellationToken cancellation)
    {
        QueueRules.CheckMessage(queue, text, delay);
        return database.WriteAsync(session => Send(session, queue, text, delay), cancellation);
    }

    /// <inheritdoc/>
    public async Task<QueueMessage?> ReceiveAsync(string queue, TimeSpan visibility, CancellationToken cancellation)
    {
        QueueRules.CheckQueue(queue);
        QueueRules.CheckVisibility(visibility);

        // An empty queue is looked at often; looking takes no lock.
        if (database.Read(session => Next(session, queue), cancellation) is null)
            return null;
        QueueMessage? received = null;
        await database.WriteAsync(
            session =>
            {
                received = Receive(session, queue, visibility);
                return true;
            },
            cancellation);
        return received;
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string queue, QueueMessage message, CancellationToken cancellation)
    {
        QueueRules.CheckQueue(queue);
        ArgumentNullException.ThrowIfNull(message);
        return long.TryParse(message.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && long.TryParse(message.Receipt, NumberStyles.None, CultureInfo.InvariantCulture, out var tries)
            ? database.WriteAsync(session => session.Execute(Delete, ("$queue", queue), ("$id", id), ("$tries", tries)) == 1, cancellation)
            : throw new ArgumentException($"The message {message.Id} with receipt {message.Receipt} is not one that this queue gave out.", nameof(message));
    }

    /// <inheritdoc/>
    public Task<DateTimeOffset?> NextVisibleAsync(string queue, CancellationToken cancellation)
    {
        QueueRules.CheckQueue(queue);
        var visible = database.Read(session => session.Query(SelectVisible, reader => reader.GetInt64(0), ("$queue", queue)), cancellation);
        return Task.FromResult<DateTimeOffset?>(visible.Count == 0 ? null : new DateTimeOffset(visible[0], TimeSpan.Zero));
    }

    /// <inheritdoc/>
    public void Dispose() => database.Dispose();

    private QueueMessage? Receive(SqliteSession session, string queue, TimeSpan visibility)
    {
        while (Next(session, queue) is { } next)
        {
            if (next.Tries >= QueueRules.MaxTries && QueueRules.PoisonQueue(queue) is { } poison)
            {
                session.Execute(DeleteAny, ("$id", next.Id));
                Send(session, poison, next.Text, TimeSpan.Zero);
                continue;
            }

            session.Execute(Hide, ("$id", next.Id), ("$visible", Now + visibility.Ticks));
            var tries = next.Tries + 1;
            return new QueueMessage(next.Id.ToString(CultureInfo.InvariantCulture), tries.ToString(CultureInfo.InvariantCulture), next.Text, tries);
        }

        return null;
    }

    private bool Send(SqliteSession session, string queue, string text, TimeSpan delay) =>
        session.Execute(Insert, ("$queue", queue), ("$visible", Now + delay.Ticks), ("$text", text)) == 1;

    private Stored? Next(SqliteSession session, string queue) => session
        .Query(SelectNext, reader => new Stored(reader.GetInt64(0), reader.GetInt32(1), reader.GetString(2)), ("$queue", queue), ("$now", Now))
        .SingleOrDefault();

    private sealed record Stored(long Id, int Tries, string Text);
}
