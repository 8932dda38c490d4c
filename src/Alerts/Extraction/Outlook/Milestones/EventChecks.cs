using Alerts.Extraction.Outlook.Windows;
using Alerts.Filings;
using Alerts.Records;

namespace Alerts.Extraction.Outlook.Milestones;

/// <summary>Sorts out what only looks like a milestone.</summary>
internal static class EventChecks
{
    private static readonly string[] Positive =
        ["positive", "top", "topline", "interim", "initial", "preliminary", "new", "updated", "final", "additional", "phase", "pivotal", "clinical", "encouraging", "promising", "primary", "statistically", "detailed"];

    private static readonly string[] Fiscal = ["quarter", "fiscal", "financial", "year", "half", "earnings", "operating", "revenue", "sales"];

    /// <summary>Keeps the events that a sentence states, with their status; null for those that their time decides.</summary>
    public static List<(MilestoneEvent Event, MilestoneStatus? Status)> Stated(Passage passage, Clause clause, IReadOnlyList<MilestoneEvent> events)
    {
        var stated = new List<(MilestoneEvent, MilestoneStatus?)>();
        var governors = new HashSet<int>();
        foreach (var candidate in events)
        {
            if (Clearances.Refined(clause, Refined(clause, candidate)) is not { } found)
                continue;
            if (found is { Code: MilestoneCode.RegulatoryDecision, Object.Cue: Cue.DecisionDate })
            {
                stated.Add((found, MilestoneStatus.Planned));
                continue;
            }

            if (found.Rule.IsStop)
            {
                if (Stops.IsStated(clause, found))
                    stated.Add((found, MilestoneStatus.Withdrawn));
                continue;
            }

            var status = Mood.Of(clause, found);
            if ((status is null && !Mood.DependsOnTime(clause, found)) || Mentions.Is(passage, clause, found, status))
                continue;
            if (Mentions.IsOfAcceptance(clause, found))
            {
                if (found.Code != MilestoneCode.DataPresentation)
                    continue;
                status = MilestoneStatus.Planned;
            }

            if (found.Rule.OnlyAhead && !IsAhead(clause, found, status, governors))
                continue;
            if (found.Code is MilestoneCode.Update && status == MilestoneStatus.Achieved)
                continue;
            // "is available at www…", "results are available": no event, unless it is so from now on.
            if (found.Head.Cue == Cue.Available && status == MilestoneStatus.Achieved && !clause.Text.IsAny(found.Head.First - 1, "now"))
                continue;
            if (status == MilestoneStatus.Achieved && (!IsReport(passage, clause, found) || IsCount(clause, found) || IsPartial(clause, found) || IsStanding(passage, clause, found)))
                continue;
            if (Governor(clause, found) is { } governor)
                governors.Add(governor);
            stated.Add((found, status));
        }

        return stated;
    }

    /// <summary>The final status once the time is known; null where neither words nor time make a statement.</summary>
    public static MilestoneStatus? Settle(Passage passage, Clause clause, MilestoneEvent found, MilestoneStatus? status, TimePhrase? phrase)
    {
        if (phrase is null && status is { } stated && (passage.Date is not null || passage.Times.Count == 0) && Mentions.NeedsTime(clause, found, stated))
            return null;
        if ((found.Code == MilestoneCode.RegulatoryDecision && found.Object.Cue != Cue.ResponseLetter) || found.Object.Cue is Cue.Data && found.Rule.OnlyAhead)
            return phrase is null ? null : status;
        // "The trial remains on track" tells of no start.
        if (status == MilestoneStatus.OnTrack && phrase is null && found is { Rule.OnlyAhead: true, Object.Cue: Cue.Trial or Cue.Combination })
            return null;
        if (status is not null)
            return status;
        if (phrase is null || phrase.Relation is TimeRelation.Of || passage.Date is not { } d)
            return null;
        // "We achieved a milestone with the submission in December": of a month without a year the verb before says which.
        if (phrase.Ahead != phrase.Back && clause.Before(found.First, found.First, Cue.Expect, Cue.OnTrack, Cue.Will, Cue.Report, Cue.Achieve, Cue.Announce) is { Form: CueForm.Past })
            return MilestoneStatus.Achieved;
        return phrase.Ahead.To >= d && phrase.Ahead != Window.On(d) ? MilestoneStatus.Planned : MilestoneStatus.Achieved;
    }

