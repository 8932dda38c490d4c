using Alerts.Extraction.Language;
using Alerts.Records;

namespace Alerts.Extraction.Outlook.Milestones;

/// <summary>Tells milestones that a sentence only mentions from those that it states.</summary>
internal static class Mentions
{
    private static readonly string[] People = ["patients", "participants", "subjects", "people", "adults", "children", "women", "men", "who", "volunteers"];

    private static readonly string[] Feelings = ["pleased", "delighted", "thrilled", "proud", "glad", "happy", "honored", "honoured", "privileged"];

    private static readonly string[] Laboratory = ["preclinical", "nonclinical", "animal", "mouse", "laboratory", "in-vitro", "modeling"];

    private static readonly string[] Purposes = ["required", "needed", "necessary", "sufficient"];

    private static readonly string[] Permissions = ["clearance", "approval", "approvals", "approved", "cleared", "authorization", "authorisation", "permission", "allowed"];

    /// <summary>True where the words around an event take the statement out of it.</summary>
    public static bool Is(Passage passage, Clause clause, MilestoneEvent found, MilestoneStatus? status) =>
        IsGeneral(passage, clause, found) || IsOfPeople(clause, found) || IsJoy(clause, found) || IsOfLaboratory(clause, found) || IsPurpose(passage, clause, found) || IsPermitted(clause, found)
        || IsOfPart(clause, found) || IsRank(clause, found) || (found.Code == MilestoneCode.TrialStart && clause.Text.IsAny(found.Object.Last, "clinic", "clinics") && found.Head.Cue != Cue.Enter)
        || (status == MilestoneStatus.Achieved && IsOfPlan(clause, found));

    /// <summary>
    /// True for plans that say nothing without a time: an approval, a readout or a decision comes at some time anyhow, while a trial
    /// that is to begin or an application that is to be filed is news.
    /// </summary>
    public static bool NeedsTime(Clause clause, MilestoneEvent found, MilestoneStatus status)
    {
        if (status is not (MilestoneStatus.Planned or MilestoneStatus.Delayed))
            return false;
        if (clause.Text.IsAny(0, "if", "should"))
            return true;
        return found.Code switch
        {
            MilestoneCode.Approval or MilestoneCode.TrialClearance or MilestoneCode.Acceptance or MilestoneCode.Designation or MilestoneCode.Update or MilestoneCode.ToplineData => true,
            MilestoneCode.TrialComplete => found.Head.Form == CueForm.Noun,
            MilestoneCode.Launch => found.IsNominal || clause.Text.IsAny(found.First - 1, "of", "for", "potential") || clause.Text.IsAny(found.First - 2, "of", "for"),
            MilestoneCode.DataPresentation => !clause.Has(Cue.Venue),
            // "with additional studies planned": of what, nobody says.
            MilestoneCode.TrialStart => found.IsNominal && !NamesTrial(clause),
            _ => false,
        };
    }

    /// <summary>"announces acceptance of an abstract for presentation", "data have been selected for an oral presentation": they are told then.</summary>
    public static bool IsOfAcceptance(Clause clause, MilestoneEvent found)
    {
        if (found.Code is not (MilestoneCode.DataPresentation or MilestoneCode.ToplineData))
            return false;
        for (var i = Math.Max(0, Math.Min(found.Head.First, found.Object.First) - 4); i < clause.Text.Count - 1 && i <= found.Last + 16 && !clause.IsBoundary(i); i++)
        {
            if (clause.Text.IsAny(i, "accepted", "selected") && ForPresentation(clause.Text, i + 1))
                return true;
            if (clause.Text.IsAny(i, "acceptance", "selection") && clause.Text.Is(i + 1, "of") && found.Code == MilestoneCode.DataPresentation)
                return true;
        }

        return false;
    }

    private static bool ForPresentation(TokenizedText text, int i)
    {
        for (var n = 0; n < 8; n++)
        {
            if (text.IsAny(i + n, "presentation", "presentations", "session"))
                return text.IsAny(i, "for", "as");
        }

        return false;
    }

    private static bool NamesTrial(Clause clause)
    {
        for (var i = 0; i < clause.Text.Count; i++)
        {
            if (clause.Text.IsAny(i, "Phase", "pivotal", "registrational", "confirmatory"))
                return true;
        }

        return clause.Has(Cue.Program);
    }

    // "A treatment with RMAT designation receives all the benefits of Fast Track", "The FDA grants Fast Track to drugs that …"
    private static bool IsGeneral(Passage passage, Clause clause, MilestoneEvent found)
    {
        if (found.Head.Cue is not (Cue.Grant or Cue.Accept or Cue.Approve or Cue.Clear) || !passage.Text.EndsWith('.'))
            return false;
        return found.Head.Form == CueForm.Present || (found.Head.Form == CueForm.Past && clause.Text.IsAny(found.Head.First - 1, "is", "are") && found.Object.Cue == Cue.Designation);
    }

