using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Alerts.Local.Demo;

/// <summary>What the stand-in has to say, and how HTTP says it: validators, 304, gzip, and the faults that a script asks for.</summary>
internal sealed record Answer(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>When the content last changed, where that is known.</summary>
    public DateTimeOffset? LastModified { get; init; }

    // Weak, since gzip changes the bytes and not the content.
    private string ETag { get; } = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Body.Span))[..32]}\"";

    /// <summary>Sends this, or what the script puts in its place.</summary>
    public Task SendAsync(HttpContext http, ScriptedAnswer? scripted)
    {
        if (scripted is { SpoilsTrueAnswer: false })
        {
            foreach (var (name, value) in scripted.Headers)
                http.Response.Headers[name] = value;
            return Write(http, scripted.Status, scripted.Body);
        }

        http.Response.ContentType = ContentType;
        if (Status != 200)
            return Write(http, Status, Encode(http, scripted));

        http.Response.Headers.ETag = ETag;
        http.Response.Headers.LastModified = LastModified?.ToString("R", CultureInfo.InvariantCulture);
        http.Response.Headers.Vary = "Accept-Encoding";
        if (scripted is null && IsKnownTo(http.Request))
        {
            http.Response.StatusCode = 304;
            return Task.CompletedTask;
        }

        var body = Encode(http, scripted);
        return scripted is { CutsConnection: true } ? WriteHalf(http, body) : Write(http, Status, body);
    }

    private ReadOnlyMemory<byte> Encode(HttpContext http, ScriptedAnswer? scripted)
    {
        var breaks = scripted is { BreaksGzip: true };
        if (!breaks && !http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
            return Body;
        http.Response.Headers.ContentEncoding = "gzip";
        var compressed = GZip(Body);
        return breaks ? compressed[..(compressed.Length / 2)] : compressed;
    }

    private static async Task Write(HttpContext http, int status, ReadOnlyMemory<byte> body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentLength = body.Length;
        if (body.Length > 0)
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    private static async Task WriteHalf(HttpContext http, ReadOnlyMemory<byte> body)
    {
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body[..(body.Length / 2)], http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        http.Abort();
    }

    // RFC 9110, 13.2.2: the date counts only where no tag was sent.
    private bool IsKnownTo(HttpRequest request) =>
        request.Headers.IfNoneMatch is { Count: > 0 } tags
            ? tags.ToString().Split(',').Any(tag => tag.Trim() == ETag)
            : LastModified is { } modified
              && DateTimeOffset.TryParse(request.Headers.IfModifiedSince.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.None, out var since)
              && modified <= since;

    private static ReadOnlyMemory<byte> GZip(ReadOnlyMemory<byte> body)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(body.Span);
        return compressed.ToArray();
    }
}
