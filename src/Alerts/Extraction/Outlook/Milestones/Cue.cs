namespace Alerts.Extraction.Outlook.Milestones;

/// <summary>The roles that words play in a statement about a milestone.</summary>
internal enum Cue
{
    /// <summary>Looks like a cue and is none ("financial results", "trial site").</summary>
    None,

    // What is done.
    Begin,
    Enter,
    Dose,
    Complete,
    FullyEnrolled,
    Report,
    Present,
    Submit,
    Accept,
    Grant,
    Approve,
    Clear,
    Launch,
    Hold,
    Provide,
    Consult,
    Achieve,
    Stop,
    Available,

    // What it is done to.
    Trial,
    Combination,
    Dosing,
    FirstPatient,
    Enrollment,
    Data,
    Readout,
    Update,
    Application,
    Designation,
    Cohort,
    DecisionDate,
    Decision,

    /// <summary>A decision that is named with who decides: "CHMP opinion".</summary>
    AgencyDecision,

    /// <summary>A decision in a letter that declines: "complete response letter".</summary>
    ResponseLetter,

    Meeting,
    Venue,
    Party,
    Endpoint,
    Award,
    Development,
    Program,

    // Who decides.
    Agency,

    // How it is said.
    Expect,
    OnTrack,
    Will,
    Upcoming,
    Announce,
    Delay,
}

/// <summary>The form that a verb stands in.</summary>
internal enum CueForm
{
    /// <summary>A noun, or a cue that has no forms.</summary>
    Noun,

    /// <summary>"initiate".</summary>
    Base,

    /// <summary>"initiates".</summary>
    Present,

    /// <summary>"initiated".</summary>
    Past,

    /// <summary>"initiating".</summary>
    Gerund,
}

/// <summary>What a phrase means to the rules.</summary>
/// <param name="Cue">Its role.</param>
/// <param name="Form">Its form.</param>
/// <param name="What">The application or designation that it names.</param>
internal sealed record CueWord(Cue Cue, CueForm Form = CueForm.Noun, string? What = null);

/// <summary>A cue in a sentence.</summary>
/// <param name="Cue">Its role.</param>
/// <param name="Form">Its form.</param>
/// <param name="What">The application or designation that it names.</param>
/// <param name="First">Its first token.</param>
/// <param name="Last">Its last token.</param>
internal readonly record struct CueMention(Cue Cue, CueForm Form, string? What, int First, int Last)
{
    /// <summary>True for what is done: these stop the search for another verb's object.</summary>
    public bool IsAction => Cue is >= Cue.Begin and <= Cue.Available;
}
