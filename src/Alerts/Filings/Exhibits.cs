using System.Text.RegularExpressions;
using Alerts.Records;

namespace Alerts.Filings;

/// <summary>The exhibits that a filing names in its index, and those it holds.</summary>
internal static partial class Exhibits
{
    /// <summary>Exhibits by the index of the 8-K first, then those that only the submission shows.</summary>
    /// <param name="report">The 8-K document; null where there is none.</param>
    /// <param name="documents">The documents of the filing.</param>
    public static List<Exhibit> Read(FilingDocument? report, IEnumerable<(string Type, string? Description)> documents)
    {
        var exhibits = report is null ? [] : FromIndex(report);
        foreach (var (type, description) in documents)
        {
            if (!type.StartsWith("EX-", StringComparison.OrdinalIgnoreCase) || type.StartsWith("EX-101", StringComparison.OrdinalIgnoreCase))
                continue;
            var number = type[3..];
            if (!exhibits.Exists(exhibit => SameNumber(exhibit.Number, number)))
                exhibits.Add(new Exhibit(number, description));
        }

        return exhibits;
    }

    // "99" of the submission is "99.1" of an index that names one only.
    private static bool SameNumber(string index, string type) =>
        index == type || index.StartsWith(type + ".", StringComparison.Ordinal) || Plain(index) == Plain(type);

    private static string Plain(string number) => number.Replace(".0", ".", StringComparison.Ordinal);

    private static List<Exhibit> FromIndex(FilingDocument report)
    {
        var exhibits = new List<Exhibit>();
        var blocks = report.Blocks;
        var start = IndexStart(blocks);
        for (var i = start; i < blocks.Count; i++)
        {
            if (Entry().Match(blocks[i].Text) is not { Success: true } entry)
                continue;
            var number = entry.Groups["n"].Value;
            var description = entry.Groups["d"].Value.Trim(' ', '|', '-', '–', '—', ':');
            if (description.Length == 0 && i + 1 < blocks.Count && !Entry().IsMatch(blocks[i + 1].Text))
                description = blocks[i + 1].Text;
            if (!exhibits.Exists(exhibit => exhibit.Number == number))
                exhibits.Add(new Exhibit(number, description.Length is > 0 and < 600 ? description : null));
        }

        return exhibits;
    }

    private static int IndexStart(IReadOnlyList<TextBlock> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var text = blocks[i].Text;
            if (text.Length < 250 && HeadingText.StartsWithItem(text) && text.Contains("xhibits", StringComparison.OrdinalIgnoreCase))
                return i + 1;
        }

        return blocks.Count;
    }

    [GeneratedRegex(@"^(?:Exhibit\s{0,3}(?:No\.?)?\s{0,3})?\(?(?<n>\d{1,3}(?:\.\d{1,3})?)\)?[*†+#]{0,3}(?:$|[\s|.:\-–—]{1,6}(?<d>\D.{0,800})$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();
}
