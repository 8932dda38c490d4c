using System.Text.RegularExpressions;

namespace Alerts.Extraction.Results.Tables;

/// <summary>Takes footnote marks off labels and cells: "ORRa", "12 (31)*", "PFS†".</summary>
internal static partial class Footnotes
{
    /// <summary>The text without its marks.</summary>
    public static string Strip(string text) => Letter().Replace(text.Trim().TrimEnd('*', '†', '‡', '§', '¶'), "$1").Trim();

    // A small letter on the end of an abbreviation: "ORRa", "DoRb".
    [GeneratedRegex(@"\b([A-Z][A-Za-z]{0,4}[A-Z])[a-h]\b", RegexOptions.CultureInvariant)]
    private static partial Regex Letter();
}
