using Alerts.Pages;
using Alerts.Pages.Email;

namespace Alerts.Delivery.Email;

/// <summary>Renders the HTML of an alert from its component.</summary>
internal static class EmailPage
{
    public static Task<string> RenderAsync(Alert alert, Uri unsubscribe) =>
        ComponentHtml.OfAsync<AlertPage>((nameof(AlertPage.Alert), alert), (nameof(AlertPage.Unsubscribe), unsubscribe));
}
