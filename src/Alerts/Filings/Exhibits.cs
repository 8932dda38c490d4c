using System.Globalization;
using System.Text.RegularExpressions;
using Alerts.Records;

namespace Alerts.Filings;

/// <summary>The exhibits that a filing names in its index, and those it holds.</summary>
internal static partial class Exhibits
{
    /// <summary>Exhibits by the index of the 8-K first, then those that only the submission shows.</summary>
    /// <param name="report">The 8-K document; null where there is none.</param>
    /// <param name="documents">Type and description of the filing's documents.</param>
    public static List<Exhibit> Read(FilingDocument? report, IEnumerable<(string Type, string? Description)> documents)
    {
        var held = documents.Where(IsExhibit).Select(document => (Number: document.Type[3..], document.Description)).ToList();
        var exhibits = new List<Exhibit>();
        if (report is not null)
            ReadIndex(report.Blocks, exhibits, held.Select(document => document.Number).ToList());
        foreach (var (number, description) in held)
        {
            if (!exhibits.Exists(exhibit => IsSame(exhibit.Number, number)))
                exhibits.Add(new Exhibit(number, description));
        }

        return exhibits;
    }

    private static bool IsExhibit((string Type, string? Description) document) =>
        document.Type.StartsWith("EX-", StringComparison.OrdinalIgnoreCase) && document.Type.Length > 3
        && !document.Type.StartsWith("EX-101", StringComparison.OrdinalIgnoreCase);

    // "99" of the submission is "99.1" of an index that names one only; "99.01" is "99.1".
    private static bool IsSame(string index, string type) =>
        index == type || index.StartsWith(type + ".", StringComparison.Ordinal) || Plain(index) == Plain(type);

    private static string Plain(string number) => number.Replace(".0", ".", StringComparison.Ordinal).Replace(".(", "(", StringComparison.Ordinal);

    // The list stands under Item 9.01 (7 before 2004) up to the signature, and again in an index behind it.
    private static void ReadIndex(IReadOnlyList<TextBlock> blocks, List<Exhibit> exhibits, List<string> held)
    {
        var isIndex = false;
        for (var i = 0; i < blocks.Count; i++)
        {
            var text = blocks[i].Text;
            if (IsIndexTitle(text))
                isIndex = true;
            else if (text.Length < 60 && text.StartsWith("SIGNATURE", StringComparison.OrdinalIgnoreCase) || HeadingText.StartsWithItem(text))
                isIndex = false;
            else if (isIndex)
                ReadEntry(blocks, i, exhibits, held);
        }
    }

    private static bool IsIndexTitle(string text) =>
        text.Length < 250 && text.Contains("xhibit", StringComparison.OrdinalIgnoreCase)
        && (HeadingText.StartsWithItem(text) || text.StartsWith("EXHIBIT INDEX", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("INDEX TO EXHIBITS", StringComparison.OrdinalIgnoreCase) || text.StartsWith("INDEX OF EXHIBITS", StringComparison.OrdinalIgnoreCase));

    private static void ReadEntry(IReadOnlyList<TextBlock> blocks, int at, List<Exhibit> exhibits, List<string> held)
    {
        if (Entry().Match(blocks[at].Text) is not { Success: true } entry)
            return;
        var number = entry.Groups["n"].Value;
        if (exhibits.Exists(exhibit => exhibit.Number == number) || !(entry.Groups["x"].Success || IsNumber(number) || held.Exists(type => IsSame(number, type))))
            return;
        var description = entry.Groups["d"].Value.Trim(' ', '|', '-', '–', '—', ':');
        if (description.Length == 0 && at + 1 < blocks.Count && !Entry().IsMatch(blocks[at + 1].Text))
            description = blocks[at + 1].Text;
        exhibits.Add(new Exhibit(number, description.Length is > 0 and < 600 ? description : null));
    }

    // Item 601 of Regulation S-K numbers exhibits from 1 to 35 and from 95 up; entries of other lists are whole numbers.
    private static bool IsNumber(string number)
    {
        var dot = number.IndexOf('.', StringComparison.Ordinal);
        var digits = number.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var whole = int.Parse(digits < 0 ? number : number.AsSpan(0, digits), CultureInfo.InvariantCulture);
        return whole is >= 95 and <= 106 || (whole is >= 1 and <= 36 && (dot > 0 || whole >= 13));
    }

    [GeneratedRegex(
        @"^(?<x>Exhibit\s{0,3}(?:No\.?)?\s{0,3})?\(?(?<n>\d{1,3}(?:\.\d{1,3})?(?:\([a-z]\))?)\)?[*†+#^]{0,3}(?:$|[\s|.:\-–—*†+#^]{1,8}(?<d>\D.{0,800})$)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();
}
