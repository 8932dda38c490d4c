using System.Text.Json.Serialization;
using Alerts.Records;

namespace Alerts.History;

/// <summary>What became of everything that a company said: a line for each milestone, result and figure.</summary>
/// <param name="Cik">The company.</param>
/// <param name="Lines">Milestones first, then results, then figures; each kind in the order in which it was first spoken of.</param>
public sealed record Timeline(string Cik, IReadOnlyList<TimelineLine> Lines);

/// <summary>One milestone with its windows, or one endpoint or figure with its values, over time.</summary>
public sealed record TimelineLine
{
    /// <summary>Milestone, data or financial.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>The contract's code.</summary>
    public required string Code { get; init; }

    /// <summary>The program, as it was called last.</summary>
    public string? Program { get; init; }

    /// <summary>The trial.</summary>
    public string? Trial { get; init; }

    /// <summary>What the line is about, in words: "MIRASOL top-line data".</summary>
    public required string Subject { get; init; }

    /// <summary>What became of it.</summary>
    public required TimelineEnd End { get; init; }

    /// <summary>First window, slips and punctuality of a milestone that had a date.</summary>
    public Course? Course { get; init; }

    /// <summary>What was said, oldest first; reaffirmations too.</summary>
    public required IReadOnlyList<TimelineEntry> Entries { get; init; }
}

/// <summary>What became of a milestone, result or figure.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TimelineEnd>))]
public enum TimelineEnd
{
    /// <summary>Still expected; of results and figures: in force.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>It happened, as a filing said or as another milestone implies.</summary>
    [JsonStringEnumMemberName("achieved")]
    Achieved,

    /// <summary>Stopped or taken back.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,

    /// <summary>The window passed, and nobody has spoken of it since.</summary>
    [JsonStringEnumMemberName("lapsed")]
    Lapsed,

    /// <summary>Filings no longer mention it.</summary>
    [JsonStringEnumMemberName("omitted")]
    Omitted,
}

/// <summary>One statement in the course of time, or a silence.</summary>
public sealed record TimelineEntry
{
    /// <summary>When it was said.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it did to what was known.</summary>
    [JsonPropertyName("change")]
    public required ChangeWord Word { get; init; }

    /// <summary>The window, value or range in words: "Q3 2022", "5.9 months (95% CI 5.6–7.7)".</summary>
    public required string Says { get; init; }

    /// <summary>The statement; null for a silence.</summary>
    public Statement? Statement { get; init; }

    /// <summary>By how much it moved.</summary>
    public double? By { get; init; }

    /// <summary>Accession number of the filing.</summary>
    public string? Filing { get; init; }

    /// <summary>The file that the filing was ingested from.</summary>
    public string? File { get; init; }

    /// <summary>The sentence that proves it.</summary>
    public string? Quote { get; init; }

    /// <summary>The filing on sec.gov.</summary>
    public string? Url { get; init; }
}
