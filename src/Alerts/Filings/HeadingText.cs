namespace Alerts.Filings;

/// <summary>Tells by the words alone whether a short text can be a heading.</summary>
internal static class HeadingText
{
    /// <summary>False for sentences: text that ends like one, or holds the end of one and goes on.</summary>
    public static bool MayBe(string text)
    {
        if (text.Length == 0 || !HasLetter(text) || (text[0] == '(' && text[^1] == ')'))
            return false;
        if (text[^1] is ';' or ',' or ':')
            return text[^1] == ':' && text.Length <= 80;
        if (text[^1] != '.')
            return !HoldsSentenceEnd(text) || text.Length <= 120;

        // "Item 8.01. Other Events." ends with a period and is a heading; a sentence of prose is not.
        return StartsWithItem(text) || (text.Length <= 60 && (IsCapitals(text) || IsTitle(text[..^1])));
    }

    /// <summary>True where all letters are capitals, and there are at least four.</summary>
    public static bool IsCapitals(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c))
                return false;
            if (char.IsUpper(c))
                letters++;
        }

        return letters >= 4;
    }

    /// <summary>True where most words begin with a capital, as in titles; few words of a sentence do.</summary>
    public static bool IsTitle(string text)
    {
        if (!(char.IsUpper(text[0]) || text[0] is '—' or '–' or '-' or '"' or '“' || char.IsAsciiDigit(text[0])) || text[^1] is '.' or ',' or ';')
            return false;
        var words = 0;
        var capitals = 0;
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan()[range];
            if (word.IndexOfAny("@/") >= 0)
                return false;
            if (word.Length < 4 || !char.IsLetter(word[0]))
                continue;
            words++;
            if (word.IndexOfAnyInRange('A', 'Z') >= 0)
                capitals++;
        }

        return words > 0 && capitals * 10 >= words * 6;
    }

    /// <summary>True for "Item 5", "ITEM 2.02".</summary>
    public static bool StartsWithItem(ReadOnlySpan<char> text) =>
        text.StartsWith("Item", StringComparison.OrdinalIgnoreCase) && text.Length > 5
        && text[4..].TrimStart("Ss .:-–—#") is { Length: > 0 } rest && char.IsAsciiDigit(rest[0]);

    private static bool HoldsSentenceEnd(string text)
    {
        for (var i = 20; i + 2 < text.Length; i++)
        {
            if (text[i] is '.' or '?' && text[i + 1] == ' ' && char.IsUpper(text[i + 2]) && char.IsLower(text[i - 1]) && char.IsLower(text[i - 2])
                && char.IsLower(text[i - 3]))
                return true;
        }

        return false;
    }

    private static bool HasLetter(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
                return true;
        }

        return false;
    }
}
