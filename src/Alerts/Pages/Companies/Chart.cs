using Alerts.History;
using Alerts.Records;

namespace Alerts.Pages.Companies;

/// <summary>How dates moved, as a drawing and what its lines are.</summary>
/// <param name="Svg">The drawing; its lines are of classes s0, s1 …</param>
/// <param name="Lines">The lines in that order.</param>
internal sealed record Chart(string Svg, IReadOnlyList<TimelineLine> Lines)
{
    private const int Years = 4;

    // As many as there are colours that stay apart.
    private const int MostLines = 7;

    /// <summary>The chart of what a page's width can show, or null: a chart of a single point says less than the table.</summary>
    public static Chart? Of(Timeline timeline, string title)
    {
        var dated = timeline.Lines.Where(line => line.Entries.Any(IsDrawn)).ToList();
        if (dated.Count == 0)
            return null;
        var from = dated.Max(line => line.Entries.Last(IsDrawn).At).AddYears(-Years);
        var lines = dated
            .Select(line => line with { Entries = [.. line.Entries.Where(entry => entry.At >= from)] })
            .Where(line => line.Entries.Any(IsDrawn))
            .OrderByDescending(line => line.Entries.Count(IsDrawn) > 1).ThenByDescending(line => line.Entries[^1].At)
            .Take(MostLines)
            .OrderBy(line => line.Entries[0].At).ThenBy(line => line.Subject, StringComparer.Ordinal)
            .ToList();
        return lines.Sum(line => line.Entries.Count(IsDrawn)) < 2 ? null : new Chart(SlipChart.Inline(timeline with { Lines = lines }, title), lines);
    }

    private static bool IsDrawn(TimelineEntry entry) =>
        entry.Statement is Milestone { Status: not MilestoneStatus.Withdrawn } milestone && !Window.Of(milestone).IsUndated;
}
