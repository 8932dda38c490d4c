using System.Text.Json.Serialization;

namespace Alerts.Records;

/// <summary>The event that a milestone is about. Names in JSON are the codes of the contract.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MilestoneCode>))]
public enum MilestoneCode
{
    /// <summary>A trial begins; its first patient is dosed.</summary>
    [JsonStringEnumMemberName("TRIAL_START")]
    TrialStart,

    /// <summary>The last patient is enrolled.</summary>
    [JsonStringEnumMemberName("ENROLLMENT_COMPLETE")]
    EnrollmentComplete,

    /// <summary>Any first readout of results, interim or preliminary ones too.</summary>
    [JsonStringEnumMemberName("TOPLINE_DATA")]
    ToplineData,

    /// <summary>Results at a named congress, in a journal, or to be "presented".</summary>
    [JsonStringEnumMemberName("DATA_PRESENTATION")]
    DataPresentation,

    /// <summary>A submission to a regulator: BLA, NDA, MAA, IND …</summary>
    [JsonStringEnumMemberName("SUBMISSION")]
    Submission,

    /// <summary>A submission is accepted for review.</summary>
    [JsonStringEnumMemberName("ACCEPTANCE")]
    Acceptance,

    /// <summary>The regulator's decision is due (PDUFA date).</summary>
    [JsonStringEnumMemberName("REGULATORY_DECISION")]
    RegulatoryDecision,

    /// <summary>Marketing approval or device clearance.</summary>
    [JsonStringEnumMemberName("APPROVAL")]
    Approval,

    /// <summary>Commercial launch.</summary>
    [JsonStringEnumMemberName("LAUNCH")]
    Launch,

    /// <summary>A meeting with a regulator.</summary>
    [JsonStringEnumMemberName("REGULATORY_MEETING")]
    RegulatoryMeeting,

    /// <summary>A designation: RMAT, BTD, FAST_TRACK, ORPHAN, PRIORITY_REVIEW …</summary>
    [JsonStringEnumMemberName("DESIGNATION")]
    Designation,

    /// <summary>IND or CTA cleared, trial authorised.</summary>
    [JsonStringEnumMemberName("TRIAL_CLEARANCE")]
    TrialClearance,

    /// <summary>The next cohort or dose level opens.</summary>
    [JsonStringEnumMemberName("COHORT_START")]
    CohortStart,

    /// <summary>Trial, treatment or dosing completed.</summary>
    [JsonStringEnumMemberName("TRIAL_COMPLETE")]
    TrialComplete,

    /// <summary>Next steps or an unspecified update.</summary>
    [JsonStringEnumMemberName("UPDATE")]
    Update,

    /// <summary>Any other dated event; the term names it.</summary>
    [JsonStringEnumMemberName("OTHER")]
    Other,
}
