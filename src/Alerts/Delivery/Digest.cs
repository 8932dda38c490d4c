using Alerts.Records;
using Alerts.Subscriptions;

namespace Alerts.Delivery;

/// <summary>What one subscriber is told at the end of a day or week: all changes that were collected, by filing, in order of importance.</summary>
public sealed record Digest
{
    /// <summary>Name of the delivery; its <see cref="DeliveryKey.AlertId"/> goes out with the digest.</summary>
    public required DeliveryKey Key { get; init; }

    /// <summary>The line that says it all: "3 companies, 7 changes: IMGN MIRASOL top line delayed to early 2023; +6 more".</summary>
    public required string Subject { get; init; }

    /// <summary>When the digest was made; a repeated send carries the same time.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>How often the subscriber asked to be told.</summary>
    public required Cadence Cadence { get; init; }

    /// <summary>The filings, and of each its changes, the most important first.</summary>
    public required IReadOnlyList<AlertMaterial> Filings { get; init; }

    /// <summary>Why the subscriber gets this, in a sentence or two.</summary>
    public required string Why { get; init; }

    /// <summary>The digest's public name.</summary>
    public string Id => Key.AlertId;

    /// <summary>All changes, filing by filing.</summary>
    public IEnumerable<Change> Changes => Filings.SelectMany(filing => filing.Changes);
}
