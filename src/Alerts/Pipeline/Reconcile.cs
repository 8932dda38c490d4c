using System.Globalization;
using Alerts.Delivery;
using Alerts.Storage;

namespace Alerts.Pipeline;

/// <summary>
/// Compares the archive with the records, and the records with the deliveries, and makes good what is missing: lost events,
/// crashes, messages that ran out, filings that an older version of the rules has read.
/// </summary>
public sealed class Reconcile(
    FilingArchive archive, FilingStore filings, ParseFiling parse, DeliveryLog deliveries, IQueueSender queues, TimeProvider time)
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

        return new ReconcileReport(expected, expected - missed.Count, missed) { Repaired = repaired, Requeued = requeued };
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
        var now = time.GetUtcNow();
        if (!filing.IsLive || now - filing.Seen > DeliveriesWithin)
            return 0;
        var occasion = new Occasion(filing.Key.Company, filing.Key.Name).ToString();
        if (filing.Alerted is null)
        {
            await queues.SendAsync(Queues.Alerts, occasion, TimeSpan.Zero, cancellation);
            return 1;
        }

        var requeued = 0;
        await foreach (var delivery in deliveries.ListAsync(occasion, cancellation))
        {
            if (delivery.State != DeliveryState.Pending || delivery.NotBefore > now)
                continue;
            await queues.SendAsync(Queues.Deliveries, delivery.Key.ToString(), TimeSpan.Zero, cancellation);
            requeued++;
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

    /// <summary>Messages for alerts and deliveries that were sent again.</summary>
    public int Requeued { get; init; }

    /// <summary>"24 expected, 24 processed, 0 missed".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Expected} expected, {Processed} processed, {Missed.Count} missed");
}
