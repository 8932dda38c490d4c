using Alerts.History;
using Alerts.Records;

namespace Alerts.Pages.Companies;

/// <summary>A milestone as a row of a table.</summary>
/// <param name="Line">The milestone over time.</param>
internal sealed record MilestoneRow(TimelineLine Line)
{
    /// <summary>The last thing that was said of it, be it to repeat it.</summary>
    public TimelineEntry Said => Line.Entries.Last(entry => entry.Statement is not null);

    /// <summary>The window that holds: the last one that was stated.</summary>
    public string Window => Line.Entries.LastOrDefault(entry => WindowOf(entry) is { IsUndated: false })?.Says ?? "no date";

    /// <summary>When it ends; the last of all for one without a date.</summary>
    public DateOnly Ends => Line.Entries.Select(WindowOf).LastOrDefault(window => window is { IsUndated: false })?.End ?? DateOnly.MaxValue;

    /// <summary>The window that was stated first; null where it still holds.</summary>
    public string? First => Line.Entries.FirstOrDefault(entry => WindowOf(entry) is { IsUndated: false })?.Says is { } first && first != Window ? first : null;

    /// <summary>"moved later 3 times, about 3 quarters in all"; null where it never did.</summary>
    public string? Slips => Line.Course is not { Slips: > 0 } course ? null
        : $"{(course.Slips == 1 ? "once" : course.Slips == 2 ? "twice" : $"{course.Slips} times")}{(course.SlipDays > 0 ? $", {WindowText.Shift(course.SlipDays)}" : "")}";

    /// <summary>Those that are still expected, the soonest first.</summary>
    public static IReadOnlyList<MilestoneRow> Open(Timeline timeline) => [.. timeline.Lines
        .Where(line => line is { Kind: ChangeKind.Milestone, End: TimelineEnd.Open } && line.Entries.Any(entry => entry.Statement is not null))
        .Select(line => new MilestoneRow(line))
        .OrderBy(row => row.Ends).ThenBy(row => row.Line.Subject, StringComparer.Ordinal)];

    /// <summary>Those of which something became, the latest first.</summary>
    public static IReadOnlyList<MilestoneRow> Ended(Timeline timeline) => [.. timeline.Lines
        .Where(line => line is { Kind: ChangeKind.Milestone, End: not TimelineEnd.Open } && line.Entries.Any(entry => entry.Statement is not null))
        .Select(line => new MilestoneRow(line))
        .OrderByDescending(row => row.Line.Entries[^1].At).ThenBy(row => row.Line.Subject, StringComparer.Ordinal)];

    private static History.Window? WindowOf(TimelineEntry entry) => entry.Statement is Milestone milestone ? History.Window.Of(milestone) : null;
}
