using System.Buffers;
using Alerts.Extraction.Outlook.Windows;
using Alerts.Extraction.Subjects;
using Alerts.Filings;
using Alerts.Records;

namespace Alerts.Extraction.Outlook.Milestones;

/// <summary>Reads milestones from the sentences of one document, in order.</summary>
internal sealed class MilestoneReader(SubjectIndex subjects, string? company)
{
    /// <summary>Every event has one of these in its name.</summary>
    private static readonly SearchValues<string> Gate = SearchValues.Create(
        ["trial", "stud", "phase", "data", "result", "readout", "submi", "filing", "filed", "file ", "IND", "NDA", "BLA", "MAA", "PDUFA", "approv", "designation", "fast track", "orphan", "clear", "enroll", "recruit", "dose", "dosing", "cohort",
            "launch", "available", "discontinu", "terminat", "stop", "update", "meeting", "FDA", "EMA", "top-line", "topline", "expansion", "next step", "clinic", "present", "advice", "accept", "review", "screening", "evaluation", "initiat", "commence", "opinion", "decision", "on track", "on target"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Terms of securities name events that would end or begin something, not events.</summary>
    private static readonly SearchValues<string> Terms = SearchValues.Create(["exercisable", "exercise price", "warrant"], StringComparison.OrdinalIgnoreCase);

    /// <summary>What happened longer ago is the company's history, not its news.</summary>
    private const int DaysOfNews = 730;

    /// <summary>No filing states more; what looks like more is no filing, and its records would be compared with each other.</summary>
    private const int Most = 1000;

    private readonly List<Milestone> _found = [];

    /// <summary>Everything read so far.</summary>
    public IReadOnlyList<Milestone> Found => _found;

    /// <summary>Reads the next sentence.</summary>
    public void Read(Passage passage)
    {
        if (_found.Count >= Most || !passage.Text.AsSpan().ContainsAny(Gate) || passage.Text.AsSpan().ContainsAny(Terms))
            return;
        var cues = CueLexicon.Find(passage.Tokens);
        if (cues.Count == 0)
            return;
        var clause = new Clause(passage.Tokens, NameCues.Add(cues, passage, subjects));
        var events = EventChecks.Stated(passage, clause, EventFinder.Find(clause));
        for (var i = 0; i < events.Count; i++)
            Read(passage, clause, events, i);
    }

    private void Read(Passage passage, Clause clause, List<(MilestoneEvent Event, MilestoneStatus? Status)> events, int index)
    {
        var found = events[index].Event;
        var (phrase, window) = found.Rule.IsStop ? (null, Window.None) : EventTimes.Of(passage, clause, events, index);
        if (EventChecks.Settle(passage, clause, found, events[index].Status, phrase) is not { } status)
            return;
        if (status == MilestoneStatus.Achieved && phrase is null && IsTitle(passage) && !IsOfOthers(passage, clause, found) && passage.Date is { } date)
            window = Window.On(date);
        if (status == MilestoneStatus.Achieved && (window.To?.AddDays(DaysOfNews) < passage.Date || (window.IsNone && IsAbout(passage))))
            return;
        var text = clause.Text;
        var end = index + 1 < events.Count ? text[events[index + 1].Event.First].Start : passage.Text.Length;
        var previous = index > 0 ? text[events[index - 1].Event.Last].End : 0;
        var about = EventSubjects.Of(subjects, passage.Sentence, text[found.First].Start, Math.Max(end, text[found.Last].End), previous);
        var respective = EventTimes.Respective(passage, phrase, about.Count);
        for (var i = 0; i < about.Count; i++)
        {
            var record = Record(passage, found, status, respective?[i] ?? phrase, respective?[i].Ahead ?? window, OfWhat(passage, found, about[i])) with { Term = TermOf(clause, found) };
            if (about.Count == 1 && Populations.Of(passage, clause, found) is { Count: > 1 } populations)
                _found.AddRange(populations.Select(population => record with { Population = population, Indication = null }));
            else
                _found.Add(record.Trial is null && IsOfTrial(record.Code) ? record with { Population = Populations.One(passage, clause, found) } : record);
        }
    }

    /// <summary>"Genentech Submits BLA": in a filer's title another company's deed need not be today's; a regulator's is.</summary>
    private bool IsOfOthers(Passage passage, Clause clause, MilestoneEvent found)
    {
        var first = clause.Text.Span(0);
        return found.Head is { Form: CueForm.Present, First: 1 } && char.IsUpper(first[0]) && company is not null && !company.StartsWith(first.ToString(), StringComparison.OrdinalIgnoreCase)
            && !clause.Cues.Any(cue => cue.First == 0) && !subjects.MentionsIn(passage.Sentence).Any(m => m.Start == passage.Sentence.Start);
    }

    /// <summary>"About Example Therapeutics": how things stand, repeated in every release.</summary>
    private static bool IsAbout(Passage passage)
    {
        foreach (var heading in passage.Sentence.Headings)
        {
            if (heading.StartsWith("About ", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>"Example Reports 2022 Results": what its headlines tell happened in the period.</summary>
    private static bool IsPeriodic(FilingDocument document)
    {
        foreach (var block in document.Blocks.Take(4))
        {
            if (block.Text.Contains("results", StringComparison.OrdinalIgnoreCase) && (block.Text.Contains("quarter", StringComparison.OrdinalIgnoreCase) || block.Text.Contains("year", StringComparison.OrdinalIgnoreCase) || block.Text.Contains("Reports 20", StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    /// <summary>What is filed, reviewed, approved or sold is the drug: a trial belongs to it only where the sentence names one.</summary>
    private Subject OfWhat(Passage passage, MilestoneEvent found, Subject subject) =>
        subject.Trial is not null && IsOfProduct(found.Code) && !subjects.MentionsIn(passage.Sentence).Any(m => m.Trial is not null)
            ? subject with { Trial = null, Phase = Phases.In(passage.Text).Select(phase => phase.Phase).FirstOrDefault() } : subject;

    private static bool IsOfProduct(MilestoneCode code) => code is MilestoneCode.Submission or MilestoneCode.Acceptance or MilestoneCode.RegulatoryDecision
        or MilestoneCode.Approval or MilestoneCode.Launch or MilestoneCode.Designation;

    private static bool IsOfTrial(MilestoneCode code) => code is MilestoneCode.TrialStart or MilestoneCode.EnrollmentComplete or MilestoneCode.ToplineData
        or MilestoneCode.DataPresentation or MilestoneCode.TrialComplete or MilestoneCode.CohortStart;

    private static string? TermOf(Clause clause, MilestoneEvent found) => found.Object.Cue == Cue.Combination && !found.Rule.IsStop ? "combination" : Stops.Term(clause, found);

    /// <summary>"ImmunoGen Announces Positive Results": a release's title speaks of its own day.</summary>
    private static bool IsTitle(Passage passage) => !IsPeriodic(passage.Sentence.Document) &&
        passage.Sentence.BlockIndex < 3 && (passage.Sentence.Block.Kind == BlockKind.Heading || (passage.Sentence.BlockIndex == 0 && !passage.Text.EndsWith('.')));

    private static Milestone Record(Passage passage, MilestoneEvent found, MilestoneStatus status, TimePhrase? phrase, Window window, Subject subject) => new()
    {
        Code = found.Code,
        What = found.Code is MilestoneCode.Submission or MilestoneCode.Acceptance or MilestoneCode.Designation or MilestoneCode.TrialClearance ? found.Object.What : null,
        Status = status,
        Program = subject.Program,
        Trial = subject.Trial,
        Phase = subject.Phase,
        Indication = subject.Indication,
        When = phrase is null ? null : passage.Text.Substring(phrase.Start, phrase.Length),
        From = window.From,
        To = window.To,
        Quote = passage.Text,
        Document = passage.Sentence.Document.Type,
        Start = passage.Sentence.Start,
        Confidence = found.IsNominal ? 0.8 : 0.9,
    };
}
