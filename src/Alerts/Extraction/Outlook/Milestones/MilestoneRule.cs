using Alerts.Records;

namespace Alerts.Extraction.Outlook.Milestones;

/// <summary>
/// One way of naming an event: a head (the verb or noun of what is done) and its object, in this order ("initiate a
/// Phase 3 trial") or the other ("the trial is expected to begin", "BLA submission"); or an object that is an event by
/// itself once its time or mood is stated ("top-line data expected in Q3").
/// </summary>
/// <param name="Code">The milestone.</param>
/// <param name="Head">What is done; null for an object alone.</param>
/// <param name="Objects">What it is done to.</param>
internal sealed record MilestoneRule(MilestoneCode Code, Cue? Head, params Cue[] Objects)
{
    /// <summary>How many tokens behind the head the object may begin.</summary>
    public int After { get; init; } = 14;

    /// <summary>How many tokens before the head the object may end.</summary>
    public int Before { get; init; } = 20;

    /// <summary>True where head and object are joined by "to" or "into": "advance X into Phase 2".</summary>
    public bool Into { get; init; }

    /// <summary>A cue that must stand in the sentence too; null where none must.</summary>
    public Cue? Needs { get; init; }

    /// <summary>True where the event only counts with a window in the future or a word of expectation.</summary>
    public bool OnlyAhead { get; init; }

    /// <summary>True where the head gives up what the object is about.</summary>
    public bool IsStop { get; init; }

