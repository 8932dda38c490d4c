using System.Buffers;

namespace Alerts.Filings;

/// <summary>Cuts plain text into lines and says of each what the layout needs to know.</summary>
internal static class TextLines
{
    private const int TabWidth = 8;

    private static readonly SearchValues<char> Ruling = SearchValues.Create("-=_*~ .");

    /// <summary>The lines, without page marks and ruled lines; one blank line stands for several.</summary>
    public static List<TextLine> Split(ReadOnlySpan<char> text)
    {
        var lines = new List<TextLine>(text.Length / 48);
        var inTable = false;
        var pageTop = true;
        var expanded = new List<char>();
        while (text.Length > 0)
        {
            var end = text.IndexOfAny("\n\r\f\v");
            var raw = end < 0 ? text : text[..end];
            var isPageEnd = end >= 0 && text[end] == '\f';
            text = end < 0 ? [] : text[(end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1))..];

            var line = Expand(raw, expanded);
            var tag = SgmlTags.Read(ref line);
            isPageEnd |= tag == SgmlTag.Page;
            if (tag is SgmlTag.Table or SgmlTag.TableEnd)
                inTable = tag == SgmlTag.Table;
            if (line.IsEmpty)
                AddBlank(lines, inTable && tag != SgmlTag.Table);
            else if (AddLine(lines, line, pageTop, isPageEnd || NextIsPage(text), inTable))
                pageTop = false;
            pageTop |= isPageEnd;
        }

        return lines;
    }

    /// <summary>How far lines of prose reach, and lines of titles.</summary>
    public static PageWidth Widths(List<TextLine> lines)
    {
        var text = TextWidth(lines);
        var title = 0;
        for (var start = 0; start < lines.Count; start++)
        {
            var end = start;
            while (end < lines.Count && !lines[end].IsBlank && !lines[end].InTable)
                end++;
            if (end - start > 1 && Reach(lines, start, end) is var reach && reach < text * 7 / 10)
                title = Math.Max(title, reach);
            start = Math.Max(start, end);
        }

        return new PageWidth(text, title);
    }

    /// <summary>The last column of the longest of some lines.</summary>
    public static int Reach(List<TextLine> lines, int start, int end)
    {
        var reach = 0;
        for (var i = start; i < end; i++)
            reach = Math.Max(reach, lines[i].End);
        return reach;
    }

    private static int TextWidth(List<TextLine> lines)
    {
        var lengths = new int[260];
        var count = 0;
        foreach (var line in lines)
        {
            if (line.IsBlank || line.InTable)
                continue;
            lengths[Math.Min(line.End, lengths.Length - 1)]++;
            count++;
        }

        // The length that a twelfth of the lines exceed: long enough to be a full line, not an outlier.
        var rest = count / 12;
        for (var length = lengths.Length - 1; length > 40; length--)
        {
            rest -= lengths[length];
            if (rest < 0)
                return length;
        }

        return 72;
    }

    // True where the line holds text.
    private static bool AddLine(List<TextLine> lines, ReadOnlySpan<char> text, bool isPageTop, bool isPageEnd, bool inTable)
    {
        if (IsRule(text))
        {
            if (inTable || TextColumns.LastGap(text, 2) > 0 || text[0] == ' ')
                lines.Add(TextLine.Rule(text, inTable));
            else
                AddBlank(lines, inTable);
            return false;
        }

        var line = TextLine.Read(text, isPageTop, inTable);
        if (line.IsBlank)
            AddBlank(lines, inTable);
        if (line.IsBlank || ((isPageTop || isPageEnd) && PageMark.IsNumber(line.Text)))
            return false;
        lines.Add(line);
        return true;
    }

    private static void AddBlank(List<TextLine> lines, bool inTable)
    {
        if (lines.Count > 0 && !lines[^1].IsBlank)
            lines.Add(TextLine.Blank(inTable));
    }

    private static ReadOnlySpan<char> Expand(ReadOnlySpan<char> raw, List<char> buffer)
    {
        if (raw.IndexOf('\t') < 0)
            return raw;
        buffer.Clear();
        foreach (var c in raw)
        {
            if (c != '\t')
            {
                buffer.Add(c);
                continue;
            }

            do
            {
                buffer.Add(' ');
            }
            while (buffer.Count % TabWidth != 0);
        }

        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(buffer);
    }

    private static bool IsRule(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        return line.Length >= 3 && line.IndexOfAnyExcept(Ruling) < 0 && line.IndexOfAnyExcept(" .") >= 0;
    }

    private static bool NextIsPage(ReadOnlySpan<char> rest)
    {
        rest = rest[..Math.Min(rest.Length, 200)].TrimStart(" \r\n\t");
        return rest.StartsWith("<PAGE>", StringComparison.OrdinalIgnoreCase) || (rest.Length > 0 && rest[0] == '\f') || rest.StartsWith("PAGE\n");
    }
}

/// <summary>Widths of a page in columns.</summary>
/// <param name="Text">The column that full lines of prose reach.</param>
/// <param name="Title">The column that broken lines of titles reach, which are set in larger type.</param>
internal readonly record struct PageWidth(int Text, int Title);
