namespace Alerts.Records;

/// <summary>
/// One clinical result as a filing states it. The same value stated again in the same document is one data point.
/// </summary>
public sealed record DataPoint : Statement
{
    /// <summary>What was measured.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The number as written; null where the outcome says all (met, not reached).</summary>
    public double? Value { get; init; }

    /// <summary>
    /// <c>%</c>, <c>months</c>, <c>weeks</c>, <c>days</c>, <c>years</c>, <c>hours</c>, <c>patients</c>, <c>mg/kg</c>,
    /// <c>mg/m2</c>, <c>mg</c>, <c>HR</c> (hazard ratio), <c>lines</c> (prior therapies), <c>ratio</c>, <c>score</c>, <c>other</c>.
    /// </summary>
    public string? Unit { get; init; }

    /// <summary>The unit in the document's words where <see cref="Unit"/> is <c>other</c>: "letters", "µm".</summary>
    public string? UnitText { get; init; }

    /// <summary>Patients with the finding, where a percentage is stated too ("4 of 10 (40%)").</summary>
    public double? Count { get; init; }

    /// <summary>The denominator of <see cref="Count"/>, or of a value in patients.</summary>
    public double? Of { get; init; }

    /// <summary>Patients in the analysis.</summary>
    public double? N { get; init; }

    /// <summary>Lower bound of the stated interval; null for an open end.</summary>
    public double? CiLow { get; init; }

    /// <summary>Upper bound of the stated interval; null for an open end ("NR").</summary>
    public double? CiHigh { get; init; }

    /// <summary>Level of the interval in percent, usually 95.</summary>
    public double? CiLevel { get; init; }

    /// <summary>p-value as a number; "p&lt;0.0001" is 0.0001.</summary>
    public double? PValue { get; init; }

    /// <summary><c>investigator</c> or <c>BICR</c> (blinded independent central review); null where not stated.</summary>
    public string? Assessor { get; init; }

    /// <summary>The trial arm in the document's words; <c>difference</c> for a comparison with the control arm.</summary>
    public string? Arm { get; init; }

    /// <summary>The subgroup or population in the document's words; <c>planned</c> for a planned size.</summary>
    public string? Population { get; init; }

    /// <summary>Landmark of a rate ("12 months") or dose of a finding ("4.8 mg/kg").</summary>
    public string? At { get; init; }

    /// <summary>The adverse event or endpoint in the document's words, lower case.</summary>
    public string? Term { get; init; }

    /// <summary>CTCAE grade: <c>any</c>, <c>3+</c>, <c>4</c> …</summary>
    public string? Grade { get; init; }

    /// <summary><c>met</c>, <c>not_met</c> (PRIMARY_ENDPOINT), <c>not_reached</c> (a median), <c>none</c> (a finding that is denied).</summary>
    public string? Outcome { get; init; }

    /// <summary>Data cutoff.</summary>
    public DateOnly? AsOf { get; init; }
}
