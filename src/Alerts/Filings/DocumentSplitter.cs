using System.Text.RegularExpressions;

namespace Alerts.Filings;

/// <summary>Finds the exhibits in a text that holds an 8-K and its exhibits in one, and says what a bare document is.</summary>
internal static partial class DocumentSplitter
{
    /// <summary>Type of a bare press release that names no exhibit number.</summary>
    public const string Release = "RELEASE";

    /// <summary>The documents in a text with their types.</summary>
    public static List<(string Type, List<Draft> Drafts)> Split(List<Draft> drafts)
    {
        var parts = new List<(string, List<Draft>)>();
        var type = FirstType(drafts);
        var start = 0;
        var signed = false;
        for (var i = 0; i < drafts.Count; i++)
        {
            var text = drafts[i].Text;
            signed |= IsSignature(text);
            if (i == start || !type.StartsWith("8-K", StringComparison.Ordinal) && !type.StartsWith("EX-", StringComparison.Ordinal))
                continue;
            var next = ExhibitMark().Match(text) is { Success: true } mark && (signed || type[0] == 'E') ? "EX-" + mark.Groups["n"].Value
                : signed && type[0] == '8' && IsReleaseStart(text) ? "EX-99.1"
                : null;
            if (next is null || next == type)
                continue;
            parts.Add((type, drafts[start..i]));
            type = next;
            start = i;
        }

        parts.Add((type, drafts[start..]));
        return parts;
    }

    private static string FirstType(List<Draft> drafts)
    {
        if (CoverPage.FormOf(drafts.Select(draft => draft.Text)) is { } form)
            return form;
        for (var i = 0; i < Math.Min(drafts.Count, 40); i++)
        {
            var text = drafts[i].Text;
            if (i < 5 && ExhibitMark().Match(text) is { Success: true } mark)
                return "EX-" + mark.Groups["n"].Value;
            if (HeadingText.StartsWithItem(text) && text.Length < 250)
                return "8-K";
        }

        return Release;
    }

    private static bool IsSignature(string text) =>
        text.StartsWith("Pursuant to the requirements of", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("SIGNATURE", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("Cover Page Interactive Data", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("104 ", StringComparison.Ordinal)
        || text.StartsWith("EXHIBIT INDEX", StringComparison.OrdinalIgnoreCase);

    private static bool IsReleaseStart(string text) =>
        text.StartsWith("For Immediate Release", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("Press Release", StringComparison.OrdinalIgnoreCase) || text.StartsWith("News Release", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\(?Exhibit\s{0,3}(?:No\.?\s{0,3})?(?<n>\d{1,3}(?:\.\d{1,3})?)\)?\.?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ExhibitMark();
}
