using Alerts.Extraction;
using Alerts.Records;

namespace Alerts.Pipeline;

/// <summary>What became of an archived filing: the row that is written when all of its records and its history are.</summary>
public sealed record ProcessedFiling
{
    /// <summary>Company and name in the archive.</summary>
    public required FilingKey Key { get; init; }

    /// <summary>Header and cover, with the company's CIK and ticker where the filing itself leaves them out.</summary>
    public required FilingFacts Facts { get; init; }

    /// <summary>What was not understood.</summary>
    public IReadOnlyList<CoverageNote> Coverage { get; init; } = [];

    /// <summary>Its place in time: the acceptance, else the day of the event, else when it was first seen.</summary>
    public DateTimeOffset At => Facts.FiledAt
        ?? (Facts.EventDate is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : Seen);

    /// <summary>The file that it was ingested from.</summary>
    public string? File { get; init; }

    /// <summary>When it was first seen (UTC).</summary>
    public required DateTimeOffset Seen { get; init; }

    /// <summary>Whether subscribers are told of it; false for history.</summary>
    public required bool IsLive { get; init; }

    /// <summary>Version of the rules that made the records (<see cref="FilingExtractor.Version"/>).</summary>
    public required int Version { get; init; }

    /// <summary>False where an older version of the rules made the records: the filing is to be read again.</summary>
    public bool IsCurrent => Version >= FilingExtractor.Version;

    /// <summary>Number of data points.</summary>
    public int DataPoints { get; init; }

    /// <summary>Number of milestones and financial figures.</summary>
    public int Guidance { get; init; }

    /// <summary>Number of records among them that are for review: not sure enough for history.</summary>
    public int ForReview { get; init; }

    /// <summary>When its deliveries had all been made ready; null while that is to be done.</summary>
    public DateTimeOffset? Alerted { get; init; }

    /// <summary>The store's version of the row as read.</summary>
    internal string? ETag { get; init; }
}
