using Alerts.Records;

namespace Alerts.Extraction.Outlook.Milestones;

/// <summary>Tells from the words around an event whether it is planned, has happened, or is only mentioned.</summary>
internal static class Mood
{
    private const int Reach = 16;

    private static readonly string[] Conditional =
        ["if", "once", "when", "unless", "whether", "after", "following", "upon", "since", "before", "until", "pending", "subsequent", "previously", "without", "by", "having", "with", "than", "as", "-", "who", "previous", "which"];

    private static readonly string[] Infinitive = ["to", "will", "shall", "would", "should", "could", "may", "might", "can"];
    private static readonly string[] Auxiliary = ["has", "have", "had", "was", "were", "been", "is", "are", "being", "be", "now", "also", "recently", "successfully", "already", "fully", "just", "subsequently", "officially"];
    private static readonly string[] Enabling = ["designed", "able", "required", "needed", "ability", "authority", "right", "rights", "need", "continue", "continues", "enabled", "opportunity", "option", "failed", "potential", "eligible"];

    /// <summary>The status of an event; null where the sentence states none.</summary>
    public static MilestoneStatus? Of(Clause clause, MilestoneEvent found)
    {
        var status = found.Head.Form switch
        {
            CueForm.Past => OfPast(clause, found),
            CueForm.Base => OfBase(clause, found),
            CueForm.Present => OfPresent(clause, found),
            CueForm.Gerund => OfGerund(clause, found),
            _ => OfNoun(clause, found),
        };
        if (status is MilestoneStatus.Achieved && IsUnderCondition(clause, found))
            return null;
        if (status is not MilestoneStatus.Planned)
            return status;
        if (clause.Before(found.Head.First, 2 * Reach, Cue.Delay) is not null || clause.Behind(found.Last, Reach, Cue.Delay) is not null)
            return MilestoneStatus.Delayed;
        return clause.Before(found.Head.First, Reach, Cue.OnTrack) is not null || clause.Behind(found.Last, Reach, Cue.OnTrack) is not null ? MilestoneStatus.OnTrack : status;
    }

    /// <summary>True for nouns whose time decides: "IND clearance of X in October 2024", "a presentation from June 6 to 8".</summary>
    public static bool DependsOnTime(Clause clause, MilestoneEvent found) =>
        found.Head.Form == CueForm.Noun && !found.Rule.OnlyAhead && !IsCondition(clause, found.First)
        // "to turn the accelerated approval into a full one in 2024" tells of no approval.
        && (found.Head.Cue != Cue.Approve || clause.Before(found.First, 16, Cue.Report, Cue.Grant) is not null);

    /// <summary>"initiated", "was granted", "to be presented", "is expected to be completed".</summary>
    private static MilestoneStatus? OfPast(Clause clause, MilestoneEvent found)
    {
        var text = clause.Text;
        // "A pre-NDA meeting is scheduled for the second quarter": it lies ahead.
        if (text.Is(found.Head.First, "scheduled"))
            return IsDenied(clause, found) ? null : MilestoneStatus.Planned;
        var i = found.Head.First - 1;
        var hasAuxiliary = false;
        while (text.IsAny(i, Auxiliary))
        {
            if (text.Is(i, "be") || (text.Is(i, "been") && text.Is(i - 1, "have") && text.Is(i - 2, "to")))
                return IsDenied(clause, found) ? null : PlannedBefore(clause, found.Head.First, Reach) || text.Is(i - 1, "to") ? MilestoneStatus.Planned : null;
            hasAuxiliary |= text.IsAny(i, "has", "have", "had", "was", "were", "been", "is", "are");
            i--;
        }

        if (text.IsAny(i, "not", "never", "yet") || text.IsAny(i, Conditional) || text.IsAny(i, "a", "an", "the", "its", "our"))
            return null;
        // "The poster presented at ASCO reports …": part of a noun phrase, no statement.
        if (!hasAuxiliary && found.Object.Last < found.Head.First && !IsTelegraphic(clause, found) && !IsTodays(clause, found))
            return null;
        return clause.Before(found.Head.First, 2, Cue.Expect, Cue.Will, Cue.Upcoming) is not null ? MilestoneStatus.Planned : MilestoneStatus.Achieved;
    }

