using Alerts.History;
using Alerts.Records;

namespace Alerts.Delivery.Wording;

/// <summary>Changes of milestones in words: "top line delayed to early 2023".</summary>
internal static class MilestoneWording
{
    public static ChangeText Of(Change change, Milestone milestone, bool grouped)
    {
        var after = change.After as Milestone;
        var (noun, done) = MilestoneNames.Of(change, milestone);
        var group = grouped && change.Trial is null && (milestone.Population ?? milestone.Indication) is { Length: > 0 } named ? $" ({PlainText.Line(named, 40)})" : "";
        var was = change.Before is Milestone before ? WindowPhrase.Of(before, change.BeforeAt) : null;
        var now = after is null ? null : WindowPhrase.Of(after, change.At);
        return new(
            Name(change, milestone),
            Clause(change.Word, noun + group, done + group, was, now, after),
            was ?? (change.Before is null ? null : "no date stated"),
            now ?? After(change.Word, after),
            Size(change),
            Details(change, milestone))
        {
            SpeaksForItself = milestone.Code is MilestoneCode.Submission or MilestoneCode.Acceptance or MilestoneCode.RegulatoryDecision,
        };
    }

    // An application or approval is the program's, whichever trial it rests on.
    private static string Name(Change change, Milestone milestone) =>
        ChangeWording.Name(SubjectText.NamedByTrial.Contains(milestone.Code) ? change : change with { Trial = change.Program is null ? change.Trial : null });

    private static string Clause(ChangeWord word, string noun, string done, string? was, string? now, Milestone? after) => word switch
    {
        // "PDUFA 28 Nov 2022": a date that a regulator sets is not something that the company expects.
        ChangeWord.New when now is not null && IsDecision(after) => $"{noun} {now}",
        ChangeWord.New => now is null ? noun + (IsDecision(after) ? " expected" : " planned") : $"{noun} expected {now}",
        ChangeWord.Delayed => $"{noun} delayed" + To(now),
        ChangeWord.Accelerated => $"{noun} moved up" + To(now),
        ChangeWord.Narrowed when was is null && now is not null => $"{noun} now dated {now}",
        ChangeWord.Narrowed => $"{noun} narrowed" + To(now),
        ChangeWord.Widened => $"{noun} widened" + To(now),
        ChangeWord.Achieved => done,
        ChangeWord.Withdrawn => $"{noun} withdrawn",
        ChangeWord.Lapsed => $"{noun} overdue" + (was is null ? "" : $", was {was}"),
        ChangeWord.Omitted => after is not null && now is null ? $"{noun} no longer dated" : $"{noun} no longer mentioned",
        ChangeWord.Reaffirmed => $"{noun} reaffirmed" + (now is null ? "" : $" for {now}"),
        ChangeWord.Corrected => $"{noun} corrected" + To(now),
        _ => $"{noun} {RecordCode.Of(word)}" + To(now),
    };

    private static bool IsDecision(Milestone? milestone) => milestone?.Code == MilestoneCode.RegulatoryDecision;

    private static string? After(ChangeWord word, Milestone? after) => word switch
    {
        ChangeWord.Achieved => "achieved",
        ChangeWord.Withdrawn => "withdrawn",
        ChangeWord.Lapsed => "passed in silence",
        ChangeWord.Omitted => after is null ? "not mentioned" : "no date stated",
        _ => null,
    };

    private static string? Size(Change change)
    {
        if (change is { Word: ChangeWord.Achieved, Course: { AgainstLatest: { } latest } course })
            return Words(latest) + (course.AgainstFirst is { } first && first != latest ? $", {Words(first)} against the first guidance" : "");
        if (change.By is not { } days || days == 0 || change.Before is null)
            return null;
        var where = change.Word == ChangeWord.Achieved ? (days > 0 ? " after the guided window" : " before its end") : days > 0 ? " later" : " earlier";
        return WindowPhrase.Shift(days) + where;
    }

    private static string Words(Punctuality punctuality) => punctuality switch
    {
        Punctuality.Early => "early",
        Punctuality.OnTime => "on time",
        _ => "late",
    };

    private static string? Details(Change change, Milestone milestone)
    {
        var parts = new List<string>();
        // With a statement before, the day stands after the arrow.
        if (change is { Word: ChangeWord.Achieved, Before: null, After: Milestone done } && WindowPhrase.Of(done, change.At) is { } when)
            parts.Add(when);
        if (change is { Trial: { } trial, Program: { } program })
            parts.Add(PlainText.Line(SubjectText.NamedByTrial.Contains(milestone.Code) ? program : trial, 80));
        if (milestone.Phase is { } phase)
            parts.Add("phase " + PlainText.Line(phase, 8));
        if (change.Trial is not null && (milestone.Population ?? milestone.Indication) is { } population)
            parts.Add(PlainText.Line(population, 80));
        if (change.Course is { } course)
            parts.Add(Course(course));
        parts.RemoveAll(part => part.Length == 0);
        return parts.Count == 0 ? null : string.Join(" · ", parts);
    }

    // Only what the move itself does not tell already: a milestone that slipped before.
    private static string Course(Course course)
    {
        if (course.Slips < 2 || course.FirstTo is null)
            return "";
        var first = WindowText.Of(new Window(course.FirstFrom, course.FirstTo));
        return $"first guided for {first}, moved later {course.Slips} times" + (course.SlipDays > 0 ? $", {WindowPhrase.Shift(course.SlipDays)} in all" : "");
    }

    private static string To(string? window) => window is null ? "" : " to " + (window.StartsWith("by ", StringComparison.Ordinal) ? window[3..] : window);
}
