using System.Text;
using System.Text.RegularExpressions;

namespace Alerts.Edgar;

/// <summary>The page that the SEC shows to those it refuses.</summary>
internal static partial class SecBlockPage
{
    /// <summary>Its title, "SEC.gov | Request Rate Threshold Exceeded", or nothing.</summary>
    public static string Title(ReadOnlyMemory<byte> page)
    {
        var head = Encoding.UTF8.GetString(page.Span[..Math.Min(page.Length, 4096)]);
        return TitleElement().Match(head) is { Success: true } match ? WebUtilityDecode(match.Groups[1].Value) : "";
    }

    private static string WebUtilityDecode(string text) => System.Net.WebUtility.HtmlDecode(text).Trim();

    [GeneratedRegex("<title>([^<]{1,200})</title>", RegexOptions.IgnoreCase)]
    private static partial Regex TitleElement();
}
