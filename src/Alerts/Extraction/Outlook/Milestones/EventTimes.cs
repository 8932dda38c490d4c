using Alerts.Extraction.Outlook.Windows;
using Alerts.Records;

namespace Alerts.Extraction.Outlook.Milestones;

/// <summary>Gives every event of a sentence its phrase of time.</summary>
internal static class EventTimes
{
    private static readonly string[] Comparing = ["previously", "prior", "versus", "vs", "compared", "originally", "instead", "rather", "earlier", "than", "since"];

    /// <summary>"In December 2024, …": a time that opens a sentence holds for "Additionally, …" too.</summary>
    private const int LateInSentence = 8;

    /// <summary>The phrase and window of an event; none where the sentence states no time for it.</summary>
    /// <param name="passage">The sentence.</param>
    /// <param name="clause">Its cues.</param>
    /// <param name="events">Its events, in order.</param>
    /// <param name="index">The event.</param>
    public static (TimePhrase? Phrase, Window Window) Of(Passage passage, Clause clause, IReadOnlyList<(MilestoneEvent Event, MilestoneStatus? Status)> events, int index)
    {
        var (found, status) = events[index];
        var text = clause.Text;
        var first = text[found.First].Start;
        var previous = index > 0 ? text[events[index - 1].Event.Last].End : 0;
        var next = index + 1 < events.Count ? text[Math.Max(events[index + 1].Event.First, found.Last + 1)].Start : passage.Text.Length;
        var usable = passage.Times.Where(p => IsUsable(passage, found, p, status) && !(status == MilestoneStatus.Achieved && IsOfPlan(clause, found, p))).ToList();

        bool Joined(int from, int to) => !clause.IsCut(text.IndexAt(from), text.IndexAt(to));

        var phrase = usable.FirstOrDefault(p => p.Start >= first && p.Start < next && Joined(first, p.Start) && !(index + 1 < events.Count && OpensNext(clause, p)))
            ?? usable.LastOrDefault(p => p.End <= first && p.Start >= previous && Joined(p.End, first) && Governs(clause, p, found, status))
            ?? usable.FirstOrDefault(p => p.End <= text[events[0].Event.First].Start && Joined(p.End, first) && Governs(clause, p, found, status))
            ?? (IsSharing(clause, events, index) ? usable.FirstOrDefault(p => p.Start >= next && Joined(first, p.Start)) : null);
        if (phrase is null && status == MilestoneStatus.Achieved && usable.Count == 0 && text.IsAny(0, "additionally", "also", "furthermore") && Opening(passage) is { } told)
            return (null, told);
        if (phrase is null)
            return (null, Window.None);
        return (phrase, WindowOf(passage, phrase, status));
    }

    /// <summary>The time that one of the last sentences opens with, where it is past.</summary>
    private static Window? Opening(Passage passage)
    {
        var before = passage.Previous;
        for (var n = 0; n < 3 && before is not null; n++, before = before.Previous)
        {
            if (before.Times is [{ } first, ..] && first.Start < LateInSentence && first.Back.From <= passage.Date)
                return first.Back;
        }

        return null;
    }

    /// <summary>"has been submitted to the FDA, and in October the EMA accepted …": the time is what follows has.</summary>
    private static bool OpensNext(Clause clause, TimePhrase phrase)
    {
        var token = clause.Text.IndexAt(phrase.Start) - 1;
        while (clause.Text.IsAny(token, "in", "on", "during", "at", "the", "by"))
            token--;
        return clause.Text.Is(token, "and") && clause.Text.Is(token - 1, ',');
    }

    /// <summary>
    /// A time before the event counts for what is said next: "In the third quarter we raised funds, enabling us to
    /// initiate …" is no time of the initiation.
    /// </summary>
    private static bool Governs(Clause clause, TimePhrase phrase, MilestoneEvent found, MilestoneStatus? status)
    {
        if (status is MilestoneStatus.Achieved)
            return true;
        var token = clause.Text.IndexAt(phrase.End);
        // "In December 2024, Example announced the FDA approval of …"
        if (token <= 8 && clause.Behind(token - 1, 6, Cue.Report) is { Form: CueForm.Past })
            return true;
        return found.First - token <= 10 || clause.Behind(token - 1, 8, Cue.Expect, Cue.OnTrack, Cue.Will) is not null;
    }

