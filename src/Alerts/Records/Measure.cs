using System.Text.Json.Serialization;

namespace Alerts.Records;

/// <summary>What a data point measures. Names in JSON are the codes of the contract.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Measure>))]
public enum Measure
{
    /// <summary>Whether the trial met its primary endpoint.</summary>
    [JsonStringEnumMemberName("PRIMARY_ENDPOINT")]
    PrimaryEndpoint,

    /// <summary>Objective (overall) response rate.</summary>
    [JsonStringEnumMemberName("ORR")]
    Orr,

    /// <summary>Complete response.</summary>
    [JsonStringEnumMemberName("CR")]
    Cr,

    /// <summary>Partial response.</summary>
    [JsonStringEnumMemberName("PR")]
    Pr,

    /// <summary>Stable disease.</summary>
    [JsonStringEnumMemberName("SD")]
    Sd,

    /// <summary>Progressive disease.</summary>
    [JsonStringEnumMemberName("PD")]
    Pd,

    /// <summary>Disease control rate.</summary>
    [JsonStringEnumMemberName("DCR")]
    Dcr,

    /// <summary>Clinical benefit rate.</summary>
    [JsonStringEnumMemberName("CBR")]
    Cbr,

    /// <summary>Duration of response.</summary>
    [JsonStringEnumMemberName("DOR")]
    Dor,

    /// <summary>Progression-free survival: median, hazard ratio or landmark rate, told apart by the unit.</summary>
    [JsonStringEnumMemberName("PFS")]
    Pfs,

    /// <summary>Overall survival.</summary>
    [JsonStringEnumMemberName("OS")]
    Os,

    /// <summary>Event-free survival.</summary>
    [JsonStringEnumMemberName("EFS")]
    Efs,

    /// <summary>Disease-free survival.</summary>
    [JsonStringEnumMemberName("DFS")]
    Dfs,

    /// <summary>Time to progression.</summary>
    [JsonStringEnumMemberName("TTP")]
    Ttp,

    /// <summary>Any other endpoint of the trial; the term names it.</summary>
    [JsonStringEnumMemberName("ENDPOINT")]
    Endpoint,

    /// <summary>Patients enrolled, treated or evaluable.</summary>
    [JsonStringEnumMemberName("ENROLLMENT")]
    Enrollment,

    /// <summary>Median follow-up.</summary>
    [JsonStringEnumMemberName("FOLLOW_UP")]
    FollowUp,

    /// <summary>Median number of prior lines of therapy.</summary>
    [JsonStringEnumMemberName("PRIOR_THERAPIES")]
    PriorTherapies,

    /// <summary>Median age.</summary>
    [JsonStringEnumMemberName("AGE")]
    Age,

    /// <summary>Maximum tolerated dose.</summary>
    [JsonStringEnumMemberName("MTD")]
    Mtd,

    /// <summary>Recommended phase 2 dose.</summary>
    [JsonStringEnumMemberName("RP2D")]
    Rp2d,

    /// <summary>Dose-limiting toxicity; value and unit are the dose.</summary>
    [JsonStringEnumMemberName("DLT")]
    Dlt,

    /// <summary>Half-life of the drug.</summary>
    [JsonStringEnumMemberName("HALF_LIFE")]
    HalfLife,

    /// <summary>Adverse event, with term and grade.</summary>
    [JsonStringEnumMemberName("AE")]
    Ae,

    /// <summary>Serious adverse events.</summary>
    [JsonStringEnumMemberName("SAE")]
    Sae,

    /// <summary>Discontinuations due to adverse events.</summary>
    [JsonStringEnumMemberName("DISCONTINUATION")]
    Discontinuation,

    /// <summary>Dose reductions due to adverse events.</summary>
    [JsonStringEnumMemberName("DOSE_REDUCTION")]
    DoseReduction,

    /// <summary>Dose delays or interruptions due to adverse events.</summary>
    [JsonStringEnumMemberName("DOSE_DELAY")]
    DoseDelay,

    /// <summary>Deaths in the trial.</summary>
    [JsonStringEnumMemberName("DEATH")]
    Death,
}
