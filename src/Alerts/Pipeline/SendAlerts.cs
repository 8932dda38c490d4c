using Alerts.Delivery;
using Alerts.History;
using Alerts.Records;
using Alerts.Storage;
using Alerts.Subscriptions;

namespace Alerts.Pipeline;

/// <summary>
/// Makes the deliveries of an occasion ready: one for each confirmed subscriber whom its changes concern, to be sent now or collected for
/// the next digest. The entry in the delivery log comes before the message that asks for the delivery and before what waits for the
/// digest, so repeating the step asks again and adds nothing.
/// </summary>
public sealed class SendAlerts(
    FilingArchive archive,
    FilingStore filings,
    AlertEvidence evidence,
    AlertedHistory alerted,
    SubscriberStore subscribers,
    DeliveryLog deliveries,
    CollectedNews collected,
    IQueueSender queues,
    TimeProvider time)
{
    // Changes are only as good as the history they are held against. What cannot be read at all holds nobody up for longer.
    private static readonly TimeSpan WaitForHistory = TimeSpan.FromMinutes(15);

    /// <summary>Runs the step for an occasion.</summary>
    /// <returns>Null when done; else how long to wait before it is to be called again.</returns>
    public async Task<TimeSpan?> RunAsync(Occasion occasion, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(occasion);
        var filing = await filings.GetAsync(new FilingKey(occasion.Company, occasion.Filing), cancellation);
        if (filing is null || (occasion.LapsedOn is null && (!filing.IsLive || filing.Alerted is not null)))
            return null;
        if (time.GetUtcNow() - filing.Seen < WaitForHistory && await IsHistoryBehindAsync(occasion.Company, cancellation))
            return TimeSpan.FromSeconds(30);

        var changes = await evidence.ChangesAsync(occasion, cancellation);
        if (changes.Count > 0)
        {
            await foreach (var subscriber in subscribers.ListAsync(cancellation))
            {
                if (subscriber.State == SubscriberState.Confirmed)
                    await TellAsync(occasion, subscriber, subscriber.Select(filing.Facts, changes), cancellation);
            }
        }

        if (occasion.LapsedOn is null)
            await filings.PutAsync(filing with { Alerted = time.GetUtcNow() }, cancellation);
        return null;
    }

    private async Task TellAsync(Occasion occasion, Subscriber subscriber, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        if (changes.Count == 0)
            return;
        var entry = new DeliveryEntry
        {
            Key = new DeliveryKey(occasion.ToString(), subscriber.Id),
            ChangeIds = [.. changes.Select(change => change.Id)],
            Created = time.GetUtcNow(),
            State = subscriber.Cadence == Cadence.Immediate ? DeliveryState.Pending : DeliveryState.Collected,
        };
        if (!await deliveries.AddAsync(entry, cancellation))
            entry = await deliveries.GetAsync(entry.Key, cancellation) ?? entry;
        switch (entry.State)
        {
            case DeliveryState.Pending:
                await alerted.MarkAsync(occasion.Company, entry.Key.AlertId, changes, cancellation);
                await queues.SendAsync(Queues.Deliveries, entry.Key.ToString(), TimeSpan.Zero, cancellation);
                break;
            case DeliveryState.Collected:
                // Told, and marked as told, by the digest.
                await collected.AddAsync(new Waiting(subscriber.Id, entry.Key.Occasion, entry.Created), cancellation);
                break;
        }
    }

    private async Task<bool> IsHistoryBehindAsync(string company, CancellationToken cancellation)
    {
        var processed = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var filing in filings.ListAsync(company, cancellation))
        {
            if (filing.IsCurrent)
                processed.Add(filing.Key.Name);
        }

        await foreach (var key in archive.ListAsync(company, cancellation))
        {
            if (!processed.Contains(key.Name))
                return true;
        }

        return false;
    }
}
