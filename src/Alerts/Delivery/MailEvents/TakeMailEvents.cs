using Alerts.Pages;
using Microsoft.AspNetCore.Http;

namespace Alerts.Delivery.MailEvents;

/// <summary>
/// Takes the batches that SendGrid posts, and nobody else's. Whatever it answers, it says nothing: without a key there is no such address, and a
/// batch that was not taken is posted again.
/// </summary>
public sealed class TakeMailEvents(HandleMailEvents handle, MailEventOptions options, TimeProvider time)
{
    /// <summary>Most bytes of a batch; SendGrid posts at the latest at 768 KB.</summary>
    public const int LongestBatch = 2 * 1024 * 1024;

    /// <summary>Reads, verifies and handles a batch.</summary>
    /// <returns>The status to answer, and what the batch changed; null where it was refused.</returns>
    public async Task<(int Status, MailEventReport? Report)> RunAsync(HttpRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (options.Key is not { } key)
            return (StatusCodes.Status404NotFound, null);
        if (request.Headers[EventSignature.SignatureHeader] is not [{ Length: > 0 } signature]
            || request.Headers[EventSignature.TimestampHeader] is not [{ Length: > 0 } timestamp]
            || !EventSignature.IsTimely(timestamp, time.GetUtcNow()))
            return (StatusCodes.Status401Unauthorized, null);
        if (await BodyReader.ReadAsync(request, LongestBatch, cancellation) is not { } body)
            return (StatusCodes.Status413PayloadTooLarge, null);
        if (!key.Verify(signature, timestamp, body))
            return (StatusCodes.Status401Unauthorized, null);
        return MailEventReader.Read(body) is { } events
            ? (StatusCodes.Status204NoContent, await handle.RunAsync(events, cancellation))
            : (StatusCodes.Status400BadRequest, null);
    }
}
