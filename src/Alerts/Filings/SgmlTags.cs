namespace Alerts.Filings;

/// <summary>The tags that EDGAR knows inside plain text.</summary>
internal enum SgmlTag
{
    /// <summary>None.</summary>
    None,

    /// <summary>The end of a page.</summary>
    Page,

    /// <summary>The start of a table.</summary>
    Table,

    /// <summary>The end of a table.</summary>
    TableEnd,

    /// <summary>A part of a table: its caption, its columns, its notes.</summary>
    Part,
}

/// <summary>Takes EDGAR's tags off lines of plain text.</summary>
internal static class SgmlTags
{
    private static readonly string[] Parts = ["<S>", "<C>", "<CAPTION>", "</CAPTION>", "<FN>", "</FN>", "<TEXT>", "</TEXT>", "</DOCUMENT>", "<PAGE>", "</PAGE>"];

    /// <summary>The tag in a line. What else stands in the line keeps its columns; nothing is left where that is blank.</summary>
    public static SgmlTag Read(ref ReadOnlySpan<char> line)
    {
        var at = line.IndexOf('<');
        if (at < 0)
            return SgmlTag.None;
        var start = line[at..];
        if (line[..at].IsWhiteSpace() && start.StartsWith("<TABLE", StringComparison.OrdinalIgnoreCase))
            return Only(ref line, SgmlTag.Table);
        if (line[..at].IsWhiteSpace() && start.StartsWith("</TABLE>", StringComparison.OrdinalIgnoreCase))
            return Only(ref line, SgmlTag.TableEnd);

        // "<PAGE>   3"; "-2-<PAGE>" where a converter set the mark behind the last line of a page.
        var page = line.IndexOf("<PAGE>", StringComparison.OrdinalIgnoreCase);
        if (page >= 0 && PageMark.IsNumber(line[(page + "<PAGE>".Length)..]))
        {
            line = line[..page].TrimEnd();
            return SgmlTag.Page;
        }

        return Blank(ref line) ? SgmlTag.Part : SgmlTag.None;
    }

    private static SgmlTag Only(ref ReadOnlySpan<char> line, SgmlTag tag)
    {
        line = [];
        return tag;
    }

    // "<S>          <C>" goes; "<CAPTION>        2004     2003" keeps its figures where they are.
    private static bool Blank(ref ReadOnlySpan<char> line)
    {
        char[]? copy = null;
        for (var at = line.IndexOf('<'); at >= 0;)
        {
            foreach (var part in Parts)
            {
                if (!line[at..].StartsWith(part, StringComparison.OrdinalIgnoreCase))
                    continue;
                copy ??= line.ToArray();
                copy.AsSpan(at, part.Length).Fill(' ');
            }

            var next = line[(at + 1)..].IndexOf('<');
            at = next < 0 ? -1 : at + 1 + next;
        }

        if (copy is null)
            return false;
        line = copy.AsSpan().IsWhiteSpace() ? [] : copy;
        return true;
    }
}
