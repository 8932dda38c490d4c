using Alerts.Extraction.Language;
using Alerts.Records;

namespace Alerts.Extraction.Outlook.Milestones;

/// <summary>
/// Tells the clearance of a trial from the approval of a product: regulators "approve" and "clear" both, and only what they approve
/// says which. A cleared 510(k) is a device that may be sold, a cleared IND a trial that may begin.
/// </summary>
internal static class Clearances
{
    /// <summary>How far behind "approval" the trial may be named: "approval from the FDA for the IND", "clearance to initiate a Phase 2 trial".</summary>
    private const int Reach = 16;

    private static readonly string[] OfTrials = ["IND", "CTA", "IDE"];

    private static readonly string[] Starting = ["begin", "initiate", "start", "commence", "launch", "conduct", "proceed", "progress", "run", "enroll", "advance", "open"];

    // What regulators approve besides products and trials.
    private static readonly string[] Papers = ["petition", "plan", "protocol", "patent", "waiver", "amendment", "facility", "site", "manufacturing", "grant", "name"];

    /// <summary>The event with the milestone that its object makes it; null where what was approved is no milestone.</summary>
    public static MilestoneEvent? Refined(Clause clause, MilestoneEvent found)
    {
        if (found.Code == MilestoneCode.TrialClearance && found.Object.What is { } what && !OfTrials.Contains(what))
            return found with { Code = MilestoneCode.Approval };
        if (found.Code != MilestoneCode.Approval || found.IsNominal)
            return found;
        // "approved less than half of the RMAT applications"
        if (found.Object.Cue == Cue.Application && (found.Object.What is null || found.Head.Cue == Cue.Approve && (found.Object.What.Contains('_', StringComparison.Ordinal) || found.Object.What is "RMAT" or "BTD" or "ORPHAN" or "PRIME" or "QIDP" || clause.Text.IsAny(found.Object.Last, "applications"))))
            return null;
        if (found.Object.Cue == Cue.Application)
            return OfTrials.Contains(found.Object.What) ? found with { Code = MilestoneCode.TrialClearance } : found;
        if (Application(clause, found) is { } application)
            return found with { Code = MilestoneCode.TrialClearance, Object = application };
        if (IsToStart(clause, found) || IsOfTrial(clause.Text, found.First))
            return found with { Code = MilestoneCode.TrialClearance };
        return IsOfPaper(clause.Text, found.Last) ? null : found;
    }

    // "IND clearance", "approval for the IND", "Clinical Trial Application approval"
    private static CueMention? Application(Clause clause, MilestoneEvent found)
    {
        foreach (var cue in clause.Cues)
        {
            if (cue.Cue == Cue.Application && OfTrials.Contains(cue.What) && cue.Last >= found.First - 4 && cue.First <= found.Last + Reach / 2 && !clause.IsCut(Math.Min(cue.First, found.First), Math.Max(cue.Last, found.Last)))
                return cue;
        }

        return null;
    }

    /// <summary>"… clearance to initiate a Phase 2 trial": what follows a clearance is what it is for.</summary>
    public static bool IsToStart(Clause clause, MilestoneEvent found)
    {
        var text = clause.Text;
        for (var i = found.Last + 1; i < text.Count - 1 && i <= found.Last + Reach && !clause.IsBoundary(i) && !text.Is(i, ','); i++)
        {
            if (text.Is(i, "to") && text.IsAny(i + 1, Starting))
                return clause.Behind(i, 2 * Reach, Cue.Trial, Cue.Dosing, Cue.Enrollment) is not null;
        }

        return false;
    }

    // "clinical trial approval"
    private static bool IsOfTrial(TokenizedText text, int first) => text.IsAny(first - 1, "trial", "study") || (text.IsAny(first - 1, "authorization", "authorisation") && text.Is(first - 2, "trial"));

    private static bool IsOfPaper(TokenizedText text, int last)
    {
        for (var i = last + 1; i <= last + 6 && i < text.Count && !text.Is(i, ',') && !text.Is(i, '.'); i++)
        {
            if (text.IsAny(i, Papers))
                return true;
            if (text.IsAny(i, "of", "for") && text.IsAny(i - 1, "treatment", "in", "to"))
                return false;
        }

        return false;
    }
}
