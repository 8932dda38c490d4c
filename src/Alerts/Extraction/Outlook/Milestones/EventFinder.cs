using Alerts.Records;

namespace Alerts.Extraction.Outlook.Milestones;

/// <summary>Finds the events that a sentence names: each head with its nearest object, then the objects that stand alone.</summary>
internal static class EventFinder
{
    /// <summary>Words behind a verb that has no object: "expected to begin in …", "Enrollment is complete, with …".</summary>
    private static readonly string[] Intransitive =
        ["in", "by", "after", "during", "at", "on", "around", "early", "late", "later", "next", "this", "before", "as", "soon", "shortly", "within", "mid", "upon", "following", "throughout", "ahead", ",", ".", ";", "|"];

    /// <summary>So many tokens may stand between two objects of one verb.</summary>
    private const int MostBetween = 14;

    /// <summary>The events in the order of the sentence.</summary>
    public static List<MilestoneEvent> Find(Clause clause)
    {
        var events = new List<MilestoneEvent>();
        var used = new HashSet<int>();
        foreach (var head in clause.Cues)
        {
            if (!head.IsAction || IsAside(clause, head) || Nearest(clause, head) is not { } found)
                continue;
            events.Add(found);
            used.Add(found.Object.First);
            used.Add(head.First);
            if (Second(clause, found) is { } second)
            {
                events.Add(second);
                used.Add(second.Object.First);
            }
        }

        foreach (var cue in clause.Cues)
        {
            if (used.Contains(cue.First))
                continue;
            foreach (var rule in MilestoneRule.All)
            {
                if (rule.Head is null && (rule.Needs is not { } needed || clause.Has(needed)) && rule.Objects.Contains(cue.Cue) && (cue.Cue == Cue.FullyEnrolled || cue.Form == CueForm.Noun))
                {
                    events.Add(new(rule, cue, cue));
                    break;
                }
            }
        }

        // "received clearance to initiate the trial": the clearance says more than its receipt.
        events.RemoveAll(e => !e.IsNominal && events.Exists(other => other != e && !other.IsNominal && other.Head.First == e.Object.First));
        events.Sort((a, b) => a.First.CompareTo(b.First));
        return events;
    }

    /// <summary>"As announced earlier this month, …": says when it was told before, not what happened.</summary>
    private static bool IsAside(Clause clause, CueMention head) => head.Form == CueForm.Past && clause.Text.Is(head.First - 1, "as");

    /// <summary>"submit an MAA in Europe and an sBLA in the United States": one verb with two objects.</summary>
    private static MilestoneEvent? Second(Clause clause, MilestoneEvent found)
    {
        if (found.Object.First < found.Head.First || found.Object.Cue is not (Cue.Application or Cue.Designation))
            return null;
        var hasAnd = false;
        for (var i = found.Object.Last + 1; i < clause.Text.Count && i <= found.Object.Last + MostBetween && !clause.IsBoundary(i); i++)
        {
            hasAnd |= clause.Text.IsAny(i, "and", "&");
            foreach (var cue in clause.Cues)
            {
                if (cue.First != i)
                    continue;
                if (cue.IsAction && cue.Form is not CueForm.Noun)
                    return null;
                if (hasAnd && cue.Cue == found.Object.Cue && cue.What is not null && cue.What != found.Object.What)
                    return found with { Object = cue, IsSecond = true };
            }
        }

        return null;
    }

    private static MilestoneEvent? Nearest(Clause clause, CueMention head)
    {
        MilestoneEvent? best = null;
        var distance = int.MaxValue;
        var isPassive = head.Form == CueForm.Past && clause.Text.IsAny(head.First - 1, "been", "was", "were", "be", "is", "are", "being");
        // "Reported in a separate release, positive results …": a verb that opens its line has its object behind it.
        var isAlone = head.Form is not CueForm.Noun && head.First > 0 && clause.Text.IsAny(head.Last + 1, Intransitive);
        foreach (var rule in MilestoneRule.All)
        {
            if (rule.Head != head.Cue || (rule.Needs is { } needed && !clause.Has(needed)))
                continue;
            if (!isPassive && !isAlone && ObjectBehind(clause, head, rule) is { } behind && behind.First - head.Last < distance)
                (best, distance) = (new(rule, head, behind), behind.First - head.Last);
            // What stands before is second choice: "the study is expected to initiate dosing".
            if (ObjectBefore(clause, head, rule) is { } before && head.First - before.Last + 3 < distance)
                (best, distance) = (new(rule, head, before), head.First - before.Last + 3);
        }

        // "Granted FDA designation to X" is passive with its object behind it: "was granted orphan drug designation", "will be submitted for presentation".
        if (best is null && isPassive && head.Cue is Cue.Grant or Cue.Submit or Cue.Accept)
        {
            foreach (var rule in MilestoneRule.All)
            {
                if (rule.Head == head.Cue && ObjectBehind(clause, head, rule) is { } behind)
                    return new(rule, head, behind);
            }
        }

        // "plans to launch it within two weeks"
        if (best is null && head is { Cue: Cue.Launch, Form: not CueForm.Noun } && clause.Text.IsAny(head.Last + 1, "it", "them"))
            return new(MilestoneRule.Of(MilestoneCode.Launch), head, head);

        // "Enrollment in RSVHR is progressing, and we target completion": of the enrollment, not of the trial.
        if (best is { Head: { Cue: Cue.Complete, Form: CueForm.Noun }, Object.Cue: Cue.Trial } && best.Object.First < head.First
            && ObjectBefore(clause, head, MilestoneRule.All[0]) is { } enrollment)
            return new(MilestoneRule.All[0], head, enrollment);
        // "Enrollment in the BOREAL trial was completed": the trial says of what.
        if (best is { Head.Cue: Cue.Complete, Object.Cue: Cue.Trial } && best.Object.First < head.First && EnrollmentOf(clause, best.Object) is { } enrolled)
            return new(MilestoneRule.All[0], head, enrolled);
        return best;
    }

