namespace Alerts.Pipeline;

/// <summary>What the operator decides about the pipeline.</summary>
public sealed record PipelineOptions
{
    /// <summary>
    /// Filings that were accepted longer ago than this when they were first seen are history, and alerted to nobody.
    /// Long enough for a weekend's outage.
    /// </summary>
    public TimeSpan LiveWithin { get; init; } = TimeSpan.FromDays(3);
}
