using Microsoft.AspNetCore.Http;

namespace Alerts.Pages;

/// <summary>Reads the bodies of requests from the open internet.</summary>
internal static class BodyReader
{
    /// <summary>The body; null where it is larger than allowed, of which no more is read then.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int most, CancellationToken cancellation)
    {
        if (request.ContentLength > most)
            return null;
        // The length is only what the sender says.
        var buffer = new byte[most + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length > most ? null : buffer[..length];
    }
}
