using System.Globalization;
using System.Text;

namespace Alerts.Local.Demo;

/// <summary>An answer given in place of the true one, to play what goes wrong between here and EDGAR.</summary>
public sealed record ScriptedAnswer
{
    private ScriptedAnswer()
    {
    }

    /// <summary>HTTP status.</summary>
    public int Status { get; private init; } = 200;

    /// <summary>Headers to add.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; private init; } = new Dictionary<string, string>();

    /// <summary>The body as sent.</summary>
    public ReadOnlyMemory<byte> Body { get; private init; }

    /// <summary>The connection is cut after half of the true answer.</summary>
    internal bool CutsConnection { get; private init; }

    /// <summary>The true answer in gzip, with its end missing.</summary>
    internal bool BreaksGzip { get; private init; }

    /// <summary>Whether the true answer is sent, though not whole.</summary>
    internal bool SpoilsTrueAnswer => CutsConnection || BreaksGzip;

    /// <summary>A status with a body.</summary>
    public static ScriptedAnswer WithStatus(int status, string body = "", string contentType = "text/html") => new()
    {
        Status = status,
        Headers = new Dictionary<string, string> { ["Content-Type"] = contentType },
        Body = Encoding.UTF8.GetBytes(body),
    };

    /// <summary>A refusal that says how long to wait.</summary>
    public static ScriptedAnswer RetryAfter(int status, TimeSpan wait) => new()
    {
        Status = status,
        Headers = new Dictionary<string, string> { ["Retry-After"] = ((long)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture) },
    };

    /// <summary>The page that the SEC shows who asks too often.</summary>
    public static ScriptedAnswer TrafficLimit() => WithStatus(403, TrafficRules.LimitPage);

    /// <summary>The true answer, gzip-encoded and broken off.</summary>
    public static ScriptedAnswer BrokenGzip() => new() { BreaksGzip = true };

    /// <summary>The connection is cut in the middle of the true answer.</summary>
    public static ScriptedAnswer Abort() => new() { CutsConnection = true };
}
