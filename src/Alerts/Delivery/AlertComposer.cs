using Alerts.Delivery.Wording;
using Alerts.Edgar;
using Alerts.Records;
using Alerts.Subscriptions;

namespace Alerts.Delivery;

/// <summary>Makes the alert for a subscriber from changes that were selected for it. Pure: the same input, the same alert.</summary>
public static class AlertComposer
{
    /// <summary>Composes an alert.</summary>
    /// <param name="key">Name of the delivery.</param>
    /// <param name="subscriber">Who is told.</param>
    /// <param name="filing">Header and cover of the filing.</param>
    /// <param name="url">The filing on sec.gov (<see cref="EdgarNames.FilingPage"/>).</param>
    /// <param name="changes">The changes that match, at least one.</param>
    /// <param name="coverage">What was not understood in the filing.</param>
    /// <param name="created">When the delivery came into being.</param>
    public static Alert Compose(
        DeliveryKey key,
        Subscriber subscriber,
        FilingFacts filing,
        Uri url,
        IReadOnlyList<Change> changes,
        IReadOnlyList<CoverageNote> coverage,
        DateTimeOffset created)
    {
        if (changes.Count == 0)
            throw new ArgumentException($"An alert about {key.Occasion} needs at least one change.", nameof(changes));
        var ordered = ChangeImportance.Order(changes);
        return new()
        {
            Key = key,
            Subject = AlertSubject.Of(filing, ordered),
            Created = created,
            Filing = filing,
            Url = url,
            Changes = ordered,
            Coverage = coverage,
            Why = RuleWording.Why(subscriber),
        };
    }
}