    /// <summary>"Enrollment in the Phase 2b portion of the trial": the enrollment that a trial stands behind.</summary>
    private static CueMention? EnrollmentOf(Clause clause, CueMention trial)
    {
        if (clause.Before(trial.First, MostBetween, Cue.Enrollment) is not { } enrollment || !clause.Text.IsAny(enrollment.Last + 1, "in", "of", "for", "into"))
            return null;
        return clause.Cues.Any(cue => cue.First > enrollment.Last && cue.First < trial.First && cue.IsAction && cue.Form is not CueForm.Noun) ? null : enrollment;
    }

    private static CueMention? ObjectBehind(Clause clause, CueMention head, MilestoneRule rule)
    {
        foreach (var cue in clause.Cues)
        {
            if (cue.First <= head.Last)
                continue;
            if (cue.First - head.Last > rule.After || clause.IsCut(head.Last + 1, cue.First))
                return null;
            if (rule.Objects.Contains(cue.Cue) && (!rule.Into || IsInto(clause, head, cue)) && !IsNameOfAward(clause, cue))
                return cue;
            // Another verb has objects of its own: "initiate the study and submit the IND".
            if (cue.IsAction && cue.Form is not CueForm.Noun && !IsInside(clause, cue))
                return null;
        }

        return null;
    }

    /// <summary>"termination of our ASPIRE award": the award is ended, not the trial that it is named for.</summary>
    private static bool IsNameOfAward(Clause clause, CueMention cue)
    {
        foreach (var next in clause.Cues)
        {
            if (next.First == cue.Last + 1)
                return cue.Cue == Cue.Trial && next.Cue == Cue.Award;
        }

        return false;
    }

    private static bool IsInto(Clause clause, CueMention head, CueMention cue)
    {
        for (var i = head.First; i < cue.First; i++)
        {
            if (clause.Text.IsAny(i, "into", "to"))
                return true;
        }

        // "enter a Phase 3 trial", "advancement into"
        return head.Last > head.First || clause.Text.IsAny(head.First, "enter", "enters", "entered", "entering");
    }

    /// <summary>"the recently completed trial", "to initiate": a participle before its noun and an infinitive of purpose do not end the search.</summary>
    private static bool IsInside(Clause clause, CueMention cue) =>
        (cue.Form is CueForm.Past && clause.Text.IsAny(cue.First - 1, "the", "a", "its", "our", "recently", "previously", "newly"))
        || (cue.Form is CueForm.Base && clause.Text.Is(cue.First - 1, "to") && cue.Cue is Cue.Begin or Cue.Hold);

    private static CueMention? ObjectBefore(Clause clause, CueMention head, MilestoneRule rule)
    {
        var isVerb = head.Form is CueForm.Past || (head.Form == CueForm.Base && head.Cue is Cue.Begin or Cue.Complete or Cue.FullyEnrolled);
        if (!isVerb && head.Form is not CueForm.Noun)
            return null;
        var reach = isVerb ? rule.Before : Math.Min(3, rule.Before);
        // "targeting completion in the current season": of the enrollment or trial that the sentence speaks of.
        var isOpen = head is { Cue: Cue.Complete, Form: CueForm.Noun } && !clause.Text.Is(head.Last + 1, "of");
        if (isOpen)
            reach = rule.Before;
        for (var c = clause.Cues.Count - 1; c >= 0; c--)
        {
            var cue = clause.Cues[c];
            if (cue.Last >= head.First)
                continue;
            if (head.First - cue.Last > reach || clause.IsCut(cue.Last + 1, head.First))
                return null;
            if (rule.Objects.Contains(cue.Cue))
                return cue;
            if (cue.IsAction && cue.Form is CueForm.Past or CueForm.Present or CueForm.Base)
                return null;
        }

        return null;
    }
}
