namespace Alerts.Filings;

/// <summary>Chooses how a document is laid out: as HTML, Markdown or plain text.</summary>
internal static class DocumentLayout
{
    private const int Reach = 20000;

    private static readonly string[] HtmlTags =
        ["html", "body", "!doctype html", "div", "p", "br", "font", "td", "tr", "span", "center", "h1", "h2", "h3", "ul", "pre", "b"];

    /// <summary>The blocks of a document of any format.</summary>
    public static HtmlPage Read(string text)
    {
        if (LooksLikeHtml(text))
            return HtmlLayout.Read(text);
        var drafts = MarkdownLayout.Recognise(text) ? MarkdownLayout.Read(text) : TextLayout.Read(text);
        return new HtmlPage(drafts, new CoverFacts(), 0);
    }

    private static bool LooksLikeHtml(string text)
    {
        var rest = text.AsSpan(0, Math.Min(text.Length, Reach));
        for (var at = rest.IndexOf('<'); at >= 0 && at + 1 < rest.Length; at = rest.IndexOf('<'))
        {
            rest = rest[(at + 1)..];
            if (IsHtmlTag(rest))
                return true;
        }

        return false;
    }

    // Tags of plain-text submissions (<PAGE>, <TABLE>, <S>, <C>, <FN>) are none of these.
    private static bool IsHtmlTag(ReadOnlySpan<char> tag)
    {
        foreach (var name in HtmlTags)
        {
            if (tag.Length > name.Length && tag.StartsWith(name, StringComparison.OrdinalIgnoreCase) && tag[name.Length] is '>' or ' ' or '/' or '\n' or '\r' or '\t')
                return true;
        }

        return false;
    }
}
