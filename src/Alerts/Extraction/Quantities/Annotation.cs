namespace Alerts.Extraction.Quantities;

/// <summary>What stands behind a value and describes it: an interval, a p-value, a number of patients.</summary>
/// <param name="First">First token.</param>
/// <param name="Last">Last token.</param>
internal sealed record Annotation(int First, int Last)
{
    /// <summary>The confidence interval.</summary>
    public Interval? Interval { get; init; }

    /// <summary>The p-value.</summary>
    public double? PValue { get; init; }

    /// <summary>Patients in the analysis.</summary>
    public double? N { get; init; }

    /// <summary>Patients with the finding.</summary>
    public double? Count { get; init; }

    /// <summary>The denominator of <see cref="Count"/>.</summary>
    public double? Of { get; init; }
}
