using Alerts.Delivery;
using Alerts.History;
using Alerts.Storage;
using Alerts.Subscriptions;

namespace Alerts.Pipeline;

/// <summary>
/// Makes the digests that are due ready: all that waits for a subscriber becomes one delivery. Its entry comes first and says what it is to
/// cover; then each of these takes it as its digest, and only one digest can be taken; then it is sent. What waits is removed last, so
/// that whatever a crash leaves is found and ended by the next run.
/// </summary>
public sealed class SendDigests(
    CollectedNews collected,
    SubscriberStore subscribers,
    DeliveryLog deliveries,
    FilingStore filings,
    AlertEvidence evidence,
    AlertedHistory alerted,
    IQueueSender queues,
    TimeProvider time)
{
    // Far more than a week of every company brings; their names have to fit into one row, and their filings are read for one mail.
    private const int MostFilings = 1000;

    /// <summary>Runs over all that waits. At whatever time it is called, and however often, nobody gets more than one digest a day.</summary>
    public async Task<DigestReport> RunAsync(CancellationToken cancellation)
    {
        Dictionary<string, Cadence>? cadences = null;
        var ready = 0;
        var failures = new List<string>();
        await foreach (var waiting in collected.ListAsync(cancellation))
        {
            cadences ??= await CadencesAsync(cancellation);
            var id = waiting[0].SubscriberId;
            if (cadences.TryGetValue(id, out var cadence) && !IsDue(waiting, cadence))
                continue;
            try
            {
                if (await RunAsync(waiting, cancellation))
                    ready++;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One digest that cannot be made must not keep the others from it; the next run tries again.
                failures.Add($"The digest of {id}: {failure.Message}");
            }
        }

        return new DigestReport(ready, failures);
    }

    private async Task<bool> RunAsync(IReadOnlyList<Waiting> waiting, CancellationToken cancellation)
    {
        // Read once more: who is not on the list may have come since, who is on it may have left.
        if (await subscribers.GetAsync(waiting[0].SubscriberId, cancellation) is { State: SubscriberState.Confirmed } subscriber)
            return await MakeAsync(waiting, subscriber, cancellation);
        await DropAsync(waiting, cancellation);
        return false;
    }

    private async Task<bool> MakeAsync(IReadOnlyList<Waiting> waiting, Subscriber subscriber, CancellationToken cancellation)
    {
        var (open, begun) = await SortAsync(waiting, cancellation);
        if (begun is not null)
            return await FinishAsync(begun, subscriber, cancellation);
        if (!IsDue(open, subscriber.Cadence))
            return false;
        var now = time.GetUtcNow();
        var digest = new DeliveryEntry
        {
            Key = new DeliveryKey(DigestName.Of(DateOnly.FromDateTime(now.UtcDateTime)), subscriber.Id),
            ChangeIds = [],
            Covers = [.. open.OrderBy(one => one.Since).Take(MostFilings).Select(one => one.Occasion)],
            Created = now,
            State = DeliveryState.Bundling,
        };
        // What comes to light after today's digest was made, or is too much for it, is told with tomorrow's.
        if (!await deliveries.AddAsync(digest, cancellation) && await deliveries.GetAsync(digest.Key, cancellation) is not { State: DeliveryState.Bundling })
            return false;
        return await FinishAsync(digest.Key, subscriber, cancellation);
    }

    /// <summary>What is in no digest yet, and the digest that a run before began and did not end.</summary>
    private async Task<(List<Waiting> Open, DeliveryKey? Begun)> SortAsync(IReadOnlyList<Waiting> waiting, CancellationToken cancellation)
    {
        var open = new List<Waiting>();
        DeliveryKey? begun = null;
        foreach (var one in waiting)
        {
            switch (await deliveries.GetAsync(new DeliveryKey(one.Occasion, one.SubscriberId), cancellation))
            {
                case { State: DeliveryState.Collected }:
                    open.Add(one);
                    break;
                case { State: DeliveryState.Bundled, Digest: { } digest }:
                    begun = new DeliveryKey(digest, one.SubscriberId);
                    break;
                default:
                    await collected.RemoveAsync(one, cancellation);
                    break;
            }
        }

        return (open, begun);
    }

    private async Task<bool> FinishAsync(DeliveryKey key, Subscriber subscriber, CancellationToken cancellation)
    {
        var digest = await deliveries.GetAsync(key, cancellation) ?? throw new InvalidDataException($"There is no entry of the digest {key} that others name.");
        if (digest.State == DeliveryState.Bundling)
        {
            foreach (var occasion in digest.Covers)
                await TakeInAsync(Occasion.Parse(occasion), subscriber, digest, cancellation);
            // False where another run was faster; it has done the same.
            await deliveries.ReplaceAsync(digest with { State = DeliveryState.Pending }, cancellation);
        }

        var isPending = await deliveries.GetAsync(key, cancellation) is { State: DeliveryState.Pending };
        if (isPending)
            await queues.SendAsync(Queues.Deliveries, key.ToString(), TimeSpan.Zero, cancellation);
        foreach (var occasion in digest.Covers)
            await collected.RemoveAsync(new Waiting(key.SubscriberId, occasion, digest.Created), cancellation);
        return isPending;
    }

    /// <summary>Makes a delivery part of the digest, unless it is part of another, and notes what is told by it.</summary>
    private async Task TakeInAsync(Occasion occasion, Subscriber subscriber, DeliveryEntry digest, CancellationToken cancellation)
    {
        var key = new DeliveryKey(occasion.ToString(), subscriber.Id);
        // What is told is what history says and the subscriber asks for today: either may have changed since it was collected.
        var changes = await evidence.ChangesAsync(occasion, cancellation);
        var filing = await filings.GetAsync(new FilingKey(occasion.Company, occasion.Filing), cancellation);
        var wanted = filing is null ? [] : subscriber.Select(filing.Facts, changes);
        var part = await deliveries.GetAsync(key, cancellation);
        while (part is { State: DeliveryState.Collected })
        {
            var taken = part with { State = DeliveryState.Bundled, Digest = digest.Key.Occasion, ChangeIds = [.. wanted.Select(change => change.Id)] };
            await deliveries.ReplaceAsync(taken, cancellation);
            part = await deliveries.GetAsync(key, cancellation);
        }

        if (part?.Digest != digest.Key.Occasion)
            return;
        var told = part.ChangeIds.ToHashSet(StringComparer.Ordinal);
        await alerted.MarkAsync(occasion.Company, digest.Key.AlertId, changes.Where(change => told.Contains(change.Id)), cancellation);
    }

    /// <summary>Nothing is kept for somebody who left.</summary>
    private async Task DropAsync(IReadOnlyList<Waiting> waiting, CancellationToken cancellation)
    {
        foreach (var one in waiting)
        {
            if (await deliveries.GetAsync(new DeliveryKey(one.Occasion, one.SubscriberId), cancellation) is { State: DeliveryState.Collected } entry)
                await deliveries.ReplaceAsync(entry with { State = DeliveryState.Suppressed, LastError = "The subscriber left." }, cancellation);
            await collected.RemoveAsync(one, cancellation);
        }
    }

    private bool IsDue(IEnumerable<Waiting> waiting, Cadence cadence) => waiting.Any(one => cadence.IsDue(one.Since, time.GetUtcNow()));

    private async Task<Dictionary<string, Cadence>> CadencesAsync(CancellationToken cancellation)
    {
        var cadences = new Dictionary<string, Cadence>(StringComparer.Ordinal);
        await foreach (var subscriber in subscribers.ListAsync(cancellation))
        {
            if (subscriber.State == SubscriberState.Confirmed)
                cadences.Add(subscriber.Id, subscriber.Cadence);
        }

        return cadences;
    }
}

/// <summary>What a look for digests found.</summary>
/// <param name="Ready">Digests that were made ready.</param>
/// <param name="Failures">What could not be made and why, in a sentence each; the next run tries again.</param>
public sealed record DigestReport(int Ready, IReadOnlyList<string> Failures);
