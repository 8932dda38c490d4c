using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Alerts.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Alerts.Pages;

/// <summary>
/// The answer to a request, the same from every head. Who has something public already (RFC 9110, section 13) is sent nothing again,
/// and caches may keep it for a minute.
/// </summary>
/// <param name="Status">The status where the caller has nothing yet.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Body">The bytes.</param>
public sealed record WebAnswer(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>When the newest of it became known; null where that is not a moment.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>True for what is meant for one person: no cache keeps it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>A strong validator: the same bytes have the same, whoever made them.</summary>
    public string ETag => $"\"{Convert.ToHexStringLower(SHA256.HashData(Body.Span).AsSpan(0, 16))}\"";

    /// <summary>A page.</summary>
    public static WebAnswer Html(string html, int status = StatusCodes.Status200OK) => new(status, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(html));

    /// <summary>A page for one person, such as whoever holds a link.</summary>
    public static WebAnswer Private(string html, int status = StatusCodes.Status200OK) => Html(html, status) with { IsPrivate = true };

    /// <summary>A document in JSON, as records are written.</summary>
    public static WebAnswer Json(object value, int status = StatusCodes.Status200OK) =>
        new(status, "application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(value, RecordJson.Options));

    /// <summary>What is wrong with a request, a sentence each.</summary>
    public static WebAnswer Refusal(int status, params IReadOnlyList<string> problems) => Json(new { problems }, status);

    /// <summary>Sends it, or 304 to who has it.</summary>
    public async Task SendAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var response = context.Response;
        PageHeaders.Set(response.Headers);
        if (IsPrivate || Status != StatusCodes.Status200OK)
        {
            response.Headers.CacheControl = "no-store";
        }
        else
        {
            response.Headers.CacheControl = "public, max-age=60";
            response.Headers.ETag = ETag;
            if (LastModified is { } modified)
                response.Headers.LastModified = modified.UtcDateTime.ToString("R");
            if (IsKnown(context.Request.GetTypedHeaders()))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(Body, context.RequestAborted);
    }

    // The date counts only where there is no tag (RFC 9110, section 13.1.3), and is of whole seconds.
    private bool IsKnown(RequestHeaders request) => request.IfNoneMatch.Count > 0
        ? request.IfNoneMatch.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Tag == ETag)
        : LastModified is { } modified && request.IfModifiedSince is { } since && modified.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
}
