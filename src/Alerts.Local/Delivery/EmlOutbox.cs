using System.Globalization;
using Alerts.Delivery;
using Alerts.Delivery.Email;
using Alerts.Local.Storage;

namespace Alerts.Local.Delivery;

/// <summary>
/// Puts e-mails into a folder as .eml files, which mail programs open. A message that is there already is left alone:
/// its name comes from its date and id, and its content is the same.
/// </summary>
/// <param name="folder">The folder; made with the first message.</param>
public sealed class EmlOutbox(string folder) : IEmailSender
{
    /// <summary>The file of a message: "2022-08-03-msg_5d4140….eml".</summary>
    public string PathOf(EmailMessage message) => Path.Combine(
        folder, message.Date.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "-" + message.Id + ".eml");

    /// <inheritdoc/>
    public async Task<DeliveryResult> SendAsync(EmailMessage message, CancellationToken cancellation)
    {
        var path = PathOf(message);
        try
        {
            Directory.CreateDirectory(folder);
            await AtomicFile.WriteNewAsync(path, EmlWriter.Write(message), cancellation);
            return new DeliveryResult.Delivered();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new DeliveryResult.Retry($"The outbox {folder} could not be written: {error.Message}");
        }
    }
}
