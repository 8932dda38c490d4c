using Microsoft.AspNetCore.Components;

namespace Alerts.Pages.Email;

/// <summary>A list of lines in an HTML e-mail.</summary>
public sealed partial class NoteCard
{
    /// <summary>What the lines are.</summary>
    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    /// <summary>The lines.</summary>
    [Parameter]
    [EditorRequired]
    public required IEnumerable<string> Lines { get; set; }

    /// <summary>How many more there are.</summary>
    [Parameter]
    public int Left { get; set; }
}
