using System.Text;

namespace Alerts.Filings;

/// <summary>Lays out Markdown as news sites keep press releases: front matter, headings, lists, pipe tables, fenced text.</summary>
internal static class MarkdownLayout
{
    /// <summary>True where a text is written in Markdown.</summary>
    public static bool Recognise(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 20000));
        if (start.StartsWith("---\n") || start.StartsWith("---\r\n"))
            return start[3..].IndexOf("\n---") >= 0;
        return start.StartsWith("# ") || start.StartsWith("## ") || start.IndexOf("\n# ") >= 0 || start.IndexOf("\n## ") >= 0
            || start.IndexOf("](http") >= 0 || start.IndexOf("| --- |") >= 0 || start.IndexOf("\n**") >= 0;
    }

    /// <summary>The blocks of a text.</summary>
    public static List<Draft> Read(string text)
    {
        var drafts = new List<Draft>();
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        var i = FrontMatter(lines, drafts);
        var table = 0;
        var paragraph = new List<string>();
        for (; i < lines.Length; i++)
        {
            var line = lines[i].AsSpan().Trim();
            if (line.StartsWith("```") || line.StartsWith("~~~"))
            {
                EmitParagraph(paragraph, drafts);
                i = EmitFence(lines, i, drafts);
            }
            else if (line.Length == 0 || IsRule(line))
            {
                if (line.Length > 0 && paragraph.Count == 1 && line[0] is '-' or '=')
                    drafts.Add(Draft.Heading(MarkdownText.Plain(Take(paragraph)), line[0] == '=' ? 1 : 2));
                EmitParagraph(paragraph, drafts);
            }
            else if (line[0] == '|' && line.Length > 2)
            {
                EmitParagraph(paragraph, drafts);
                i = EmitTable(lines, i, drafts, ++table);
            }
            else if (line[0] == '#' && line.TrimStart('#') is { Length: > 1 } title && title[0] == ' ')
            {
                EmitParagraph(paragraph, drafts);
                drafts.Add(Draft.Heading(MarkdownText.Plain(title.Trim().TrimEnd('#')), Math.Min(6, line.Length - title.Length)));
            }
            else if (Bullet(lines[i]) is { } bullet)
            {
                EmitParagraph(paragraph, drafts);
                paragraph.Add(lines[i]);
                while (i + 1 < lines.Length && IsContinuation(lines[i + 1], bullet.Indent))
                    paragraph.Add(lines[++i]);
                var entry = string.Join(' ', paragraph);
                paragraph.Clear();
                drafts.Add(Draft.Bullet(MarkdownText.Plain(entry.AsSpan(bullet.TextStart)), 1 + bullet.Indent / 2));
            }
            else
            {
                paragraph.Add(lines[i]);
            }
        }

        EmitParagraph(paragraph, drafts);
        return drafts;
    }

    private static string Take(List<string> paragraph)
    {
        var text = string.Join(' ', paragraph);
        paragraph.Clear();
        return text;
    }

    // Of the front matter only the title is text of the release; the date is that of the page.
    private static int FrontMatter(string[] lines, List<Draft> drafts)
    {
        if (lines.Length == 0 || lines[0].Trim() != "---")
            return 0;
        var end = Array.FindIndex(lines, 1, line => line.Trim() == "---");
        if (end < 0)
            return 0;
        foreach (var line in lines.AsSpan(1, end - 1))
        {
            if (!line.StartsWith("title:", StringComparison.Ordinal))
                continue;
            var title = line["title:".Length..].Trim();
            if (title.Length >= 2 && title[0] is '"' or '\'' && title[^1] == title[0])
                title = title[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal);
            drafts.Add(Draft.Heading(MarkdownText.Plain(title), 1));
        }

        return end + 1;
    }

    private static void EmitParagraph(List<string> lines, List<Draft> drafts)
    {
        if (lines.Count == 0)
            return;
        var joined = new StringBuilder();
        foreach (var line in lines)
        {
            // Two blanks at a line's end break the line.
            joined.Append(line.AsSpan().Trim());
            if (line.EndsWith("  ", StringComparison.Ordinal) && lines.Count > 1)
            {
                EmitText(joined.ToString(), drafts);
                joined.Clear();
            }
            else
            {
                joined.Append(' ');
            }
        }

        lines.Clear();
        EmitText(joined.ToString(), drafts);
    }

    private static void EmitText(string source, List<Draft> drafts)
    {
        source = source.Trim();
        var text = MarkdownText.Plain(source);
        if (text.Length == 0)
            return;
        if (TitleLength(text) is > 0 and var title)
        {
            drafts.Add(Draft.Heading(text[..title], 3));
            drafts.Add(Draft.Paragraph(text[title..]));
        }
        else if (BulletMark.IsAttribution(drafts.Count > 0 ? drafts[^1].Text : "", text))
            drafts.Add(Draft.Paragraph(text));
        else if (BulletMark.TryStrip(text, out var entry, out var level) || BulletMark.TryUnwrap(text, out entry, out level))
            drafts.Add(Draft.Bullet(entry, level));
        else if (text.Length <= 250 && HeadingText.MayBe(text) && (MarkdownText.IsBold(source) || HeadingText.IsCapitals(text) || IsTitleLine(text, drafts)))
            drafts.Add(Draft.Heading(text, drafts.Count == 0 ? 1 : MarkdownText.IsBold(source) || HeadingText.IsCapitals(text) ? 2 : 3));
        else
            drafts.Add(Draft.Paragraph(text));
    }

    // "About Wet AMDWet AMD is a disease …": pages saved as text run a title into the sentence that begins with the same name.
    private static int TitleLength(string text)
    {
        const string About = "About ";
        if (!text.StartsWith(About, StringComparison.Ordinal))
            return 0;
        for (var length = 3; length <= 60 && About.Length + 2 * length < text.Length; length++)
        {
            var name = text.AsSpan(About.Length, length);
            if (name[^1] != ' ' && text.AsSpan(About.Length + length).StartsWith(name) && !char.IsLetterOrDigit(text[About.Length + 2 * length]))
                return About.Length + length;
        }

        return 0;
    }

    // A short line without an end, in the manner of "About Royalty Pharma".
    private static bool IsTitleLine(string text, List<Draft> drafts) =>
        text.Length <= 80 && drafts.Count > 0 && HeadingText.IsTitle(text) && text[^1] != '!';

    private static int EmitFence(string[] lines, int start, List<Draft> drafts)
    {
        var end = start + 1;
        while (end < lines.Length && !lines[end].TrimStart().StartsWith(lines[start].Trim()[..3], StringComparison.Ordinal))
            end++;
        drafts.AddRange(TextLayout.Read(string.Join('\n', lines[(start + 1)..Math.Min(end, lines.Length)])));
        return end;
    }

    private static int EmitTable(string[] lines, int start, List<Draft> drafts, int table)
    {
        var rows = new List<GridRow>();
        var i = start;
        for (; i < lines.Length && lines[i].AsSpan().Trim() is ['|', _, ..] line; i++)
        {
            if (line.IndexOfAnyExcept("|-: ") < 0 && line.IndexOf('-') >= 0)
                continue;
            var cells = new List<GridCell>();
            var column = 0;
            foreach (var piece in MarkdownText.Cells(line))
            {
                var text = MarkdownText.Plain(piece);
                if (text.Length > 0)
                    cells.Add(new GridCell(column, 1, [Draft.Paragraph(text)]));
                column++;
            }

            if (cells.Count > 0)
                rows.Add(new GridRow(Spread(cells, column)));
        }

        TableLayout.Emit(new TableGrid(rows), drafts, table);
        return i - 1;
    }

    // Pipe tables know no spans: empty cells after a header belong to it, not those after a figure.
    private static List<GridCell> Spread(List<GridCell> cells, int columns)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            var next = i + 1 < cells.Count ? cells[i + 1].Column : columns;
            if (next - cells[i].Column > 1 && cells[i].Column > 0 && (!CellJoin.IsFigure(cells[i].Text) || TableHeader.IsPeriod(cells[i].Text)))
                cells[i] = cells[i] with { Span = next - cells[i].Column };
        }

        return cells;
    }

    private static bool IsRule(ReadOnlySpan<char> line) =>
        line.Length >= 3 && line[0] is '-' or '*' or '_' or '=' && line.IndexOfAnyExcept(line[0], ' ') < 0;

    private static (int Indent, int TextStart)? Bullet(string line)
    {
        var indent = 0;
        while (indent < line.Length && line[indent] is ' ' or '\t')
            indent++;
        if (indent + 2 >= line.Length || line[indent] is not ('*' or '-' or '+') || line[indent + 1] is not (' ' or '\t'))
            return null;
        return (indent, indent + 2);
    }

    private static bool IsContinuation(string line, int indent)
    {
        var trimmed = line.AsSpan().TrimStart();
        return trimmed.Length > 0 && line.Length - trimmed.Length > indent && Bullet(line) is null && trimmed[0] is not ('#' or '|');
    }
}
