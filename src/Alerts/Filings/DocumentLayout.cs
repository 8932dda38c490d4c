namespace Alerts.Filings;

/// <summary>Chooses how a document is laid out: as HTML, Markdown or plain text.</summary>
internal static class DocumentLayout
{
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
        var start = text.AsSpan(0, Math.Min(text.Length, 20000));
        foreach (var tag in (ReadOnlySpan<string>)["<html", "<body", "<!doctype html", "<div", "<p>", "<p ", "<br", "<font", "<table ", "<td", "<span"])
        {
            if (start.Contains(tag, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
