using Alerts.History;
using Alerts.Records;

namespace Alerts.Pages.Companies;

/// <summary>Cuts a timeline to what a chart of a page's width can show.</summary>
internal static class ChartOf
{
    private const int Years = 4;
    private const int MostLines = 8;

    /// <summary>The chart as an SVG element, or null where there is nothing to see: a chart of a single point says less than the table.</summary>
    public static string? Milestones(Timeline timeline, string title)
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
        return lines.Sum(line => line.Entries.Count(IsDrawn)) < 2 ? null : SlipChart.Svg(timeline with { Lines = lines }, title);
    }

    private static bool IsDrawn(TimelineEntry entry) =>
        entry.Statement is Milestone { Status: not MilestoneStatus.Withdrawn } milestone && !Window.Of(milestone).IsUndated;
}
