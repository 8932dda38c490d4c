using System.Runtime.CompilerServices;
using Alerts.Storage;

namespace Alerts.Operations;

/// <summary>
/// What was given up after all tries, for the operator to look at: one row for each message, however often it is recorded.
/// </summary>
public sealed class FailureLog(ITableStore tables, TimeProvider time)
{
    /// <summary>Name of the table.</summary>
    public const string Table = "Failures";

    private const string Partition = "failures";
    private const int LongestMessage = 300;

    /// <summary>Records a message that was given up.</summary>
    /// <param name="source">The queue, or the container of the blob.</param>
    /// <param name="message">The message's text, or the blob's name; beyond a few hundred characters it is cut.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task RecordAsync(string source, string message, CancellationToken cancellation)
    {
        var text = Keys.Shorten(message, LongestMessage);
        var values = new Dictionary<string, object> { ["At"] = time.GetUtcNow(), ["Source"] = source, ["Message"] = text };
        return tables.UpsertAsync(Table, new TableRow(Partition, Keys.Join(source, text), values), cancellation);
    }

    /// <summary>What was given up since a moment, by source and message.</summary>
    public async IAsyncEnumerable<Failure> ListAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in tables.QueryAsync(Table, Partition, null, null, cancellation))
        {
            var failure = new Failure((string)row.Values["Source"], (string)row.Values["Message"], (DateTimeOffset)row.Values["At"]);
            if (failure.At >= since)
                yield return failure;
        }
    }
}

/// <summary>Something that was given up.</summary>
/// <param name="Source">The queue, or the container of the blob.</param>
/// <param name="Message">The message's text, or the blob's name.</param>
/// <param name="At">When it was given up, last.</param>
public sealed record Failure(string Source, string Message, DateTimeOffset At);
