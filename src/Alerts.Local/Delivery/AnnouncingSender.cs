using Alerts.Delivery;
using Alerts.Delivery.Email;

namespace Alerts.Local.Delivery;

/// <summary>Says of each message that was taken that it was.</summary>
internal sealed class AnnouncingSender(IEmailSender inner, Action<EmailMessage> announce) : IEmailSender
{
    /// <inheritdoc/>
    public async Task<DeliveryResult> SendAsync(EmailMessage message, CancellationToken cancellation)
    {
        var result = await inner.SendAsync(message, cancellation);
        if (result is DeliveryResult.Delivered)
            announce(message);
        return result;
    }
}