    /// <summary>"First patient dosed", "Data presented at ASCO": a headline, whose object opens the sentence without an article.</summary>
    private static bool IsTelegraphic(Clause clause, MilestoneEvent found) =>
        found.Object.First <= 6 && !clause.Text.IsAny(0, "the", "these", "those", "this", "a", "an", "all");

    /// <summary>"… came today with data presented at the spring meeting".</summary>
    private static bool IsTodays(Clause clause, MilestoneEvent found)
    {
        for (var i = 0; i < found.First; i++)
        {
            if (clause.Text.Is(i, "today"))
                return true;
        }

        return false;
    }

    /// <summary>"to initiate", "will begin", "plans to complete … and submit"; at the start of a bullet a plan in brief.</summary>
    private static MilestoneStatus? OfBase(Clause clause, MilestoneEvent found)
    {
        var text = clause.Text;
        var i = found.Head.First - 1;
        while (text.IsAny(i, "also", "then", "successfully", "formally", "potentially", "not", "fully"))
        {
            if (text.Is(i, "not"))
                return null;
            i--;
        }

        // "Enrollment is complete"
        if (text.IsAny(i, "is", "are", "now", "was"))
            return found.Object.First < found.Head.First && found.Head.Cue == Cue.Complete ? MilestoneStatus.Achieved : null;
        if (text.IsAny(i, Enabling) || text.IsAny(i - 1, Enabling) || IsDenied(clause, found))
            return null;
        if (text.IsAny(i, Infinitive) || i < 0 || text.Is(i, ':') || text.Is(i, '|'))
            return MilestoneStatus.Planned;
        // "Additionally, begin enrollment of the Phase 2 study in mid-2025"
        if (i == 1 && text.Is(i, ',') && text.IsAny(0, "additionally", "also", "furthermore", "then", "next"))
            return MilestoneStatus.Planned;
        // "Complete enrollment of … and report data; initiate the next": a list of plans, each verb like the first.
        if ((text.IsAny(i, "and", "&", "then") || text.Is(i, ';') || text.Is(i, ',')) && clause.Cues[0] is { IsAction: true, Form: CueForm.Base } first && (first.First == 0 || text.Is(first.First - 1, ':')))
            return MilestoneStatus.Planned;
        return PlannedBefore(clause, found.Head.First, 2 * Reach) ? MilestoneStatus.Planned : null;
    }

    /// <summary>"Announces Positive Results", "FDA grants".</summary>
    private static MilestoneStatus? OfPresent(Clause clause, MilestoneEvent found) =>
        found.Object.First > found.Head.First && !clause.Text.IsAny(found.Head.First - 1, Conditional) && clause.Before(found.Head.First, 4, Cue.Expect) is null ? MilestoneStatus.Achieved : null;

    /// <summary>"anticipates reporting", "goal of submitting", "in support of initiating".</summary>
    private static MilestoneStatus? OfGerund(Clause clause, MilestoneEvent found)
    {
        // "prior to beginning Phase 3", "support advancing to Phase 3"
        if ((clause.Text.Is(found.Head.First - 1, "to") && clause.Text.Is(found.Head.First - 2, "prior")) || clause.Text.IsAny(found.Head.First - 1, "support", "supports", "supporting"))
            return null;
        if ((clause.Text.IsAny(found.Head.First - 1, Conditional) && !clause.Text.Is(found.Head.First - 1, "with")) || IsDenied(clause, found))
            return null;
        return PlannedBefore(clause, found.Head.First, Reach) || found.Head.First == 0 ? MilestoneStatus.Planned : null;
    }

