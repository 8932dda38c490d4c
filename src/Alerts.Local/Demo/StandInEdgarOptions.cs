namespace Alerts.Local.Demo;

/// <summary>What a test may set differently from EDGAR.</summary>
public sealed record StandInEdgarOptions
{
    /// <summary>Filings that a company's list holds itself; older ones stand on pages of as many.</summary>
    public int RecentFilings { get; init; } = 1000;

    /// <summary>Requests allowed in any second, before ten minutes of refusal.</summary>
    public int RequestsPerSecond { get; init; } = 10;

    /// <summary>Clock of the request rate: the machine's, since the demo's own jumps over years.</summary>
    public TimeProvider RateClock { get; init; } = TimeProvider.System;
}
