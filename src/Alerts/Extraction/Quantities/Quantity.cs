namespace Alerts.Extraction.Quantities;

/// <summary>A number with its unit and all that stands in brackets behind it.</summary>
/// <param name="Kind">What it measures.</param>
/// <param name="Value">The number as written.</param>
/// <param name="Unit">The unit in the contract's spelling; the text's own word for <see cref="QuantityKind.Measured"/>.</param>
/// <param name="First">First token, with the sign.</param>
/// <param name="Last">Last token of number and unit.</param>
internal sealed record Quantity(QuantityKind Kind, double Value, string? Unit, int First, int Last)
{
    /// <summary>Last token of what belongs to it: interval, p-value, number of patients.</summary>
    public int End { get; init; } = Last;

    /// <summary>How exactly it is meant.</summary>
    public Precision Precision { get; init; }

    /// <summary>Patients with the finding, where the value is a percentage: "40% (4/10)".</summary>
    public double? Count { get; init; }

    /// <summary>The denominator.</summary>
    public double? Of { get; init; }

    /// <summary>Patients in the analysis: "(n=30)".</summary>
    public double? N { get; init; }

    /// <summary>The confidence interval.</summary>
    public Interval? Interval { get; init; }

    /// <summary>The p-value.</summary>
    public double? PValue { get; init; }

    /// <summary>True for the ends of "six to eighteen weeks": no single value.</summary>
    public bool IsRange { get; init; }

    /// <summary>True for "52-week": the number describes the word behind.</summary>
    public bool IsAttribute { get; init; }

    /// <summary>True for "not reached" in the place of a number; the value is NaN.</summary>
    public bool IsNotReached { get; init; }
}

/// <summary>A confidence interval as stated.</summary>
/// <param name="Low">Lower bound; null for an open end.</param>
/// <param name="High">Upper bound; null for an open end ("NR").</param>
/// <param name="Level">Level in percent, where stated.</param>
internal sealed record Interval(double? Low, double? High, double? Level);
