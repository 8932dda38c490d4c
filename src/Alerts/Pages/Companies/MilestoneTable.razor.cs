using Alerts.History;
using Alerts.Records;
using Microsoft.AspNetCore.Components;

namespace Alerts.Pages.Companies;

/// <summary>Milestones with the window that holds, and how they came there.</summary>
public sealed partial class MilestoneTable
{
    /// <summary>The milestones.</summary>
    [Parameter]
    [EditorRequired]
    public required Timeline Milestones { get; set; }

    /// <summary>True for those of which something became, false for those still expected.</summary>
    [Parameter]
    public bool HasEnds { get; set; }

    /// <summary>The day of the request.</summary>
    [Parameter]
    [EditorRequired]
    public required DateOnly Today { get; set; }

    /// <summary>What the table is called where it has to be scrolled.</summary>
    [Parameter]
    [EditorRequired]
    public required string Label { get; set; }

    private IReadOnlyList<MilestoneRow> Rows => HasEnds ? MilestoneRow.Ended(Milestones) : MilestoneRow.Open(Milestones);

    private static string EndOf(MilestoneRow row) => row.Line.End switch
    {
        TimelineEnd.Achieved => "achieved" + (row.Line.Entries.LastOrDefault(entry => entry.Word == ChangeWord.Achieved) is { } done
            ? $" {(done.Says is "no date" or "" ? Dates.Day(done.At) : done.Says)}{Punctual(row.Line.Course)}"
            : ""),
        TimelineEnd.Lapsed => $"{row.Window} passed in silence",
        TimelineEnd.Omitted => $"{row.Window}, no longer mentioned",
        var end => RecordCode.Of(end),
    };

    private static string Punctual(Course? course) => course?.AgainstFirst switch
    {
        Punctuality.Late => ", later than first guided",
        Punctuality.Early => ", earlier than first guided",
        Punctuality.OnTime => ", as first guided",
        _ => "",
    };
}
