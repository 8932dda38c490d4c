namespace Alerts.Filings;

/// <summary>The part of an 8-K below the heading of an item, or of several in one heading.</summary>
/// <param name="Items">The items of the heading.</param>
/// <param name="Paragraphs">The texts below it, up to the next heading of an item or the signature.</param>
internal sealed record ItemSection(IReadOnlyList<string> Items, IReadOnlyList<string> Paragraphs)
{
    /// <summary>True for a section that lists exhibits and says nothing of its own.</summary>
    public bool IsExhibitList => Items.All(ListsExhibits);

    /// <summary>True for Item 9.01, and 7 before 2004.</summary>
    public static bool ListsExhibits(string item) => item is "9.01" or "7";

    /// <summary>True where the section speaks of an exhibit: "attached as Exhibit 99.1", "Exhibits 99.1 and 99.2".</summary>
    /// <param name="exhibit">The exhibit's number.</param>
    public bool Names(string exhibit) => Paragraphs.Any(text => Names(text, exhibit));

    private static bool Names(string text, string number)
    {
        for (var at = text.IndexOf(number, StringComparison.Ordinal); at > 0; at = text.IndexOf(number, at + 1, StringComparison.Ordinal))
        {
            var end = at + number.Length;
            var before = Math.Max(0, at - 40);
            if (!IsDigit(text, at - 1) && !IsDigit(text, end) && !(end < text.Length && text[end] == '.' && IsDigit(text, end + 1))
                && text.AsSpan(before, at - before).Contains("xhibit", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsDigit(string text, int at) => at < text.Length && char.IsAsciiDigit(text[at]);
}
