using Alerts.Edgar;

namespace Alerts.Pipeline;

/// <summary>A company whose filings are in the archive, watched on EDGAR or not.</summary>
public sealed record Company
{
    /// <summary>Ten-digit CIK; for a company known by its documents only, a key made of its name.</summary>
    public required string Key { get; init; }

    /// <summary>Its name as EDGAR or its documents write it.</summary>
    public string? Name { get; init; }

    /// <summary>Trading symbol; null for one that trades no more.</summary>
    public string? Ticker { get; init; }

    /// <summary>When it came onto the watchlist; null while it is not watched. What was accepted before is history.</summary>
    public DateTimeOffset? WatchedSince { get; init; }

    /// <summary>Whether the pages of older filings are to be read too.</summary>
    public bool WantsHistory { get; init; }

    /// <summary>Whether they have been.</summary>
    public bool HasHistory { get; init; }

    /// <summary>
    /// What EDGAR's list called itself when everything on it was in the archive; none where something is still to be fetched.
    /// </summary>
    public Validators Listed { get; init; } = Validators.None;

    /// <summary>"ImmunoGen, Inc. (IMGN)".</summary>
    public string Title => (Name ?? Key) + (Ticker is null ? "" : $" ({Ticker})");
}
