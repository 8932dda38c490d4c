using Alerts.Delivery.Wording;
using Alerts.Records;
using Microsoft.AspNetCore.Components;

namespace Alerts.Pages.Companies;

/// <summary>The last value of each endpoint.</summary>
public sealed partial class ResultTable
{
    /// <summary>The results.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<Change> Results { get; set; }

    // The program stands in the first column or in the page's heading.
    private static string? Details(ChangeText text, Change result) =>
        text.Details is { } details && result.Trial is not null && result.Program is { } program && details.StartsWith(program, StringComparison.Ordinal)
            ? details[program.Length..].TrimStart(' ', '·')
            : text.Details;
}
