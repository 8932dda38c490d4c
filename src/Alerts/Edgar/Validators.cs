using System.Net.Http.Headers;

namespace Alerts.Edgar;

/// <summary>What an answer called itself, so that the next request asks only for something newer (RFC 9110, 13).</summary>
/// <param name="ETag">The entity tag with its quotes.</param>
/// <param name="LastModified">The date in HTTP form.</param>
public sealed record Validators(string? ETag, string? LastModified)
{
    /// <summary>None: the next request is unconditional.</summary>
    public static Validators None { get; } = new(null, null);

    internal static Validators Of(HttpResponseMessage response) =>
        new(response.Headers.ETag?.ToString(), response.Content.Headers.LastModified?.ToString("R"));

    internal void AddTo(HttpRequestHeaders headers)
    {
        if (ETag is not null)
            headers.TryAddWithoutValidation("If-None-Match", ETag);
        if (LastModified is not null)
            headers.TryAddWithoutValidation("If-Modified-Since", LastModified);
    }
}
