namespace Alerts.Filings;

/// <summary>Reads the item numbers from an 8-K's own headings: "Item 2.02 Results of …", "ITEM 5.   OTHER EVENTS".</summary>
internal static class ItemHeadings
{
    private const int LongestList = 80;

    private static readonly string[] Separators = [", and", "; and", "and", ",", ";", "&", "through", "to", "-", "–"];

    /// <summary>The items in the order of the document, each once; those that Form 8-K does not know are left out.</summary>
    public static List<string> Read(FilingDocument document) =>
        [.. Sections(document, out _).SelectMany(section => section.Items).Distinct(StringComparer.Ordinal)];

    /// <summary>The sections of the items in the order of the document; those without a known item are left out.</summary>
    /// <param name="document">The 8-K.</param>
    /// <param name="unknown">Numbers in headings that Form 8-K does not know.</param>
    public static List<ItemSection> Sections(FilingDocument document, out List<string> unknown)
    {
        var sections = new List<(List<string> Items, List<string> Paragraphs)>();
        List<string>? paragraphs = null;
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            var text = document.Blocks[i].Text;
            if (HeadingText.StartsWithItem(text) && Numbers(text) is { Count: > 0 } items)
            {
                // Filers of the nineties list all items and write "None" or "Not applicable" under most.
                paragraphs = IsEmpty(document.Blocks, i) ? null : [text];
                if (paragraphs is not null)
                    sections.Add((items, paragraphs));
            }
            else if (text.Length < 40 && text.StartsWith("signature", StringComparison.OrdinalIgnoreCase))
            {
                paragraphs = null;
            }
            else
            {
                paragraphs?.Add(text);
            }
        }

        // A document speaks one numbering. Where both appear, the other one is a reference.
        var isNew = sections.Exists(section => section.Items.Exists(IsNew));
        unknown = [.. sections.SelectMany(section => section.Items).Where(item => IsNew(item) && !Items.IsKnown(item)).Distinct(StringComparer.Ordinal)];
        return [.. sections
            .Select(section => new ItemSection([.. section.Items.Where(item => IsNew(item) == isNew && Items.IsKnown(item))], section.Paragraphs))
            .Where(section => section.Items.Count > 0)];
    }

    private static bool IsNew(string item) => item.Contains('.', StringComparison.Ordinal);

    // "Item 2.02", "Items 1.01(a) and 5.02(e)", "Items 1-4", "Items 5, 7 and 9".
    private static List<string> Numbers(string heading)
    {
        var items = new List<string>();
        var rest = AfterWord(heading.AsSpan(0, Math.Min(heading.Length, LongestList)));
        var isList = heading.AsSpan(4).StartsWith("s", StringComparison.OrdinalIgnoreCase);
        var previous = "";
        var isRange = false;
        while (Number(rest, out var length) is { } number)
        {
            rest = rest[length..];
            if (previous.Length == 0 && IsReference(rest))
                return items;
            if (isRange)
                AddRange(previous, number, items);
            Add(number, items);
            previous = number;
            if (!isList || !Separator(ref rest, out isRange))
                return items;
        }

        return items;
    }

    private static void Add(string number, List<string> items)
    {
        if (!items.Contains(number))
            items.Add(number);
    }

    private static void AddRange(string from, string to, List<string> items)
    {
        if (!int.TryParse(from, out var first) || !int.TryParse(to, out var last))
            return;
        for (var i = first + 1; i < last && i <= 12; i++)
            Add(i.ToString(System.Globalization.CultureInfo.InvariantCulture), items);
    }

    private static ReadOnlySpan<char> AfterWord(ReadOnlySpan<char> heading) => heading[4..].TrimStart("Ss .:-–—#");

    // "2.02", "5", "7(c)": the number and how far it reaches, with its letter in parentheses.
    private static string? Number(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[length]))
            length++;
        if (length is 0 or > 2)
            return null;
        if (length + 2 < text.Length && text[length] == '.' && char.IsAsciiDigit(text[length + 1]) && char.IsAsciiDigit(text[length + 2]))
            length += 3;
        var number = text[..length].ToString();
        while (length + 2 < text.Length && text[length] == '(' && text[length + 2] == ')')
            length += 3;
        return number;
    }

    private static bool Separator(ref ReadOnlySpan<char> rest, out bool isRange)
    {
        var trimmed = rest.TrimStart();
        isRange = false;
        foreach (var word in Separators)
        {
            if (!trimmed.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                continue;
            isRange = word is "through" or "to" or "-" or "–";
            rest = trimmed[word.Length..].TrimStart();
            if (rest.StartsWith("item", StringComparison.OrdinalIgnoreCase))
                rest = AfterWord(rest);
            return true;
        }

        return false;
    }

    // "Item 9.01 of this report" is prose, not a heading.
    private static bool IsReference(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(" .:");
        return rest.StartsWith("of ", StringComparison.Ordinal) || rest.StartsWith("above", StringComparison.Ordinal)
            || rest.StartsWith("is ", StringComparison.Ordinal) || rest.StartsWith("below", StringComparison.Ordinal);
    }

    private static bool IsEmpty(IReadOnlyList<TextBlock> blocks, int heading) =>
        EndsInNothing(blocks[heading].Text) || (heading + 1 < blocks.Count && IsNothing(blocks[heading + 1].Text));

    private static bool IsNothing(string text) =>
        text.Length < 40 && (text.StartsWith("not applicable", StringComparison.OrdinalIgnoreCase) || text.StartsWith("inapplicable", StringComparison.OrdinalIgnoreCase)
            || text.Trim('.', ' ').Equals("none", StringComparison.OrdinalIgnoreCase) || text.Trim('.', ' ').Equals("n/a", StringComparison.OrdinalIgnoreCase));

    private static bool EndsInNothing(ReadOnlySpan<char> text)
    {
        text = text.Trim(" .:-–—()[]");
        return text.Length < 150 && (text.EndsWith("not applicable", StringComparison.OrdinalIgnoreCase)
            || text.EndsWith("inapplicable", StringComparison.OrdinalIgnoreCase) || text.EndsWith(" none", StringComparison.OrdinalIgnoreCase));
    }
}
