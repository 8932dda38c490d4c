using System.Globalization;
using Alerts.Delivery;
using Alerts.Signup;
using Alerts.Storage;

namespace Alerts.Pipeline;

/// <summary>
/// Compares the archive with the records, and the records with the deliveries, and makes good what is missing: lost events,
/// crashes, messages that ran out, filings that an older version of the rules has read. Requests that nobody confirmed end here.
/// </summary>
public sealed class Reconcile(
    FilingArchive archive,
    FilingStore filings,
    ParseFiling parse,
    DeliveryLog deliveries,
    CollectedNews collected,
    TendRequests requests,
    IQueueSender queues,
    TimeProvider time)
{
    // Deliveries are tried over some three days; a pending one is older than that only if its message was lost.
    private static readonly TimeSpan DeliveriesWithin = TimeSpan.FromDays(14);

    /// <summary>Runs over all companies.</summary>
    /// <param name="progress">Told of each filing that was processed; may be null.</param>
    /// <param name="cancellation">Stops between two filings.</param>
    public async Task<ReconcileReport> RunAsync(IProgress<ParseReport>? progress, CancellationToken cancellation)
    {
        var (expected, repaired, requeued) = (0, 0, 0);
        var missed = new List<string>();
        var known = (Company: "", Filings: new Dictionary<string, ProcessedFiling>(StringComparer.Ordinal));
        await foreach (var key in archive.ListAsync(null, cancellation))
        {
            expected++;
            if (key.Company != known.Company)
                known = (key.Company, await KnownAsync(key.Company, cancellation));
            if (known.Filings.GetValueOrDefault(key.Name) is { IsCurrent: true } filing)
            {
                requeued += await RequeueAsync(filing, cancellation);
                continue;
            }

            try
            {
                if (await parse.RunAsync(key, cancellation) is { } report)
                {
                    progress?.Report(report);
                    repaired++;
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One filing that cannot be processed must not keep the others from it; the report names it.
                missed.Add($"{key.BlobName}: {failure.Message}");
            }
        }

        requeued += await RequeueDigestsAsync(cancellation);
        var asked = await requests.RunAsync(cancellation);
        return new ReconcileReport(expected, expected - missed.Count, missed) { Repaired = repaired, Requeued = requeued + asked.Requeued, Expired = asked.Expired };
    }

    private async Task<Dictionary<string, ProcessedFiling>> KnownAsync(string company, CancellationToken cancellation)
    {
        var known = new Dictionary<string, ProcessedFiling>(StringComparer.Ordinal);
        await foreach (var filing in filings.ListAsync(company, cancellation))
            known.Add(filing.Key.Name, filing);
        return known;
    }

    private async Task<int> RequeueAsync(ProcessedFiling filing, CancellationToken cancellation)
    {
        if (!filing.IsLive || time.GetUtcNow() - filing.Seen > DeliveriesWithin)
            return 0;
        var occasion = new Occasion(filing.Key.Company, filing.Key.Name).ToString();
        if (filing.Alerted is null)
        {
            await queues.SendAsync(Queues.Alerts, occasion, TimeSpan.Zero, cancellation);
            return 1;
        }

        return await RequeueAsync(occasion, cancellation);
    }

    private async Task<int> RequeueDigestsAsync(CancellationToken cancellation)
    {
        var requeued = 0;
        var now = time.GetUtcNow();
        for (var day = now - DeliveriesWithin; day <= now; day = day.AddDays(1))
            requeued += await RequeueAsync(DigestName.Of(DateOnly.FromDateTime(day.UtcDateTime)), cancellation);
        return requeued;
    }

    private async Task<int> RequeueAsync(string occasion, CancellationToken cancellation)
    {
        var requeued = 0;
        await foreach (var delivery in deliveries.ListAsync(occasion, cancellation))
        {
            switch (delivery.State)
            {
                case DeliveryState.Pending when !(delivery.NotBefore > time.GetUtcNow()):
                    await queues.SendAsync(Queues.Deliveries, delivery.Key.ToString(), TimeSpan.Zero, cancellation);
                    requeued++;
                    break;
                case DeliveryState.Collected when await collected.AddAsync(new Waiting(delivery.Key.SubscriberId, occasion, delivery.Created), cancellation):
                    requeued++;
                    break;
            }
        }

        return requeued;
    }
}

/// <summary>What a reconciliation found.</summary>
/// <param name="Expected">Filings in the archive.</param>
/// <param name="Processed">Filings whose records are complete, now at the latest.</param>
/// <param name="Missed">Those that could not be processed, with the reason.</param>
public sealed record ReconcileReport(int Expected, int Processed, IReadOnlyList<string> Missed)
{
    /// <summary>Filings that had to be processed now.</summary>
    public int Repaired { get; init; }

    /// <summary>Messages for alerts and deliveries that were sent again, and what was put back to wait for a digest.</summary>
    public int Requeued { get; init; }

    /// <summary>Requests for subscriptions that nobody confirmed in time and that were forgotten.</summary>
    public int Expired { get; init; }

    /// <summary>"24 expected, 24 processed, 0 missed".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Expected} expected, {Processed} processed, {Missed.Count} missed");
}