    /// <summary>
    /// All rules. Where several share a head, the nearest object decides; of rules with the same object the first.
    /// </summary>
    public static IReadOnlyList<MilestoneRule> All { get; } =
    [
        new(MilestoneCode.EnrollmentComplete, Cue.Complete, Cue.Enrollment),
        new(MilestoneCode.EnrollmentComplete, null, Cue.FullyEnrolled),
        new(MilestoneCode.TrialClearance, Cue.Clear, Cue.Application) { After = 8, Before = 6 },
        new(MilestoneCode.TrialClearance, Cue.Clear, Cue.Trial) { Before = 0 },
        new(MilestoneCode.TrialClearance, Cue.Approve, Cue.Trial) { Before = 0, Needs = Cue.Agency },
        new(MilestoneCode.Submission, Cue.Submit, Cue.Application, Cue.Designation),
        new(MilestoneCode.Submission, Cue.Complete, Cue.Application) { After = 6, Before = 6 },
        new(MilestoneCode.Acceptance, Cue.Accept, Cue.Application),
        new(MilestoneCode.Designation, Cue.Grant, Cue.Designation),
        new(MilestoneCode.RegulatoryMeeting, Cue.Hold, Cue.Meeting),
        new(MilestoneCode.RegulatoryMeeting, Cue.Grant, Cue.Meeting),
        new(MilestoneCode.RegulatoryMeeting, Cue.Complete, Cue.Meeting),
        new(MilestoneCode.RegulatoryMeeting, Cue.Consult, Cue.Party) { Before = 0 },
        new(MilestoneCode.RegulatoryMeeting, null, Cue.Meeting) { OnlyAhead = true },
        new(MilestoneCode.RegulatoryDecision, null, Cue.DecisionDate),
        new(MilestoneCode.RegulatoryDecision, null, Cue.Decision) { OnlyAhead = true, Needs = Cue.Agency },
        new(MilestoneCode.RegulatoryDecision, Cue.Grant, Cue.ResponseLetter),
        new(MilestoneCode.RegulatoryDecision, null, Cue.AgencyDecision) { OnlyAhead = true },
        new(MilestoneCode.CohortStart, Cue.Enter, Cue.Cohort) { Into = true, Before = 0 },
        new(MilestoneCode.CohortStart, Cue.Begin, Cue.Cohort),
        new(MilestoneCode.TrialStart, Cue.Dose, Cue.FirstPatient) { After = 4, Before = 6 },
        new(MilestoneCode.TrialStart, Cue.Begin, Cue.Trial, Cue.Combination, Cue.Dosing, Cue.Enrollment),
        new(MilestoneCode.TrialStart, Cue.Enter, Cue.Trial) { Into = true, Before = 0 },
        new(MilestoneCode.TrialStart, Cue.Launch, Cue.Trial) { After = 5, Before = 0 },
        new(MilestoneCode.ToplineData, Cue.Complete, Cue.Readout) { After = 4, Before = 8 },
        new(MilestoneCode.TrialComplete, Cue.Complete, Cue.Trial, Cue.Dosing),
        new(MilestoneCode.DataPresentation, Cue.Present, Cue.Data, Cue.Readout),
        new(MilestoneCode.DataPresentation, Cue.Report, Cue.Present) { After = 0, Before = 40 },
        new(MilestoneCode.DataPresentation, Cue.Submit, Cue.Present) { After = 3, Before = 0 },
        new(MilestoneCode.DataPresentation, Cue.Accept, Cue.Present) { After = 5, Before = 0 },
        new(MilestoneCode.DataPresentation, null, Cue.Present) { OnlyAhead = true },
        new(MilestoneCode.ToplineData, Cue.Report, Cue.Readout, Cue.Data),
        new(MilestoneCode.ToplineData, Cue.Achieve, Cue.Endpoint) { Needs = Cue.Report },
        new(MilestoneCode.ToplineData, null, Cue.Readout) { OnlyAhead = true },
        new(MilestoneCode.ToplineData, null, Cue.Data) { OnlyAhead = true },
        new(MilestoneCode.Update, Cue.Provide, Cue.Update),
        new(MilestoneCode.Update, Cue.Report, Cue.Update),
        new(MilestoneCode.Update, null, Cue.Update) { OnlyAhead = true },
        new(MilestoneCode.Launch, Cue.Launch, Cue.Program) { After = 6 },
        new(MilestoneCode.Launch, null, Cue.Launch) { OnlyAhead = true },
        new(MilestoneCode.Launch, Cue.Available, Cue.Program) { Before = 5, After = 0 },
        new(MilestoneCode.ToplineData, Cue.Available, Cue.Readout, Cue.Data) { Before = 5, After = 0 },
        new(MilestoneCode.EnrollmentComplete, Cue.Stop, Cue.Enrollment) { IsStop = true, After = 4 },
        new(MilestoneCode.Other, Cue.Stop, Cue.Award) { IsStop = true, After = 6, Before = 0 },
        new(MilestoneCode.Submission, Cue.Stop, Cue.Application) { IsStop = true, After = 8 },
        new(MilestoneCode.TrialComplete, Cue.Stop, Cue.Trial, Cue.Combination) { IsStop = true, After = 10 },
        new(MilestoneCode.TrialComplete, Cue.Stop, Cue.Development) { IsStop = true, After = 5, Before = 4 },
        new(MilestoneCode.Approval, Cue.Grant, Cue.Approve, Cue.Clear) { Needs = Cue.Agency, After = 10, Before = 0 },
        new(MilestoneCode.Approval, Cue.Approve, Cue.Program) { Needs = Cue.Agency },
        new(MilestoneCode.Approval, Cue.Approve, Cue.Application) { Needs = Cue.Agency, Before = 0, After = 6 },
        new(MilestoneCode.Approval, Cue.Clear, Cue.Program) { Needs = Cue.Agency, Before = 0 },
        new(MilestoneCode.Approval, null, Cue.Approve) { OnlyAhead = true },
        new(MilestoneCode.TrialStart, null, Cue.Trial, Cue.Combination) { OnlyAhead = true },
        new(MilestoneCode.Submission, null, Cue.Application) { OnlyAhead = true },
    ];

    /// <summary>The first rule of a milestone.</summary>
    public static MilestoneRule Of(MilestoneCode code) => All.First(rule => rule.Code == code);
}