    /// <summary>Results that are told at a congress are a presentation; "presented at an investor conference" without results is none.</summary>
    private static MilestoneEvent Refined(Clause clause, MilestoneEvent found)
    {
        if (found.Code == MilestoneCode.ToplineData && found.Rule.Head == Cue.Report && found.Head.Form is CueForm.Base or CueForm.Gerund
            && clause.Behind(found.Last, 10, Cue.Venue) is { } venue && IsAt(clause, found.Last, venue.First))
            return found with { Code = MilestoneCode.DataPresentation };
        return found;
    }

    /// <summary>"at a medical congress", "at the 2018 ASH Annual Meeting".</summary>
    private static bool IsAt(Clause clause, int after, int venue)
    {
        for (var i = venue - 1; i > after && i >= venue - 5; i--)
        {
            if (clause.Text.IsAny(i, "at", "during"))
                return true;
        }

        return false;
    }

    private static bool IsAhead(Clause clause, MilestoneEvent found, MilestoneStatus? status, HashSet<int> governors)
    {
        if (status is null or MilestoneStatus.Achieved)
            return false;
        var isPlain = found.Object.Cue is Cue.Trial or Cue.Combination or Cue.Application or Cue.Data;
        // "Top-line data from the study are expected": what is expected is the data, not the study.
        if (isPlain && Governor(clause, found) is { } governor && governors.Contains(governor) && !IsCoordinated(clause, found))
            return false;
        // "Topline Week 26 results from the COACH trial expected", "enrollment in the trial is expected to be completed": the results, the enrollment are.
        if (found.Object.Cue is Cue.Trial && clause.Before(found.First, 12, Cue.Data, Cue.Readout, Cue.Enrollment) is { } results && clause.Text.IsAny(results.Last + 1, "from", "of", "in", "for"))
            return false;
        if (found.Object.Cue == Cue.Approve && IsSought(clause, found))
            return false;
        if (isPlain && !IsTargeted(clause, found, 4) && IsModifier(clause, found))
            return false;
        return found.Object.Cue switch
        {
            Cue.Meeting or Cue.Launch => true,
            Cue.Readout or Cue.Update => IsSaidExpected(clause, found) || IsTargeted(clause, found, 16),
            Cue.Data or Cue.Decision or Cue.AgencyDecision or Cue.Present => IsSaidExpected(clause, found),
            _ => IsSaidExpected(clause, found) || IsTargeted(clause, found, 4),
        };
    }

    /// <summary>"application for full U.S. approval", "to support accelerated approval": what is done for it is planned, not the approval.</summary>
    private static bool IsSought(Clause clause, MilestoneEvent found)
    {
        var i = found.First - 1;
        while (clause.Text.IsAny(i, "full", "U", "S", ".", "-", "accelerated", "FDA", "EU", "European", "regulatory", "marketing", "potential", "conditional", "initial", "traditional", "the", "an", "a", "its", "our"))
            i--;
        return clause.Text.IsAny(i, "for", "of", "to", "pending", "seek", "seeking", "support", "supporting", "toward", "towards", "pursue", "pursuing", "following", "after", "upon", "before", "under", "since", "with");
    }

    /// <summary>"submission of an IND and a designation request".</summary>
    private static bool IsCoordinated(Clause clause, MilestoneEvent found)
    {
        // "data from ASPIRE-1 and ASPIRE-2": two trials of one readout.
        if (found.Object.Cue == Cue.Trial && clause.Before(found.First, 3, Cue.Trial) is not null)
            return false;
        for (var i = found.First - 1; i >= 0 && i >= found.First - 3; i--)
        {
            if (clause.Text.IsAny(i, "and", "&"))
                return true;
        }

        return false;
    }

    /// <summary>"Phase 2 PRISM data expected": what is expected is the last noun before the expectation.</summary>
    private static bool IsModifier(Clause clause, MilestoneEvent found)
    {
        foreach (var cue in clause.Cues)
        {
            if (cue.First <= found.Last)
                continue;
            if (cue.Cue is Cue.Expect or Cue.OnTrack or Cue.Will || (cue.IsAction && cue.Form is not CueForm.Gerund) || clause.IsCut(found.Last, cue.First))
                return false;
            if (cue.Cue is Cue.Data or Cue.Readout or Cue.Update or Cue.Meeting or Cue.Application or Cue.Enrollment && cue.Cue != found.Object.Cue)
                return true;
        }

        return false;
    }

    /// <summary>The word of expectation that the event hangs on.</summary>
    private static int? Governor(Clause clause, MilestoneEvent found) =>
        clause.Behind(found.Last, 32, Cue.Expect, Cue.OnTrack)?.First ?? clause.Before(found.First, 12, Cue.Expect, Cue.OnTrack)?.First;

