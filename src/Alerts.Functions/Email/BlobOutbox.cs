using System.Globalization;
using Alerts.Delivery;
using Alerts.Delivery.Email;
using Alerts.Storage;

namespace Alerts.Functions.Email;

/// <summary>Stores e-mails as .eml blobs where there is no mail service: container "outbox", "2022-08-03/msg_5d4140….eml".</summary>
public sealed class BlobOutbox(IBlobStore blobs) : IEmailSender
{
    /// <summary>The container.</summary>
    public const string Container = "outbox";

    /// <inheritdoc/>
    public async Task<DeliveryResult> SendAsync(EmailMessage message, CancellationToken cancellation)
    {
        var name = $"{message.Date.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}/{message.Id}.eml";
        // A message that is there already is the same message.
        await blobs.CreateAsync(Container, name, EmlWriter.Write(message), new Dictionary<string, string>(), cancellation);
        return new DeliveryResult.Delivered();
    }
}
