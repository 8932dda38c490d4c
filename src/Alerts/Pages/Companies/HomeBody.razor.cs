using Alerts.Pipeline;
using Microsoft.AspNetCore.Components;

namespace Alerts.Pages.Companies;

/// <summary>The first page.</summary>
public sealed partial class HomeBody
{
    /// <summary>The companies, in the order of their names.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<Company> Companies { get; set; }

    /// <summary>What changed last, newest first.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<News> News { get; set; }
}
