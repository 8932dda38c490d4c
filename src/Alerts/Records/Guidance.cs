using System.Text.Json.Serialization;

namespace Alerts.Records;

/// <summary>What a company says will happen: a <see cref="Milestone"/> or a <see cref="FinancialGuidance"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Milestone), "milestone")]
[JsonDerivedType(typeof(FinancialGuidance), "financial")]
public abstract record Guidance : Statement
{
    /// <summary>The time phrase as written: "first quarter of 2022".</summary>
    public string? When { get; init; }

    /// <summary>First day of the window, inclusive; null where no time is stated.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the window, inclusive; null where no time is stated.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Names what the code alone does not: the segment, the margin, the other event.</summary>
    public string? Term { get; init; }
}

/// <summary>An event of a program or trial, with the window in which it is to happen or the day it happened.</summary>
public sealed record Milestone : Guidance
{
    /// <summary>The kind of event.</summary>
    [JsonPropertyName("milestone")]
    public required MilestoneCode Code { get; init; }

    /// <summary>The application or designation: BLA, sBLA, NDA, MAA, IND, RMAT, BTD, FAST_TRACK, ORPHAN …</summary>
    public string? What { get; init; }

    /// <summary>Planned, on track, achieved, delayed or withdrawn.</summary>
    public required MilestoneStatus Status { get; init; }

    /// <summary>Tells apart what would otherwise be equal: the disease, in the document's words.</summary>
    public string? Indication { get; init; }

    /// <summary>Tells apart trials without a name: the patients, in the document's words.</summary>
    public string? Population { get; init; }
}

/// <summary>A figure that the company expects, for a fiscal period or at a date.</summary>
public sealed record FinancialGuidance : Guidance
{
    /// <summary>What the figure is.</summary>
    public required FinancialMetric Metric { get; init; }

    /// <summary><c>GAAP</c> or <c>adjusted</c>, where stated.</summary>
    public string? Basis { get; init; }

    /// <summary>Lower end in plain units (75000000, not 75); null for "up to".</summary>
    public double? Low { get; init; }

    /// <summary>Upper end in plain units; null for "at least". Equal to <see cref="Low"/> for a point.</summary>
    public double? High { get; init; }

    /// <summary><c>USD</c>, another ISO code, <c>USD/share</c> or <c>%</c>.</summary>
    public string? Unit { get; init; }

    /// <summary><c>FY2022</c>, <c>Q3 2022</c> (the filer's fiscal periods), or an ISO date for balances.</summary>
    public string? Period { get; init; }
}
