using System.Text;

namespace Alerts.Filings;

/// <summary>Lays out plain text: joins hard-wrapped lines to paragraphs, tells headings, list entries and tables apart.</summary>
internal static class TextLayout
{
    // Nothing longer is joined to what follows: it is no paragraph.
    private const int LongestParagraph = 20000;

    /// <summary>The blocks of a text.</summary>
    public static List<Draft> Read(ReadOnlySpan<char> text)
    {
        var lines = TextLines.Split(text);
        var width = TextLines.Widths(lines);
        var tables = TextTable.Find(lines, width.Text);
        var drafts = new List<Draft>();
        var table = 0;
        var found = 0;
        var i = 0;
        while (i < lines.Count)
        {
            if (found < tables.Count && tables[found].Start == i)
            {
                TextTable.Emit(lines, i, tables[found].End, drafts, ++table);
                i = tables[found++].End;
            }
            else if (lines[i].IsBlank)
            {
                i++;
            }
            else if (lines[i].InTable)
            {
                i = EmitMarkedTable(lines, i, drafts, ++table, width);
            }
            else
            {
                var end = i + 1;
                var limit = found < tables.Count ? tables[found].Start : lines.Count;
                while (end < limit && !lines[end].IsBlank && !lines[end].InTable)
                    end++;
                EmitGroup(lines, i, end, width, drafts);
                i = end;
            }
        }

        return drafts;
    }

    // Between <TABLE> marks; filers put them around prose too.
    private static int EmitMarkedTable(List<TextLine> lines, int start, List<Draft> drafts, int table, in PageWidth width)
    {
        var end = start + 1;
        while (end < lines.Count && lines[end].InTable)
            end++;
        var first = start;
        for (var i = start; i < end; i++)
        {
            if (lines[i].IsBlank || lines[i].HasGap || lines[i].Text.Length < 55)
                continue;
            var stop = i + 1;
            while (stop < end && !lines[stop].IsBlank && !lines[stop].HasGap)
                stop++;

            // Lines right above a row of figures are its label.
            if (stop - i < 2 || (stop < end && !lines[stop].IsBlank))
            {
                i = stop - 1;
                continue;
            }

            if (first < i)
                TextTable.Emit(lines, first, i, drafts, table);
            EmitGroup(lines, i, stop, width, drafts);
            first = stop;
            i = stop - 1;
        }

        if (first < end)
            TextTable.Emit(lines, first, end, drafts, table);
        return end;
    }

    // Lines without a blank line between them: one paragraph or several.
    private static void EmitGroup(List<TextLine> lines, int start, int end, in PageWidth width, List<Draft> drafts)
    {
        var reach = TextLines.Reach(lines, start, end);
        var room = reach < width.Text * 7 / 10 ? width.Title : end - start > 2 ? reach : width.Text;
        var first = start;
        for (var i = start + 1; i <= end; i++)
        {
            if (i < end && !Breaks(lines, first, i, room, width))
                continue;
            EmitBlock(lines, first, i, width, drafts);
            first = i;
        }
    }

