using Alerts.Delivery;
using Alerts.Delivery.Wording;
using Microsoft.AspNetCore.Components;

namespace Alerts.Pages.Email;

/// <summary>A digest as an HTML e-mail.</summary>
public sealed partial class DigestPage
{
    /// <summary>What is told.</summary>
    [Parameter]
    [EditorRequired]
    public required Digest Digest { get; set; }

    /// <summary>The page on which the recipient unsubscribes.</summary>
    [Parameter]
    [EditorRequired]
    public required Uri Unsubscribe { get; set; }

    private DigestList List => field ??= DigestList.Of(Digest);
}
