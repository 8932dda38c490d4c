using System.Runtime.CompilerServices;
using Alerts.Storage;

namespace Alerts.Pipeline;

/// <summary>
/// What waits for digests: table <c>Digests</c>, one partition, a row for each subscriber and occasion. It only points to entries of
/// the delivery log, which alone say what is to be told and what has been; a row too many is harmless.
/// </summary>
/// <remarks>
/// One partition, so that one query finds who has something waiting, in the order of subscribers, and nobody else is asked after.
/// </remarks>
public sealed class CollectedNews(ITableStore tables)
{
    /// <summary>Name of the table.</summary>
    public const string Table = "Digests";

    private const string Partition = "collected";

    /// <summary>Adds what waits; false if it waits already.</summary>
    public Task<bool> AddAsync(Waiting waiting, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        return tables.AddAsync(Table, new TableRow(Partition, RowOf(waiting), new Dictionary<string, object> { ["Since"] = waiting.Since.ToUniversalTime() }), cancellation);
    }

    /// <summary>Takes away what waits no more.</summary>
    public Task RemoveAsync(Waiting waiting, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        return tables.DeleteAsync(Table, Partition, RowOf(waiting), cancellation);
    }

    /// <summary>All that waits, a list for each subscriber.</summary>
    public async IAsyncEnumerable<IReadOnlyList<Waiting>> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var group = new List<Waiting>();
        await foreach (var row in tables.QueryAsync(Table, Partition, null, null, cancellation))
        {
            var key = Keys.Split(row.Row);
            if (group.Count > 0 && group[0].SubscriberId != key[0])
            {
                yield return group;
                group = [];
            }

            group.Add(new Waiting(key[0], key[1], (DateTimeOffset)row.Values["Since"]));
        }

        if (group.Count > 0)
            yield return group;
    }

    private static string RowOf(Waiting waiting) => Keys.Join(waiting.SubscriberId, waiting.Occasion);
}

/// <summary>Something that waits for a digest.</summary>
/// <param name="SubscriberId">Who is to be told.</param>
/// <param name="Occasion">Of what: with the subscriber, the key of a delivery.</param>
/// <param name="Since">When it was collected.</param>
public sealed record Waiting(string SubscriberId, string Occasion, DateTimeOffset Since);