    /// <summary>"… expected in", "… is targeted for", not "… is expected to enroll".</summary>
    private static bool IsSaidExpected(Clause clause, MilestoneEvent found)
    {
        if (clause.Behind(found.Last, found.Object.Cue is Cue.Readout or Cue.Data ? 32 : 22, Cue.Expect, Cue.OnTrack) is not { } cue || cue.Form is not (CueForm.Past or CueForm.Noun))
            return false;
        // "is anticipated to be a single-cycle trial" says what it will be like.
        if (clause.Text.Is(cue.Last + 1, "to") && clause.Text.Is(cue.Last + 2, "be") && clause.Text.IsAny(cue.Last + 3, "a", "an", "the", "conducted"))
            return false;
        return !clause.Text.Is(cue.Last + 1, "to") || clause.Text.IsAny(cue.Last + 2, "be", "read", "come", "become", "occur") || found.Object.Cue is Cue.Readout or Cue.Update;
    }

    /// <summary>"Targeting Phase 1/2 expansion", "plans a Phase 3 trial".</summary>
    private static bool IsTargeted(Clause clause, MilestoneEvent found, int reach) =>
        clause.Before(found.First, reach, Cue.Expect) is { Form: CueForm.Gerund or CueForm.Present or CueForm.Base } cue && !clause.Text.Is(cue.Last + 1, "to");

    /// <summary>"announced that findings were reported at ASCO": news of a presentation, not a first readout.</summary>
    private static bool IsToldElsewhere(Clause clause, MilestoneEvent found)
    {
        foreach (var cue in clause.Cues)
        {
            if (cue.First > found.Object.Last && cue.First - found.Object.Last < 24 && cue.Cue is Cue.Report or Cue.Present && cue.Form == CueForm.Past && clause.Text.IsAny(cue.Last + 1, "at", "in", "during"))
                return true;
        }

        return false;
    }

    /// <summary>"we started two trials": a tally of the year, told of each trial elsewhere.</summary>
    private static bool IsCount(Clause clause, MilestoneEvent found) =>
        found.Code == MilestoneCode.TrialStart && clause.Text.IsAny(found.Object.Last, "trials", "studies") && clause.Text[found.Object.First - 1].IsNumber;

    /// <summary>"Gedeptin has received orphan drug designation for …": how a program stands, told whenever it is described.</summary>
    private static bool IsStanding(Passage passage, Clause clause, MilestoneEvent found) =>
        found.Code == MilestoneCode.Designation && found.Head.Form == CueForm.Past && clause.Text.IsAny(found.Head.First - 1, "has", "been") && passage.Times.Count == 0
        && passage.Sentence.Block.Text.Length > passage.Text.Length + 1 && passage.Sentence.Start > passage.Sentence.Block.Start && clause.Before(found.First, found.First, Cue.Report, Cue.Agency) is null
        && clause.Cues[0] is { Cue: Cue.Program, First: 0 };

    /// <summary>"the first stage is fully enrolled": the trial is not.</summary>
    private static bool IsPartial(Clause clause, MilestoneEvent found)
    {
        if (found.Code != MilestoneCode.EnrollmentComplete)
            return false;
        for (var i = found.First - 1; i >= 0 && i >= found.First - 3; i--)
        {
            if (clause.Text.IsAny(i, "stage", "part"))
                return true;
        }

        return false;
    }

    /// <summary>True for reports of what happened that are news: by the company, with results that are called so.</summary>
    private static bool IsReport(Passage passage, Clause clause, MilestoneEvent found)
    {
        var text = clause.Text;
        var isHeadline = passage.Sentence.Block.Kind is BlockKind.Heading || !passage.Text.EndsWith('.');
        if (found.Head.Form == CueForm.Present && !isHeadline && found.Head.Cue is Cue.Report or Cue.Present)
            return false;
        if (found.Code != MilestoneCode.ToplineData || found.Head.Cue != Cue.Report)
            return true;
        // "generated data" tells of work, "reported at ASCO" of a presentation.
        if (text.IsAny(found.Head.First, "generated", "delivered", "generates", "delivers") || found.Object.First < found.Head.First)
            return false;
        if (IsToldElsewhere(clause, found))
            return false;
        for (var i = found.Head.Last + 1; i < found.Object.First; i++)
        {
            if (text.IsAny(i, Fiscal))
                return false;
        }

        if (found.Object.Cue == Cue.Readout)
            return true;
        for (var i = found.Head.Last + 1; i < found.Object.First; i++)
        {
            if (text.IsAny(i, Positive))
                return true;
        }

        // "announced results from a Phase 2 study"
        return text.IsAny(found.Object.Last + 1, "from", "of", "for", "in") && clause.Behind(found.Object.Last, 6, Cue.Trial) is not null;
    }
}
