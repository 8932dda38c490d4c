using Alerts.Delivery.Wording;
using Alerts.Subscriptions;

namespace Alerts.Delivery;

/// <summary>Makes the digest for a subscriber from what was collected. Pure, and whatever the order in which filings were collected, the digest is the same.</summary>
public static class DigestComposer
{
    /// <summary>Composes a digest.</summary>
    /// <param name="key">Name of the delivery.</param>
    /// <param name="subscriber">Who is told.</param>
    /// <param name="material">What is told, at least one change of each; a filing may come several times.</param>
    /// <param name="created">When the digest was made.</param>
    public static Digest Compose(DeliveryKey key, Subscriber subscriber, IReadOnlyList<AlertMaterial> material, DateTimeOffset created)
    {
        if (material.Count == 0 || material.Any(one => one.Changes.Count == 0))
            throw new ArgumentException($"The digest {key} needs at least one change of each of its filings, and a filing.", nameof(material));
        // A filing and what lapsed of it later are two occasions.
        var filings = material
            .GroupBy(one => one.Url)
            .Select(group => group.First() with { Changes = ChangeImportance.Order(group.SelectMany(one => one.Changes)) })
            .OrderByDescending(filing => ChangeImportance.Score(filing.Changes[0]))
            .ThenByDescending(filing => filing.Filing.FiledAt)
            .ThenBy(filing => filing.Url.AbsoluteUri, StringComparer.Ordinal)
            .ToList();
        return new()
        {
            Key = key,
            Subject = DigestWording.Subject(filings),
            Created = created,
            Cadence = subscriber.Cadence,
            Filings = filings,
            Why = RuleWording.Why(subscriber) + DigestWording.HowOften(subscriber.Cadence),
        };
    }
}
