using Alerts.Pipeline;
using Microsoft.AspNetCore.Components;

namespace Alerts.Pages.Companies;

/// <summary>The filings that were read last.</summary>
public sealed partial class FilingTable
{
    /// <summary>The filings, newest first.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<ProcessedFiling> Filings { get; set; }

    private static string Read(ProcessedFiling filing) => (filing.DataPoints, filing.Guidance) switch
    {
        (0, 0) => "no results, no guidance",
        (var results, 0) => Count(results, "result"),
        (0, var guidance) => Count(guidance, "statement") + " of guidance",
        var (results, guidance) => $"{Count(results, "result")}, {Count(guidance, "statement")} of guidance",
    };

    private static string Count(int number, string what) => number == 1 ? "1 " + what : $"{number} {what}s";
}