    /// <summary>"initiation of the trial is targeted", "BLA submission on track", "announced the completion of enrollment".</summary>
    private static MilestoneStatus? OfNoun(Clause clause, MilestoneEvent found)
    {
        // "Following the pre-NDA meeting, on track to submit": the expectation is another event's.
        var before = clause.Text.IsAny(found.First - 1, "the", "our", "its", "a") ? found.First - 2 : found.First - 1;
        if (clause.Text.IsAny(before, "following", "after", "upon", "since") && found.Object.Cue == Cue.Meeting)
            return null;
        var behind = clause.Behind(found.Last, Reach, Cue.Expect, Cue.OnTrack) ?? clause.Behind(found.Last, 5, Cue.Will);
        if (behind is { } expected && !(expected.Cue == Cue.Expect && expected.Form is CueForm.Present or CueForm.Base or CueForm.Gerund) && !CrossesEvent(clause, found.Last, expected.First))
            return MilestoneStatus.Planned;
        if (IsCondition(clause, found.First))
            return null;
        if (!found.Rule.OnlyAhead && clause.Before(found.First, 12, Cue.Report, Cue.Grant, Cue.Announce, Cue.Expect, Cue.OnTrack, Cue.Will) is { Form: CueForm.Past or CueForm.Present or CueForm.Noun, Cue: Cue.Report or Cue.Grant or Cue.Announce } news
            && (found.First - news.Last <= 4 || clause.Before(found.First, found.First - news.Last, Cue.Agency) is not null))
            return MilestoneStatus.Achieved;
        return PlannedBefore(clause, found.IsNominal ? found.First : found.Head.First, found.Object.Cue == Cue.Meeting ? 2 * Reach : Reach) && !IsDenied(clause, found) ? MilestoneStatus.Planned : null;
    }

    /// <summary>"If belinostat is approved by the FDA, …", "should the trial be completed early": said to happen, not said to have.</summary>
    private static bool IsUnderCondition(Clause clause, MilestoneEvent found)
    {
        for (var i = found.First - 1; i >= 0 && found.First - i <= 16 && !clause.Text.Is(i, ',') && !clause.IsBoundary(i); i--)
        {
            if (clause.Text.IsAny(i, "if", "unless", "whether", "once", "provided", "assuming") || (i == 0 && clause.Text.Is(i, "should")))
                return true;
        }

        return false;
    }

    private static bool IsCondition(Clause clause, int first)
    {
        var i = first - 1;
        while (clause.Text.IsAny(i, "the", "its", "our", "a", "an", "successful", "this"))
            i--;
        return clause.Text.IsAny(i, "after", "following", "upon", "since", "before", "until", "pending", "to", "if", "once", "from", "regarding", "prior", "by", "under", "per");
    }

    private static bool PlannedBefore(Clause clause, int token, int reach) =>
        clause.Before(token, reach, Cue.Expect, Cue.OnTrack, Cue.Will) is not null || clause.Before(token, 5, Cue.Upcoming) is not null;

    /// <summary>"is not currently planning to hold", "does not expect", "no longer plans".</summary>
    private static bool IsDenied(Clause clause, MilestoneEvent found)
    {
        if (clause.Before(found.First, Reach, Cue.Expect, Cue.Will) is not { } cue)
            return false;
        for (var i = cue.First - 1; i >= cue.First - 3; i--)
        {
            if (clause.Text.IsAny(i, "not", "no", "never", "cannot"))
                return true;
        }

        return clause.Text.Is(cue.Last + 1, "not");
    }

    /// <summary>True where another verb stands between: its expectation is its own.</summary>
    private static bool CrossesEvent(Clause clause, int first, int last)
    {
        foreach (var cue in clause.Cues)
        {
            if (cue.First > first && cue.First < last && cue.IsAction && cue.Form is CueForm.Past or CueForm.Present)
                return true;
        }

        return false;
    }
}
