using Alerts.Records;
using Microsoft.AspNetCore.Components;

namespace Alerts.Pages.Companies;

/// <summary>What was not understood in a filing.</summary>
public sealed partial class NotRead
{
    /// <summary>The notes; none for a filing that was read whole.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<CoverageNote> Notes { get; set; }
}
