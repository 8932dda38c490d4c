using System.Text.RegularExpressions;
using Alerts.Records;

namespace Alerts.Filings;

/// <summary>
/// What of a report is furnished and what is filed (General Instruction B.2 of Form 8-K): information under Items 2.02 and 7.01, 12 and 9 before
/// 2004, counts as furnished unless the report says that it is filed, all other as filed unless the report says that it is not.
/// </summary>
internal sealed partial class Furnishing
{
    private readonly IReadOnlyList<ItemSection> _sections;
    private readonly List<(ItemSection Section, NotFiled Statement)> _statements = [];

    /// <summary>Reads what the sections of a report say of themselves.</summary>
    /// <param name="sections">The sections of the report.</param>
    /// <param name="items">All its items, those that only the header names too.</param>
    public Furnishing(IReadOnlyList<ItemSection> sections, IReadOnlyList<string> items)
    {
        _sections = sections;
        foreach (var section in sections)
        {
            foreach (var paragraph in section.Paragraphs)
            {
                if (NotFiled.Read(paragraph) is { } statement)
                    _statements.Add((section, statement));
            }
        }

        Items = [.. items.Where(IsFurnished)];
        HasOneKind = Items.Count == 0 || items.All(item => ItemSection.ListsExhibits(item) || Items.Contains(item));
    }

    /// <summary>The items that are furnished, in the report's order.</summary>
    public IReadOnlyList<string> Items { get; }

    // True where all is furnished, or all is filed.
    private bool HasOneKind { get; }

    /// <summary>An exhibit with the way in which the report gives it to the SEC.</summary>
    public Exhibit Of(Exhibit exhibit) => exhibit with { IsFurnished = IsFurnished(exhibit) };

    private bool IsFurnished(string item)
    {
        if (ItemSection.ListsExhibits(item))
            return false;
        foreach (var (section, statement) in _statements)
        {
            // What stands in the list of exhibits speaks of exhibits: "99.1 Press release, furnished under Item 8.01 and not filed".
            if (statement.Reach == NotFiledReach.Report || (!section.IsExhibitList && (statement.Items.Contains(item) || (statement.Reach == NotFiledReach.Section && section.Items.Contains(item)))))
                return true;
        }

        return item is "2.02" or "7.01" or "9" or "12"
            && !_sections.Any(section => section.Items.Contains(item) && section.Paragraphs.Any(text => DeemedFiled().IsMatch(text)));
    }

    // A statement about the exhibit itself; the index; the items that speak of it; the report where that is all of one kind.
    private bool? IsFurnished(Exhibit exhibit)
    {
        if (exhibit.IsFurnished is not null || _sections.Count == 0)
            return exhibit.IsFurnished;
        if (_statements.Exists(pair => pair.Statement.Exhibits.Contains(exhibit.Number)))
            return true;

        var naming = _sections.Where(section => !section.IsExhibitList && section.Names(exhibit.Number)).ToList();
        if (_statements.Exists(pair => pair.Statement is { Reach: NotFiledReach.Exhibits, Exhibits.Count: 0 } && (naming.Contains(pair.Section) || (naming.Count == 0 && IsAdditional(exhibit)))))
            return true;
        if (naming.Count > 0)
            return naming.TrueForAll(section => section.Items.All(Items.Contains));
        return HasOneKind && !IsData(exhibit) ? Items.Count > 0 : null;
    }

    private static bool IsAdditional(Exhibit exhibit) => exhibit.Number.StartsWith("99", StringComparison.Ordinal);

    // Interactive data belongs to the report and is no information of its own.
    private static bool IsData(Exhibit exhibit) => exhibit.Number.StartsWith("10", StringComparison.Ordinal) && exhibit.Number.Length >= 3 && exhibit.Number[2] != '.';

    [GeneratedRegex(@"\b(?:shall|is|are|to)\s(?:be\s)?(?:deemed|considered)\s(?:to\sbe\s)?[“""']{0,2}filed\b", RegexOptions.IgnoreCase)]
    private static partial Regex DeemedFiled();
}
