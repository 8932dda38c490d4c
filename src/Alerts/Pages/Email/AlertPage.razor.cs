using Alerts.Delivery;
using Alerts.Delivery.Wording;
using Microsoft.AspNetCore.Components;

namespace Alerts.Pages.Email;

/// <summary>An alert as an HTML e-mail.</summary>
public sealed partial class AlertPage
{
    /// <summary>What is told.</summary>
    [Parameter]
    [EditorRequired]
    public required Alert Alert { get; set; }

    /// <summary>The page on which the recipient unsubscribes.</summary>
    [Parameter]
    [EditorRequired]
    public required Uri Unsubscribe { get; set; }

    private ChangeList Changes => ChangeList.Of(Alert);
}
