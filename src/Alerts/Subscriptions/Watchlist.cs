using System.Text.RegularExpressions;

namespace Alerts.Subscriptions;

/// <summary>How companies are named on a watchlist: by CIK or by ticker.</summary>
public static partial class Watchlist
{
    /// <summary>Most companies on one list; more would not fit a table's cell.</summary>
    public const int Most = 2000;

    /// <summary>
    /// One form for each company: "855654" is <c>0000855654</c>, "imgn" is <c>IMGN</c>; null for what is neither a
    /// CIK (up to ten digits) nor a ticker ("BRK.B").
    /// </summary>
    public static string? Normalize(string entry)
    {
        var text = entry.Trim().ToUpperInvariant();
        if (text.Length is > 0 and <= 10 && text.All(char.IsAsciiDigit) && text.Any(digit => digit != '0'))
            return text.PadLeft(10, '0');
        return Ticker().IsMatch(text) ? text : null;
    }

    [GeneratedRegex(@"^[A-Z][A-Z0-9]{0,7}([.\-][A-Z0-9]{1,3})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Ticker();
}
