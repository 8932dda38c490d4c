using Alerts.Extraction.Quantities;

namespace Alerts.Extraction.Results;

/// <summary>A value and the phrase that says what it measures.</summary>
/// <param name="Anchor">The phrase.</param>
/// <param name="Quantity">The value.</param>
/// <param name="Cost">How loosely they hang together; 0 is "ORR was 32%".</param>
internal sealed record Binding(Anchor Anchor, Quantity Quantity, int Cost)
{
    /// <summary>True for the figure of a control or of another drug: "… versus 12% on placebo".</summary>
    public bool IsComparator { get; init; }

    /// <summary>The arm that a list pairs the value with: "14%, 36% and 56% at 1, 2 and 3 mg/kg, respectively".</summary>
    public string? Arm { get; init; }

    /// <summary>The p-value of a comparison, which stands behind the control's figure: "22% versus 12% (p=0.015)".</summary>
    public double? PValue { get; init; }

    /// <summary>The first value of the phrase, whose subject further values share; null for the first itself.</summary>
    public Quantity? Start { get; init; }

    /// <summary>True for a further value of the same phrase: "32% in cohort A and 45% in cohort B".</summary>
    public bool IsFurther { get; init; }
}
