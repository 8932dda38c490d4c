using Alerts.Delivery;
using Alerts.Edgar;
using Alerts.Extraction;
using Alerts.Filings;
using Alerts.History;
using Alerts.Records;

namespace Alerts.Pipeline;

/// <summary>
/// What an occasion changed, as history has it now, and only as far as the archived filings still prove it: no alert
/// goes out whose quote does not stand where it should.
/// </summary>
public sealed class AlertEvidence(FilingArchive archive, FilingStore filings, HistoryStore history)
{
    /// <summary>The changes of an occasion.</summary>
    public async Task<IReadOnlyList<Change>> ChangesAsync(Occasion occasion, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(occasion);
        if (occasion.LapsedOn is not { } day)
            return await history.ChangesOfFilingAsync(occasion.Company, occasion.Filing, cancellation);
        var start = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        var changes = new List<Change>();
        await foreach (var change in history.ChangesAsync(occasion.Company, start, start.AddDays(1), cancellation))
        {
            if (change.Word == ChangeWord.Lapsed && change.Filing == occasion.Filing)
                changes.Add(change);
        }

        return changes;
    }

    /// <summary>What a delivery tells of (<see cref="LoadAlertMaterial"/>).</summary>
    public async Task<AlertMaterial?> LoadAsync(DeliveryEntry delivery, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var occasion = Occasion.Parse(delivery.Key.Occasion);
        if (await filings.GetAsync(new FilingKey(occasion.Company, occasion.Filing), cancellation) is not { } filing)
            return null;
        var wanted = delivery.ChangeIds.ToHashSet(StringComparer.Ordinal);
        var changes = (await ChangesAsync(occasion, cancellation)).Where(change => wanted.Contains(change.Id));
        var proven = new List<Change>();
        foreach (var group in changes.GroupBy(FilingOfQuote))
        {
            if (await archive.ReadAsync(new FilingKey(occasion.Company, group.Key), cancellation) is not { } archived)
                continue;
            var read = FilingReader.Read(archived.Content);
            proven.AddRange(group.Where(change => Stands(read, change)));
        }

        return new AlertMaterial(filing.Facts, UrlOf(occasion), proven, filing.Coverage);
    }

    private static Uri UrlOf(Occasion occasion) => EdgarNames.FilingPage(occasion.Company, occasion.Filing);

    // What was said is proven by the filing that said it; a silence by the filing that last spoke.
    private static string FilingOfQuote(Change change) => (change.After is null ? change.BeforeFiling : change.Filing) ?? change.Filing ?? "";

    private static bool Stands(ReadFiling filing, Change change) =>
        (change.After ?? change.Before) is { } statement && Evidence.Stands(filing, statement);
}
