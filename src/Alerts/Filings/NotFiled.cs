using System.Text.RegularExpressions;

namespace Alerts.Filings;

/// <summary>
/// A statement that something is furnished and not filed: "The information in this Item 7.01, including Exhibit 99.1, is being
/// furnished and shall not be deemed filed for the purposes of Section 18". Its own words say how far it reaches.
/// </summary>
/// <param name="Items">The items that it names.</param>
/// <param name="Exhibits">The exhibits that it names.</param>
/// <param name="Reach">What it speaks of beside those.</param>
internal sealed partial record NotFiled(IReadOnlyList<string> Items, IReadOnlyList<string> Exhibits, NotFiledReach Reach)
{
    private const int Longest = 4000;

    /// <summary>Reads a paragraph; null where it makes no such statement.</summary>
    public static NotFiled? Read(string paragraph)
    {
        var text = paragraph.Length > Longest ? paragraph[..Longest] : paragraph;
        if (!text.Contains("filed", StringComparison.OrdinalIgnoreCase) || !Denial().IsMatch(text))
            return null;
        var items = Numbers(NamedItems().Matches(text));
        var exhibits = Numbers(NamedExhibits().Matches(text));
        var reach = items.Count > 0 ? NotFiledReach.Named
            : Report().IsMatch(text) ? NotFiledReach.Report
            : !Section().IsMatch(text) && Attachment().IsMatch(text) ? NotFiledReach.Exhibits
            : NotFiledReach.Section;
        return new NotFiled(items, exhibits, reach);
    }

    private static List<string> Numbers(MatchCollection matches) =>
        [.. matches.SelectMany(match => match.Groups["n"].Captures).Select(capture => capture.Value).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(
        @"\b(?:not\s(?:to\s)?(?:be\s)?(?:deemed|considered)|nor\s(?:shall\s(?:it|they)\s)?be\s(?:deemed|considered)|furnished,?\s(?:and|but|rather\sthan)\s[^.]{0,20}?(?:not\s)?|furnished,?\snot\s)[^.]{0,60}?\bfiled\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Denial();

    // "Item 2.02", "Items 2.02 and 7.01".
    [GeneratedRegex(@"\bItems?\s(?<n>\d{1,2}(?:\.\d\d)?)(?:\([a-z]\))?(?:,?\s(?:and|or|&)\s(?:Item\s)?(?<n>\d{1,2}(?:\.\d\d)?)){0,4}\b", RegexOptions.IgnoreCase)]
    private static partial Regex NamedItems();

    [GeneratedRegex(@"\bExhibits?\s(?:Nos?\.\s)?(?<n>\d{1,3}(?:\.\d{1,3})?)(?:(?:,|,?\s(?:and|or|&))\s(?:Exhibit\s)?(?<n>\d{1,3}(?:\.\d{1,3})?)){0,12}\b", RegexOptions.IgnoreCase)]
    private static partial Regex NamedExhibits();

    // Of the report as a whole, not of an exhibit "to this report".
    [GeneratedRegex(@"\binformation\s(?:[a-z]{1,12}\s){0,4}?(?:in|by|under|of)\sthis\s(?:current\s)?(?:report|form\s8-K)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Report();

    [GeneratedRegex(@"\b(?:this\s(?:item|section)|(?:foregoing|above)\sinformation|(?:the|this)\sinformation\s(?:in\sthis|set\sforth|above))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Section();

    [GeneratedRegex(@"\b(?:exhibits?|releases?|attached|presentations?|transcripts?|slides)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Attachment();
}

/// <summary>How far a statement that something is not filed reaches.</summary>
internal enum NotFiledReach
{
    /// <summary>The items and exhibits that it names.</summary>
    Named,

    /// <summary>The section that it stands in.</summary>
    Section,

    /// <summary>The exhibits of the section that it stands in, not its text.</summary>
    Exhibits,

    /// <summary>The whole report.</summary>
    Report,
}
