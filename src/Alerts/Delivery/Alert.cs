using Alerts.Records;

namespace Alerts.Delivery;

/// <summary>What one subscriber is told about one filing: all changes that match, in order of importance.</summary>
public sealed record Alert
{
    /// <summary>Name of the delivery; its <see cref="DeliveryKey.AlertId"/> goes out with the alert.</summary>
    public required DeliveryKey Key { get; init; }

    /// <summary>The line that says it all: "IMGN: MIRASOL top line delayed to early 2023; BLA accepted, PDUFA 28 Nov 2022".</summary>
    public required string Subject { get; init; }

    /// <summary>When the alert came into being; a repeated send carries the same time.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The filing's header and cover.</summary>
    public required FilingFacts Filing { get; init; }

    /// <summary>The filing on sec.gov.</summary>
    public required Uri Url { get; init; }

    /// <summary>The changes, the most important first.</summary>
    public required IReadOnlyList<Change> Changes { get; init; }

    /// <summary>What was not read or not understood in the filing.</summary>
    public IReadOnlyList<CoverageNote> Coverage { get; init; } = [];

    /// <summary>Why the subscriber gets this, in a sentence.</summary>
    public required string Why { get; init; }

    /// <summary>The alert's public name.</summary>
    public string Id => Key.AlertId;
}
