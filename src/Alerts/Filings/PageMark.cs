namespace Alerts.Filings;

/// <summary>What pages of paper leave in a text.</summary>
internal static class PageMark
{
    /// <summary>True for "2", "- 2 -", "Page 2 of 5", and the word PAGE that some converters leave.</summary>
    public static bool IsNumber(ReadOnlySpan<char> text)
    {
        text = text.Trim("-–— \t");
        if (text.Length > 20)
            return false;
        if (text.StartsWith("page", StringComparison.OrdinalIgnoreCase))
            text = text[4..].Trim();
        var of = text.IndexOf("of", StringComparison.OrdinalIgnoreCase);
        if (of > 0)
            text = text[..of].Trim();
        return text.Length <= 3 && text.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    /// <summary>True for text without a letter or digit, for the words that link pages ("(more)", "Table of Contents") and for a page's mark as text.</summary>
    public static bool IsOrnament(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                return IsLink(text);
        }

        return true;
    }

    private static bool IsLink(ReadOnlySpan<char> text)
    {
        if (text.Length > 24)
            return false;
        text = text.Trim("()-–—# *</>");
        return text.Equals("page", StringComparison.OrdinalIgnoreCase) || text.Equals("more", StringComparison.OrdinalIgnoreCase) || text.Equals("table of contents", StringComparison.OrdinalIgnoreCase)
            || text.Equals("back to contents", StringComparison.OrdinalIgnoreCase);
    }
}
