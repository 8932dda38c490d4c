namespace Alerts.Filings;

/// <summary>Reads the item numbers from an 8-K's own headings: "Item 2.02 Results of …", "ITEM 5.   OTHER EVENTS".</summary>
internal static class ItemHeadings
{
    /// <summary>The items in the order of the document, each once.</summary>
    public static List<string> Read(FilingDocument document)
    {
        var items = new List<string>();
        foreach (var block in document.Blocks)
        {
            var text = block.Text.AsSpan();
            if (!HeadingText.StartsWithItem(text))
                continue;
            Collect(text, items);
        }

        // A document speaks one numbering. Where both appear, the other one is a reference.
        if (items.Exists(item => item.Contains('.', StringComparison.Ordinal)))
            items.RemoveAll(item => !item.Contains('.', StringComparison.Ordinal));
        return items;
    }

    private static void Collect(ReadOnlySpan<char> heading, List<string> items)
    {
        var rest = heading[4..].TrimStart("Ss ");
        var number = Number(rest, out var length);
        if (number is null || !Items.IsKnown(number) || items.Contains(number))
            return;
        if (IsReference(rest[length..]) || IsNotApplicable(rest[length..]))
            return;
        items.Add(number);
    }

    // "2.02", "2.02.", "5", "7(c)", "12:".
    private static string? Number(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[length]))
            length++;
        var whole = length;
        if (whole is 0 or > 2)
            return null;
        if (length + 2 < text.Length && text[length] == '.' && char.IsAsciiDigit(text[length + 1]) && char.IsAsciiDigit(text[length + 2]))
        {
            length += 3;
            return text[..length].ToString();
        }

        if (length + 2 == text.Length - 0 && text[length] == '.')
            return text[..whole].ToString();
        return text[..whole].ToString();
    }

    // "Item 9.01 of this report" is prose, not a heading.
    private static bool IsReference(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(" .:");
        return rest.StartsWith("of ", StringComparison.Ordinal) || rest.StartsWith("above", StringComparison.Ordinal)
            || rest.StartsWith("and ", StringComparison.Ordinal) || rest.StartsWith("is ", StringComparison.Ordinal);
    }

    private static bool IsNotApplicable(ReadOnlySpan<char> rest)
    {
        rest = rest.Trim(" .:-–—");
        return rest.EndsWith("not applicable", StringComparison.OrdinalIgnoreCase) || rest.EndsWith("none", StringComparison.OrdinalIgnoreCase);
    }
}