    // True where a new block begins at a line.
    private static bool Breaks(List<TextLine> lines, int first, int at, int room, in PageWidth width)
    {
        var line = lines[at];
        var before = lines[at - 1];
        var text = before.Text;
        if (line.Mark > 0 || line.StartsRelease)
            return true;
        if (line.StartsItem)
            return !IsMidSentence(before, width);

        // "99.1      Press release dated" goes on below its text; other lines with gaps stand for themselves.
        var isHanging = before.HasGap && !line.HasGap && Math.Abs(line.Indent - before.GapEnd) <= 1;
        if (isHanging)
            return false;
        if (line.HasGap != before.HasGap || (line.HasGap && (line.IsCentered(width.Text) || Math.Abs(line.GapEnd - before.GapEnd) <= 3)))
            return true;
        if (char.IsLower(line.Text[0]) && !before.IsCentered(width.Text))
            return false;
        if (lines[first].Mark > 0 && line.Indent >= lines[first].TextIndent && line.Indent > 0)
            return false;
        if (line.IsPageTop && (LineJoin.EndsSentence(text) || line.End < width.Text * 6 / 10))
            return true;
        if (line.Indent >= before.Indent + 2 && line.Indent <= 12 && LineJoin.EndsSentence(text))
            return true;
        if (before.IsCentered(width.Text) && line.IsCentered(width.Text))
            return !LineJoin.TitleRunsOn(text, line.Text);

        // The first word would have fitted on the line before: somebody meant the break. Printed pages set in
        // proportional type vary by a sixth of the width.
        var slack = room == width.Title ? 0 : LineJoin.EndsSentence(text) ? room / 12 : room / 6;
        return before.End + 1 + line.FirstWord <= room - slack;
    }

    // "… the press release under", "Item 8.01. The release": a full line that has not come to its end.
    private static bool IsMidSentence(TextLine line, in PageWidth width) =>
        LineJoin.EndsInConnector(line.Text)
        || (!line.HasGap && line.End >= width.Text * 7 / 10 && !line.IsCentered(width.Text) && char.IsLower(line.Text[^1]) && !HeadingText.IsTitle(line.Text));

    private static void EmitBlock(List<TextLine> lines, int start, int end, in PageWidth width, List<Draft> drafts)
    {
        var text = Join(lines, start, end);
        if (Continues(lines, start, width, drafts))
            drafts[^1] = drafts[^1] with { Text = LineJoin.Join(drafts[^1].Text, text) };
        else
            drafts.Add(BulletMark.IsAttribution(drafts.Count > 0 ? drafts[^1].Text : "", text)
                ? Draft.Paragraph(text)
                : Classify(text, lines[start], end - start, width.Text));
    }

    private static string Join(List<TextLine> lines, int start, int end)
    {
        if (end == start + 1)
            return lines[start].Text;
        var text = new StringBuilder();
        for (var i = start; i < end; i++)
            LineJoin.Append(text, lines[i].Text);
        return text.ToString();
    }

    // A paragraph cut by the end of a page, or by the taller line of a superscript, goes on behind the blank line.
    private static bool Continues(List<TextLine> lines, int start, in PageWidth width, List<Draft> drafts)
    {
        if (drafts.Count == 0 || start == 0 || drafts[^1].Kind is not (BlockKind.Paragraph or BlockKind.Bullet) || drafts[^1].Text.Length > LongestParagraph)
            return false;
        var line = lines[start];
        var before = lines[start - 1].IsBlank && start > 1 ? lines[start - 2] : lines[start - 1];
        if (before.IsBlank || before.InTable || line.Mark > 0 || line.StartsItem || line.StartsRelease || LineJoin.EndsSentence(before.Text))
            return false;
        var isFull = before.End >= width.Text * 9 / 10;
        return char.IsLower(line.Text[0]) ? before.End >= width.Text / 2 : isFull && !line.IsCentered(width.Text) && line.Indent <= before.Indent + 1;
    }

    private static Draft Classify(string text, TextLine line, int count, int width)
    {
        if (BulletMark.TryStrip(text, out var rest, out var level) || BulletMark.TryUnwrap(text, out rest, out level))
            return Draft.Bullet(rest, level);
        if (count <= 3 && text.Length <= 250 && HeadingText.MayBe(text))
        {
            if (HeadingText.StartsWithItem(text))
                return Draft.Heading(text, 2);
            if (HeadingText.IsCapitals(text))
                return Draft.Heading(text, line.IsCentered(width) ? 1 : 2);
            if (line.IsCentered(width) || (text.Length <= width * 6 / 10 && HeadingText.IsTitle(text)))
                return Draft.Heading(text, line.IsCentered(width) ? 2 : 3);
        }

        return Draft.Paragraph(text);
    }
}
