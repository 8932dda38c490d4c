using Microsoft.AspNetCore.Components;

namespace Alerts.Pages.Companies;

/// <summary>The page of a company or of one of its programs.</summary>
public sealed partial class CompanyBody
{
    /// <summary>What it shows.</summary>
    [Parameter]
    [EditorRequired]
    public required CompanyView View { get; set; }

    private Chart? Drawing => Chart.Of(View.Milestones, "Windows as they were guided over time: " + (View.Program ?? View.Title));

    private string Feed => PublicLinks.Feed(View.Company.Key) + Query;

    private string Events => PublicLinks.Events(View.Company.Key) + Query;

    private string Query => View.Program is { } program ? "?program=" + Uri.EscapeDataString(program) : "";
}
