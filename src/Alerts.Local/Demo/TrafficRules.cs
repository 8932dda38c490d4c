using System.Text.RegularExpressions;

namespace Alerts.Local.Demo;

/// <summary>The SEC's terms of access: a declared User-Agent with a contact address, and no more than ten requests a second.</summary>
/// <param name="perSecond">Requests allowed in any second.</param>
/// <param name="clock">The clock that the rate is measured with.</param>
internal sealed partial class TrafficRules(int perSecond, TimeProvider clock)
{
    private static readonly TimeSpan Block = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Queue<long> _lastSecond = new();
    private long? _blockedSince;

    /// <summary>The page for who asks too often.</summary>
    public static string LimitPage { get; } = Page(
        "Request Rate Threshold Exceeded",
        "More requests came from your address than this site allows in a second. Wait ten minutes, then ask more slowly.");

    /// <summary>The page for programs that do not say whose they are.</summary>
    public static string UndeclaredPage { get; } = Page(
        "Your Request Originates from an Undeclared Automated Tool",
        "Name your organisation and an e-mail address in the User-Agent header of every request.");

    /// <summary>The page that refuses a request, or null where it may pass.</summary>
    public string? Refuse(string userAgent)
    {
        if (!ContactAddress().IsMatch(userAgent))
            return UndeclaredPage;
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            while (_lastSecond.TryPeek(out var oldest) && clock.GetElapsedTime(oldest, now) >= TimeSpan.FromSeconds(1))
                _lastSecond.Dequeue();
            _lastSecond.Enqueue(now);
            // Going on too fast while blocked makes the block longer.
            if (_lastSecond.Count > perSecond)
                _blockedSince = now;
            else if (_blockedSince is { } since && clock.GetElapsedTime(since, now) >= Block)
                _blockedSince = null;
            return _blockedSince is null ? null : LimitPage;
        }
    }

    private static string Page(string title, string text) =>
        $"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n<title>SEC.gov | {title}</title>\n</head>\n"
        + $"<body>\n<h1>{title}</h1>\n<p>{text}</p>\n<p>Reference ID: 0.stand-in</p>\n</body>\n</html>\n";

    [GeneratedRegex(@"[^\s@()<>]{1,64}@[^\s@()<>]{1,190}\.[A-Za-z]{2,24}")]
    private static partial Regex ContactAddress();
}
