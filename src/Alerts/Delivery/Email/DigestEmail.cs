using Alerts.Pages;
using Alerts.Pages.Email;
using Alerts.Subscriptions;

namespace Alerts.Delivery.Email;

/// <summary>Makes the e-mail of a digest.</summary>
public sealed class DigestEmail(DeliveryOptions options)
{
    /// <summary>The message to a subscriber by e-mail; the same digest gives the same message.</summary>
    public async Task<EmailMessage> ComposeAsync(Digest digest, string address)
    {
        var unsubscribe = options.UnsubscribeUrl(digest.Key.SubscriberId);
        return new()
        {
            Id = digest.Id,
            Delivery = digest.Key,
            From = options.From,
            To = new EmailAddress(address),
            Subject = digest.Subject,
            Date = digest.Created,
            Text = DigestText.Of(digest, unsubscribe),
            Html = await ComponentHtml.OfAsync<DigestPage>((nameof(DigestPage.Digest), digest), (nameof(DigestPage.Unsubscribe), unsubscribe)),
            UnsubscribeUrl = unsubscribe,
        };
    }
}
