using Alerts.Delivery.Email;

namespace Alerts.Delivery;

/// <summary>
/// Takes e-mails from here: an outbox folder on one machine, a mail service on Azure. Sending a message again that
/// went out before must be harmless; its id is the same.
/// </summary>
public interface IEmailSender
{
    /// <summary>Hands the message over, or says why not.</summary>
    Task<DeliveryResult> SendAsync(EmailMessage message, CancellationToken cancellation);
}
