using Alerts.History;
using Alerts.Records;

namespace Alerts.Delivery.Wording;

/// <summary>What milestones are called: "BLA submission", "BLA submitted".</summary>
internal static class MilestoneNames
{
    /// <summary>The event as a thing to come, and as a thing that happened.</summary>
    public static (string Noun, string Done) Of(Change change, Milestone milestone)
    {
        var what = milestone.What is { Length: > 0 } name ? PlainText.Line(name.Replace('_', ' '), 30) : null;
        var term = milestone.Term is { } text ? PlainText.Line(text, 60) : null;
        return milestone.Code switch
        {
            MilestoneCode.TrialStart => ("trial start", "trial started"),
            MilestoneCode.EnrollmentComplete => ("full enrollment", "fully enrolled"),
            MilestoneCode.ToplineData => ("top line", "top line reported"),
            MilestoneCode.DataPresentation => ($"data presentation{Bracket(term)}", $"data presented{Bracket(term)}"),
            MilestoneCode.Submission => ($"{what ?? "regulatory"} submission", $"{what ?? "application"} submitted"),
            MilestoneCode.Acceptance => ($"{what ?? "filing"} acceptance", $"{what ?? "application"} accepted"),
            MilestoneCode.RegulatoryDecision => IsFda(milestone.What)
                ? ("PDUFA", "FDA decision received")
                : ($"{what} decision", $"{what} decision received"),
            MilestoneCode.Approval => ("approval", "approved"),
            MilestoneCode.Launch => ("launch", "launched"),
            MilestoneCode.RegulatoryMeeting => ($"{(what is null ? "" : what + " ")}regulatory meeting", $"{(what is null ? "" : what + " ")}regulatory meeting held"),
            MilestoneCode.Designation => (Designation(change, milestone), Designation(change, milestone) + " granted"),
            MilestoneCode.TrialClearance => ($"{what ?? "trial"} clearance", $"{what ?? "trial"} cleared"),
            MilestoneCode.CohortStart => ("next cohort", "next cohort opened"),
            MilestoneCode.TrialComplete => ("trial completion", "trial completed"),
            MilestoneCode.Update => (term ?? "update", term is null ? "update given" : term + ": update given"),
            _ => (term ?? "milestone", term is null ? "milestone reached" : term + ": done"),
        };
    }

    // The history's own name for it: "breakthrough therapy designation".
    private static string Designation(Change change, Milestone milestone) => PlainText.Line(
        SubjectText.Of(change with { Program = null, Trial = null }, milestone with { Phase = null, Population = null, Indication = null }), 60);

    private static string Bracket(string? term) => term is null ? "" : $" ({term})";

    // A decision date without a named application is nearly always the FDA's; only these belong to others.
    private static bool IsFda(string? what) =>
        what is null || !(what.Contains("MAA", StringComparison.OrdinalIgnoreCase) || what.Contains("EMA", StringComparison.OrdinalIgnoreCase)
            || what.Contains("NMPA", StringComparison.OrdinalIgnoreCase) || what.Contains("PMDA", StringComparison.OrdinalIgnoreCase));
}