    /// <summary>"initiate in Q1 and Q3 2025, respectively": as many phrases as subjects.</summary>
    public static IReadOnlyList<TimePhrase>? Respective(Passage passage, TimePhrase? phrase, int count)
    {
        if (phrase is null || count < 2 || !passage.Text.Contains("respectively", StringComparison.OrdinalIgnoreCase))
            return null;
        var run = passage.Times.SkipWhile(p => p != phrase).Take(count).ToList();
        return run.Count == count ? run : null;
    }

    /// <summary>"complete enrollment and report data in the first half": one time for both.</summary>
    private static bool IsSharing(Clause clause, IReadOnlyList<(MilestoneEvent Event, MilestoneStatus? Status)> events, int index)
    {
        if (index + 1 >= events.Count)
            return false;
        var (end, next) = (events[index].Event.Last, events[index + 1].Event.First);
        for (var i = next - 1; i > end && i > next - 3; i--)
        {
            if (clause.Text.IsAny(i, "and", "&"))
                return true;
        }

        return false;
    }

    /// <summary>"Enrollment is complete, with data expected in the second quarter": the time is the plan's.</summary>
    private static bool IsOfPlan(Clause clause, MilestoneEvent found, TimePhrase phrase)
    {
        var token = clause.Text.IndexAt(phrase.Start);
        if (token < found.First)
            return clause.Before(token, 3, Cue.Expect) is not null;
        return clause.Before(token, Math.Max(0, token - found.Last), Cue.Expect, Cue.OnTrack, Cue.Will) is { } plan && plan.First > found.Last;
    }

    private static Window WindowOf(Passage passage, TimePhrase phrase, MilestoneStatus? status)
    {
        if (phrase.Relation == TimeRelation.Same)
        {
            var antecedent = passage.Times.LastOrDefault(p => p.Start < phrase.Start && p.Relation != TimeRelation.Same);
            return antecedent is null ? Window.None : WindowOf(passage, antecedent, status);
        }

        return status == MilestoneStatus.Achieved || (status is null && phrase.Ahead.From > passage.Date?.AddMonths(9)) ? phrase.Back : phrase.Ahead;
    }

    private static bool IsUsable(Passage passage, MilestoneEvent found, TimePhrase phrase, MilestoneStatus? status)
    {
        // "from June 6 to 8" is a time; "from March 31" and "as of March 31" are not.
        if (phrase.Relation is TimeRelation.AsOf && !(phrase.Period is { Unit: PeriodUnit.Day } days && days.LastDay > days.Day))
            return false;
        if (phrase.Relation == TimeRelation.Of && found.Code != MilestoneCode.RegulatoryDecision && phrase.Period?.Unit is not (PeriodUnit.Day or PeriodUnit.Quarter or PeriodUnit.Half or PeriodUnit.Third))
            return false;
        if (IsCompared(passage.Text, phrase.Start))
            return false;
        var window = WindowOf(passage, phrase, status);
        if (window.IsNone)
            return phrase.Relation is TimeRelation.Same || passage.Date is null;
        if (passage.Date is not { } date)
            return true;
        if (status == MilestoneStatus.Achieved)
            return window.From <= date;
        if (status is null)
            return true;
        // What is ahead lies ahead; "today" says when the plan was told.
        return (window.To is null || window.To >= date) && !(window.From == date && window.To == date && found.Code != MilestoneCode.DataPresentation);
    }

    /// <summary>"now expected in early 2023, versus the third quarter of 2022 previously".</summary>
    private static bool IsCompared(string text, int start)
    {
        var before = text.AsSpan(Math.Max(0, start - 32), start - Math.Max(0, start - 32));
        foreach (var word in Comparing)
        {
            var at = before.LastIndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || (at > 0 && char.IsLetter(before[at - 1])) || (at + word.Length < before.Length && char.IsLetter(before[at + word.Length])))
                continue;
            var rest = before[(at + word.Length)..];
            if (!rest.ContainsAny(",;.") && rest.Trim().Length <= 16)
                return true;
        }

        return false;
    }
}
