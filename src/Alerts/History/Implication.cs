using Alerts.Records;

namespace Alerts.History;

/// <summary>
/// What a statement says about other milestones without naming them: what is accepted for review was submitted, what
/// is approved was decided on, and a trial that is stopped has no readout. Such an echo closes what was open, silently:
/// nobody is told that a submission lapsed whose acceptance was in the news.
/// </summary>
internal static class Implication
{
    private static readonly MilestoneCode[] OfTrial =
        [MilestoneCode.TrialStart, MilestoneCode.CohortStart, MilestoneCode.EnrollmentComplete, MilestoneCode.ToplineData, MilestoneCode.TrialComplete];

    /// <summary>The statement with its echoes, as they are folded.</summary>
    public static IEnumerable<Told> WithEchoes(Told told) => Codes(told.Statement).Select(code => told with { Implies = code }).Prepend(told);

    /// <summary>Whether an echo closes a strand, and how; null where it does not.</summary>
    public static StrandStatus? Closes(Strand strand, Told echo)
    {
        if (strand.Status != StrandStatus.Open || EventDay(echo) is not { } day || day < strand.Since)
            return null;
        if (TraitMatch.Of(ChangeKind.Milestone, strand.Traits, TraitsOf(echo)) is not { Doubtful: false } match)
            return null;

        // What happened to an unnamed trial says nothing about a named one.
        var isOfTrial = Array.IndexOf(OfTrial, echo.Implies!.Value) >= 0;
        if (isOfTrial && (strand.Traits.Trial is null) != (echo.Statement.Trial is null))
            return null;

        return match.Unknown > 1 ? null
            : echo.Statement is Milestone { Status: MilestoneStatus.Withdrawn } ? StrandStatus.Withdrawn
            : StrandStatus.Achieved;
    }

    private static IEnumerable<MilestoneCode> Codes(Statement statement) => statement switch
    {
        Milestone { Status: MilestoneStatus.Withdrawn } milestone when Array.IndexOf(OfTrial, milestone.Code) >= 0 =>
            OfTrial.Where(code => code != milestone.Code),
        Milestone { Status: MilestoneStatus.Achieved } milestone => milestone.Code switch
        {
            MilestoneCode.Approval => [MilestoneCode.RegulatoryDecision, MilestoneCode.Acceptance, MilestoneCode.Submission],
            MilestoneCode.Launch => [MilestoneCode.Approval, MilestoneCode.RegulatoryDecision],
            MilestoneCode.Acceptance => [MilestoneCode.Submission],
            MilestoneCode.TrialStart => [MilestoneCode.TrialClearance],
            MilestoneCode.EnrollmentComplete or MilestoneCode.ToplineData => [MilestoneCode.TrialStart],
            MilestoneCode.TrialComplete => [MilestoneCode.EnrollmentComplete, MilestoneCode.TrialStart],
            _ => [],
        },
        // A date for the decision is set when the submission has been accepted.
        Milestone { Code: MilestoneCode.RegulatoryDecision, Status: not MilestoneStatus.Withdrawn, To: not null } =>
            [MilestoneCode.Acceptance, MilestoneCode.Submission],
        DataPoint { Measure: Measure.PrimaryEndpoint, Trial: not null, Outcome: "met" or "not_met" } => [MilestoneCode.ToplineData],
        _ => [],
    };

    // A recap without a date may be about anything that happened before.
    private static DateOnly? EventDay(Told echo) => echo.Statement switch
    {
        Milestone { Status: MilestoneStatus.Achieved } milestone => Window.Of(milestone).End,
        _ => echo.Filing.Date,
    };

    private static Traits TraitsOf(Told echo)
    {
        var traits = Traits.Of(echo.Statement) with { Unit = null, Grade = null, Assessor = null, Term = [], Arm = [] };
        return echo.Statement is DataPoint ? traits with { Who = [] } : traits;
    }
}
