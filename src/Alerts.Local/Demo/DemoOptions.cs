namespace Alerts.Local.Demo;

/// <summary>How the demo runs.</summary>
internal sealed record DemoOptions
{
    /// <summary>The data folder.</summary>
    public required string Data { get; init; }

    /// <summary>Folder of the sample filings.</summary>
    public string Samples { get; init; } = Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>Requests a second; tests do not wait for the SEC's pace.</summary>
    public int RequestsPerSecond { get; init; } = 8;
}
