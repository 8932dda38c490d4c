using Alerts.Edgar;

namespace Alerts.Pipeline;

/// <summary>What a poll found.</summary>
public sealed record PollReport
{
    /// <summary>Companies on the watchlist.</summary>
    public int Companies { get; init; }

    /// <summary>Companies whose list had not changed.</summary>
    public int Unchanged { get; init; }

    /// <summary>The filings that were archived, in the order in which they were.</summary>
    public IReadOnlyList<FilingKey> Archived { get; init; } = [];

    /// <summary>What could not be read; the next poll tries again.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];

    /// <summary>Set where the SEC refused, or still refuses, to answer.</summary>
    public EdgarStopException? Stop { get; init; }
}
