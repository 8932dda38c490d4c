using Alerts.Delivery.Wording;
using Alerts.Records;
using Microsoft.AspNetCore.Components;

namespace Alerts.Pages.Email;

/// <summary>One change in an HTML e-mail.</summary>
public sealed partial class ChangeCard
{
    /// <summary>The change.</summary>
    [Parameter]
    [EditorRequired]
    public required Change Change { get; set; }

    private ChangeBlock Block => ChangeBlock.Of(Change);
}
