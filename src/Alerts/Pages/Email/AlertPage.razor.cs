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

    // What mail programs show beside the subject in a list: the first quote says more than the subject again.
    private string Preview => ChangeBlock.Of(Alert.Changes[0]).Quote is { } quote ? PlainText.Line(quote, 140) : "";
}
