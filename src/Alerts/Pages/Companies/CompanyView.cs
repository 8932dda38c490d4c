using Alerts.History;
using Alerts.Pipeline;
using Alerts.Records;

namespace Alerts.Pages.Companies;

/// <summary>What the page of a company, or of one of its programs, shows.</summary>
public sealed record CompanyView
{
    /// <summary>The company.</summary>
    public required Company Company { get; init; }

    /// <summary>The company as its filings write it: "ImmunoGen, Inc. (IMGN)".</summary>
    public required string Title { get; init; }

    /// <summary>The day of the request: what was expected before it is overdue.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The program, as it was called last; null for the whole company.</summary>
    public string? Program { get; init; }

    /// <summary>The programs that were spoken of lately.</summary>
    public IReadOnlyList<string> Programs { get; init; } = [];

    /// <summary>Milestones, those expected and those that moved lately.</summary>
    public required Timeline Milestones { get; init; }

    /// <summary>Results, each with the last value of its endpoint.</summary>
    public required IReadOnlyList<Change> Results { get; init; }

    /// <summary>What changed last, newest first.</summary>
    public required IReadOnlyList<News> News { get; init; }

    /// <summary>The filings that were read last, newest first.</summary>
    public IReadOnlyList<ProcessedFiling> Filings { get; init; } = [];
}