    // "Patients began the study with impaired vision", "randomized to begin treatment"
    private static bool IsOfPeople(Clause clause, MilestoneEvent found)
    {
        if (found.Code != MilestoneCode.TrialStart || found.Head.Cue is not (Cue.Begin or Cue.Enter))
            return false;
        if (clause.Text.IsAny(found.Object.Last, "treatment"))
            return true;
        for (var i = found.Head.First - 1; i >= 0 && i >= found.Head.First - 4 && !clause.IsBoundary(i) && !clause.Text.Is(i, ','); i--)
        {
            if (clause.Text.IsAny(i, People))
                return found.Object.First > found.Head.First;
        }

        return false;
    }

    // "We are pleased to share these results": told today, and told already.
    private static bool IsJoy(Clause clause, MilestoneEvent found)
    {
        if (found.Head is not { Cue: Cue.Report or Cue.Present, Form: CueForm.Base } || !clause.Text.Is(found.Head.First - 1, "to"))
            return false;
        var before = found.Head.First - 2;
        if (clause.Text.Is(before, "able") || clause.Text.Is(before, "have"))
            before -= 2;
        return clause.Text.IsAny(before, Feelings);
    }

    // "first readouts from its preclinical modeling work"
    private static bool IsOfLaboratory(Clause clause, MilestoneEvent found)
    {
        if (found.Code != MilestoneCode.ToplineData)
            return false;
        for (var i = Math.Max(0, found.Object.First - 5); i < clause.Text.Count && i <= found.Object.Last + 4; i++)
        {
            if (clause.Text.IsAny(i, Laboratory) || (clause.Text.IsAny(i, "non", "pre") && clause.Text.Is(i + 2, "clinical")))
                return true;
        }

        return false;
    }

    // "required for an IND submission"
    private static bool IsPurpose(Passage passage, Clause clause, MilestoneEvent found)
    {
        var end = clause.Text[found.Last].End;
        if (passage.Times.Any(p => p.Start > end))
            return false;
        var i = found.First - 1;
        while (clause.Text.IsAny(i, "a", "an", "the", "our", "its", "FDA"))
            i--;
        return clause.Text.IsAny(i, "for") && clause.Text.IsAny(i - 1, Purposes);
    }

    // "received clearance to begin its Phase 2 trial": said of the clearance.
    private static bool IsPermitted(Clause clause, MilestoneEvent found)
    {
        if (found.Code is not (MilestoneCode.TrialStart or MilestoneCode.TrialComplete) || found.Head.Form != CueForm.Base || !clause.Text.Is(found.Head.First - 1, "to"))
            return false;
        for (var i = found.Head.First - 2; i >= 0 && i >= found.Head.First - 14 && !clause.IsBoundary(i); i--)
        {
            if (clause.Text.IsAny(i, "plans", "expects", "intends", "anticipates", "aims", "scheduled", "expected", "planned"))
                return false;
            if (clause.Text.IsAny(i, Permissions))
                return true;
        }

        return false;
    }

    // "the first conjugate of its kind to enter clinical trials": what it is, not when it does.
    private static bool IsRank(Clause clause, MilestoneEvent found)
    {
        if (found.Head.Form != CueForm.Base || !clause.Text.Is(found.Head.First - 1, "to"))
            return false;
        for (var i = found.Head.First - 2; i > 0 && i >= found.Head.First - 12 && !clause.IsBoundary(i) && !clause.Text.Is(i, ','); i--)
        {
            if (clause.Text.IsAny(i, "first", "only") && clause.Text.IsAny(i - 1, "the", "s", "world's", "world’s"))
                return clause.Before(found.Head.First, found.Head.First - i, Cue.Expect, Cue.Will, Cue.OnTrack) is null;
        }

        return false;
    }

    // "completed negotiations of a trial agreement", "completion of the first exams in the trial": not the trial.
    private static bool IsOfPart(Clause clause, MilestoneEvent found)
    {
        if (found.Code != MilestoneCode.TrialComplete || found.Rule.IsStop || found.Object.First < found.Head.First)
            return false;
        var start = found.Head.Last + 1;
        if (found.Head.Form == CueForm.Noun && clause.Text.IsAny(start, "of"))
            start++;
        for (var i = start; i < found.Object.First; i++)
        {
            if (clause.Text.IsAny(i, "of", "in", "for", "with", "on", "from", "at") && !clause.Text.Is(i - 1, '-'))
                return true;
        }

        return false;
    }

    // "Announced the planned initiation", "announced plans to initiate"
    private static bool IsOfPlan(Clause clause, MilestoneEvent found)
    {
        for (var i = found.First - 1; i >= 0 && i >= found.First - 3; i--)
        {
            if (clause.Text.IsAny(i, "planned", "plans", "plan", "anticipated", "expected", "upcoming", "potential"))
                return found.Head.Form == CueForm.Noun || clause.Text.IsAny(found.First - 1, "planned", "upcoming", "anticipated");
        }

        return false;
    }
}
