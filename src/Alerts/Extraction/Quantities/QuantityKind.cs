namespace Alerts.Extraction.Quantities;

/// <summary>What a number counts or measures.</summary>
internal enum QuantityKind
{
    /// <summary>"32.4%", "seventy-one percent".</summary>
    Percent,

    /// <summary>A number of patients: "18 patients", "three treated participants".</summary>
    Patients,

    /// <summary>"4 of the 10 patients", "8/11", "all 6 patients".</summary>
    Share,

    /// <summary>"5.9 months", "eighteen weeks".</summary>
    Time,

    /// <summary>"3.6 mg/kg".</summary>
    Dose,

    /// <summary>Any other unit: letters, µm, mL, points.</summary>
    Measured,

    /// <summary>"2.5-fold".</summary>
    Ratio,

    /// <summary>A number without a unit.</summary>
    Plain,
}

/// <summary>How exactly a number is meant.</summary>
internal enum Precision
{
    /// <summary>As it stands.</summary>
    Exact,

    /// <summary>"approximately", "nearly", "~".</summary>
    About,

    /// <summary>"more than", "at least", "≥".</summary>
    AtLeast,

    /// <summary>"less than", "up to", "≤".</summary>
    AtMost,
}
