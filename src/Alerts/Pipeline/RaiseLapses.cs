using Alerts.History;
using Alerts.Records;
using Alerts.Storage;

namespace Alerts.Pipeline;

/// <summary>
/// Moves the clock of a company's history and asks for alerts about the windows that lapsed lately. What lapsed is read back from
/// history, so a crash between the two is made good by the next run.
/// </summary>
public sealed class RaiseLapses(HistoryStore history, CompanyStore companies, IQueueSender queues, PipelineOptions options, TimeProvider time)
{
    /// <summary>Runs for every company.</summary>
    /// <returns>The windows that lapsed now, alerted or not.</returns>
    public async Task<IReadOnlyList<Change>> RunAsync(CancellationToken cancellation)
    {
        var lapsed = new List<Change>();
        await foreach (var company in companies.ListAsync(cancellation))
            lapsed.AddRange(await RunAsync(company, cancellation));
        return lapsed;
    }

    private async Task<IReadOnlyList<Change>> RunAsync(Company company, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var lapsed = await history.LapseAsync(company.Key, now, cancellation);
        var from = now - options.LiveWithin;
        if (company.WatchedSince is not { } since)
            return lapsed;
        var occasions = new HashSet<Occasion>();
        await foreach (var change in history.ChangesAsync(company.Key, since > from ? since : from, now, cancellation))
        {
            if (change is { Word: ChangeWord.Lapsed, Filing: { } filing, At: { } at })
                occasions.Add(new Occasion(company.Key, filing, DateOnly.FromDateTime(at.UtcDateTime)));
        }

        foreach (var occasion in occasions)
            await queues.SendAsync(Queues.Alerts, occasion.ToString(), TimeSpan.Zero, cancellation);
        return lapsed;
    }
}
