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
            await WriteAsync(path, EmlWriter.Write(message), cancellation);
            return new DeliveryResult.Delivered();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new DeliveryResult.Retry($"The outbox {folder} could not be written: {error.Message}");
        }
    }

    // Whole or not at all, and once: the file takes its name only when it is on the disk and the name is free. What a process that
    // was killed in here left behind is overwritten and cleared away by the next try, of which there is always one.
    private static async Task WriteAsync(string path, byte[] content, CancellationToken cancellation)
    {
        var temporary = path + ".tmp";
        if (!File.Exists(path))
        {
            await using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await file.WriteAsync(content, cancellation);
                file.Flush(flushToDisk: true);
            }

            AtomicFile.MoveNew(temporary, path);
        }

        File.Delete(temporary);
    }
}
