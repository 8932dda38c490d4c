using Alerts.Records;

namespace Alerts.Delivery.Wording;

/// <summary>Changes of milestones in words: "top line delayed to early 2023".</summary>
internal static class MilestoneWording
{
    public static ChangeText Of(Change change)
    {
        var before = change.Before as Milestone;
        var after = change.After as Milestone;
        var milestone = after ?? before;
        var (noun, done) = milestone is null ? ("milestone", "milestone reached") : Words(milestone);
        var where = change.Trial is null ? ChangeWording.InParentheses(milestone?.Population, milestone?.Indication) : "";
        var was = before is null ? null : WindowText.Of(before);
        var now = after is null ? null : WindowText.Of(after);
        return new(
            ChangeWording.Name(change),
            Clause(change.Word, noun + where, done + where, was, now, after),
            was ?? (before is null ? null : "no date stated"),
            now ?? After(change.Word, after),
            Size(change),
            Details(change, milestone))
        {
            SpeaksForItself = milestone?.Code is MilestoneCode.Submission or MilestoneCode.Acceptance or MilestoneCode.RegulatoryDecision,
        };
    }

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
        return Figures.Span(days) + where;
    }

    private static string Words(Punctuality punctuality) => punctuality switch
    {
        Punctuality.Early => "early",
        Punctuality.OnTime => "on time",
        _ => "late",
    };

    private static string? Details(Change change, Milestone? milestone)
    {
        var parts = new List<string>();
        if (change.Trial is not null && change.Program is { } program)
            parts.Add(PlainText.Line(program, 80));
        if (milestone?.Phase is { } phase)
            parts.Add("phase " + PlainText.Line(phase, 8));
        if (change.Trial is not null && (milestone?.Population ?? milestone?.Indication) is { } population)
            parts.Add(PlainText.Line(population, 80));
        if (change.Course is { } course)
            parts.Add(Course(course));
        parts.RemoveAll(part => part.Length == 0);
        return parts.Count == 0 ? null : string.Join(" · ", parts);
    }

    // Only what the move itself does not tell already: a milestone that slipped before.
    private static string Course(Course course)
    {
        if (course.Slips < 2 || WindowText.Of(course.FirstFrom, course.FirstTo, null) is not { } first)
            return "";
        return $"first guided for {first}, moved later {course.Slips} times" + (course.SlipDays > 0 ? $", {Figures.Span(course.SlipDays)} in all" : "");
    }

    private static string To(string? window) => window is null ? "" : " to " + (window.StartsWith("by ", StringComparison.Ordinal) ? window[3..] : window);

    // The event as a thing to come, and as a thing that happened.
    private static (string Noun, string Done) Words(Milestone milestone)
    {
        var what = milestone.What is { } name ? DesignationWording.Of(name) : null;
        var term = milestone.Term is { } text ? PlainText.Line(text, 60) : null;
        return milestone.Code switch
        {
            MilestoneCode.TrialStart => ("trial start", "trial started"),
            MilestoneCode.EnrollmentComplete => ("full enrollment", "fully enrolled"),
            MilestoneCode.ToplineData => ("top line", "top line reported"),
            MilestoneCode.DataPresentation => ("data presentation", "data presented"),
            MilestoneCode.Submission => ($"{what ?? "regulatory"} submission", $"{what ?? "application"} submitted"),
            MilestoneCode.Acceptance => ($"{what ?? "filing"} acceptance", $"{what ?? "application"} accepted"),
            MilestoneCode.RegulatoryDecision => IsFda(milestone.What)
                ? ("PDUFA", "FDA decision received")
                : ($"{what} decision", $"{what} decision received"),
            MilestoneCode.Approval => ("approval", "approved"),
            MilestoneCode.Launch => ("launch", "launched"),
            MilestoneCode.RegulatoryMeeting => ($"{(what is null ? "" : what + " ")}regulatory meeting", $"{(what is null ? "" : what + " ")}regulatory meeting held"),
            MilestoneCode.Designation => (what ?? "designation", $"{what ?? "designation"} granted"),
            MilestoneCode.TrialClearance => ($"{what ?? "trial"} clearance", $"{what ?? "trial"} cleared"),
            MilestoneCode.CohortStart => ("next cohort", "next cohort opened"),
            MilestoneCode.TrialComplete => ("trial completion", "trial completed"),
            MilestoneCode.Update => (term ?? "update", term is null ? "update given" : term + ": update given"),
            _ => (term ?? "milestone", term is null ? "milestone reached" : term + ": done"),
        };
    }

    // A decision date without a named application is nearly always the FDA's; only these belong to others.
    private static bool IsFda(string? what) =>
        what is null || !(what.Contains("MAA", StringComparison.OrdinalIgnoreCase) || what.Contains("EMA", StringComparison.OrdinalIgnoreCase)
            || what.Contains("NMPA", StringComparison.OrdinalIgnoreCase) || what.Contains("PMDA", StringComparison.OrdinalIgnoreCase));
}
