using Alerts.Pages;
using Alerts.Pages.Email;
using Alerts.Subscriptions;

namespace Alerts.Delivery.Email;

/// <summary>Makes the e-mail of an alert.</summary>
public sealed class AlertEmail(DeliveryOptions options)
{
    /// <summary>The message to a subscriber by e-mail; the same alert gives the same message.</summary>
    public async Task<EmailMessage> ComposeAsync(Alert alert, string address)
    {
        var unsubscribe = options.UnsubscribeUrl(alert.Key.SubscriberId);
        return new()
        {
            Id = alert.Id,
            Delivery = alert.Key,
            From = options.From,
            To = new EmailAddress(address),
            Subject = alert.Subject,
            Date = alert.Created,
            Text = AlertText.Of(alert, unsubscribe),
            Html = await ComponentHtml.OfAsync<AlertPage>((nameof(AlertPage.Alert), alert), (nameof(AlertPage.Unsubscribe), unsubscribe)),
            UnsubscribeUrl = unsubscribe,
        };
    }
}
