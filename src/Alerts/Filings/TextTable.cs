namespace Alerts.Filings;

/// <summary>Tables drawn with blanks: where they begin and end, and what their rows and columns are.</summary>
internal static class TextTable
{
    private const int MostLinesBetweenRows = 3;
    private const int MostHeaderLines = 8;
    private const int MostColumns = 100;

    /// <summary>The stretches of lines outside marked tables that are tables: at least two rows of figures, and their headers.</summary>
    public static List<(int Start, int End)> Find(List<TextLine> lines, int width)
    {
        var tables = new List<(int Start, int End)>();
        var i = 0;
        while (i < lines.Count)
        {
            if (lines[i].InTable || !lines[i].IsTabular)
            {
                i++;
                continue;
            }

            var (end, rows) = Extend(lines, i, width);
            if (rows >= 2)
                tables.Add((HeaderStart(lines, i, tables.Count > 0 ? tables[^1].End : 0, width), end));
            i = end;
        }

        return tables;
    }

    /// <summary>Lays out the lines of a table.</summary>
    public static void Emit(List<TextLine> lines, int start, int end, List<Draft> drafts, int table)
    {
        var columns = TextColumns.Find(lines, start, end);
        if (columns.Count > MostColumns)
        {
            for (var i = start; i < end; i++)
                drafts.Add(Draft.Paragraph(lines[i].Text));
            return;
        }

        var rows = new List<GridRow>();
        var label = "";
        var labelWidth = LabelWidth(lines, start, end, columns);
        for (var i = start; i < end; i++)
        {
            if (lines[i].IsBlank)
            {
                FlushLabel(rows, ref label);
                continue;
            }

            var pieces = TextColumns.Pieces(lines[i].Raw, 2);
            if (pieces.Count == 1 && IsLabel(pieces[0], columns))
            {
                if (label.Length > 0 && !GoesOn(label, lines[i].Text, labelWidth))
                    FlushLabel(rows, ref label);
                label = label.Length == 0 ? WithoutLeader(lines[i].Text) : LineJoin.Join(label, WithoutLeader(lines[i].Text));
                continue;
            }

            var cells = new List<GridCell>(pieces.Count);
            foreach (var piece in pieces)
            {
                var cell = cells.Count == 0 && IsLabel(piece, columns) ? Label(lines[i].Raw, piece) : Cell(lines, i, end, piece.Start, piece.End, columns);
                if (cell.Text.Length > 0)
                    cells.Add(cell);
            }

            if (cells.Count == 0)
                continue;
            if (label.Length > 0)
                TakeLabel(rows, cells, ref label, labelWidth);
            rows.Add(new GridRow(cells));
        }

        FlushLabel(rows, ref label);
        TableLayout.Emit(new TableGrid(rows), drafts, table);
    }

    // From the first row of figures to the last that is not too far from the one before.
    private static (int End, int Rows) Extend(List<TextLine> lines, int start, int width)
    {
        var end = start + 1;
        var rows = 1;
        var between = 0;
        for (var i = start + 1; i < lines.Count && between <= MostLinesBetweenRows; i++)
        {
            var line = lines[i];
            if (line.InTable || line.StartsItem || line.Mark > 0)
                break;
            if (line.IsTabular)
            {
                end = i + 1;
                rows++;
                between = 0;
            }
            else if (!line.IsBlank)
            {
                if (!line.HasGap && (line.Text.Length > width * 7 / 10 || LineJoin.EndsSentence(line.Text) && line.Text[^1] != ':'))
                    break;
                between++;
            }
        }

        return (end, rows);
    }

    // Headers stand to the right, or in cells of their own.
    private static int HeaderStart(List<TextLine> lines, int first, int least, int width)
    {
        var start = first;
        for (var i = first - 1; i >= least && first - i <= MostHeaderLines; i--)
        {
            if (lines[i].IsBlank)
                continue;
            if (i == start - 1 && start == first && IsBrokenLabel(lines[i], lines[first], width))
            {
                start = i;
                continue;
            }

            if (lines[i].InTable || !(lines[i].HasGap || TextColumns.LastGap(lines[i].Raw, 2) > 0 || lines[i].Indent >= width * 4 / 10) || lines[i].Mark > 0)
                break;
            start = i;
        }

        return start;
    }

    // The first row's label may have begun in the line above: "Cash, cash equivalents and", "restricted cash   53,889".
    private static bool IsBrokenLabel(TextLine line, TextLine row, int width) =>
        !line.HasGap && !line.InTable && line.Text.Length < width / 2 && char.IsLower(row.Text[0]);

    private static int LabelWidth(List<TextLine> lines, int start, int end, List<(int Start, int End)> columns)
    {
        var width = 0;
        for (var i = start; i < end; i++)
        {
            if (lines[i].IsTabular && TextColumns.Pieces(lines[i].Raw, 2)[0] is var piece && IsLabel(piece, columns))
                width = Math.Max(width, piece.End - piece.Start);
        }

        return width;
    }

    // To the left of all columns, and not a wide header above the first of them.
    private static bool IsLabel((int Start, int End) piece, List<(int Start, int End)> columns) =>
        columns.Count > 0 && piece.Start < columns[0].Start - 2 && (piece.End <= columns[0].Start || piece.Start <= columns[0].Start / 2);

    // A label goes on in the next line where that begins in lower case, or where its first word had no room.
    private static bool GoesOn(string label, string next, int width)
    {
        if (label[^1] is ':')
            return false;
        if (char.IsLower(next[0]) || label[^1] is ',' or '-' or '&')
            return true;
        var word = next.IndexOf(' ', StringComparison.Ordinal);
        return label.Length >= 12 && label.Length + 1 + (word < 0 ? next.Length : word) > width;
    }

    private static void TakeLabel(List<GridRow> rows, List<GridCell> cells, ref string label, int width)
    {
        if (cells[0].Column == 0 && GoesOn(label, cells[0].Text, width))
        {
            cells[0] = new GridCell(0, 1, [Draft.Paragraph(LineJoin.Join(label, cells[0].Text))]);
            label = "";
        }
        else
        {
            FlushLabel(rows, ref label);
        }
    }

    private static void FlushLabel(List<GridRow> rows, ref string label)
    {
        if (label.Length > 0)
            rows.Add(new GridRow([new GridCell(0, 1, [Draft.Paragraph(label)])]));
        label = "";
    }

    private static GridCell Label(string line, (int Start, int End) piece) =>
        new(0, 1, [Draft.Paragraph(WithoutLeader(Characters.Squeeze(line.AsSpan(piece.Start, piece.End - piece.Start))))]);

    // "Fixed charges.........": dots lead the eye to the figures.
    private static string WithoutLeader(string text) =>
        text.EndsWith("...", StringComparison.Ordinal) || text.EndsWith(". .", StringComparison.Ordinal) ? text.TrimEnd('.', ' ') : text;

    private static GridCell Cell(List<TextLine> lines, int at, int end, int from, int to, List<(int Start, int End)> columns)
    {
        var line = lines[at].Raw;
        var text = WithoutLeader(Characters.Squeeze(line.AsSpan(from, to - from)));

        // The rule below a header shows how far it spans.
        if (at + 1 < end && lines[at + 1].IsRule)
        {
            foreach (var rule in TextColumns.Pieces(lines[at + 1].Raw, 2))
            {
                if (rule.Start < to && from < rule.End)
                    (from, to) = (Math.Min(from, rule.Start), Math.Max(to, rule.End));
            }
        }

        var (first, last) = Place(from, to, columns);
        return new GridCell(first, last - first + 1, [Draft.Paragraph(text)]);
    }

    // Column 0 is the label's. A text that touches no column stands in the nearest one.
    private static (int First, int Last) Place(int from, int to, List<(int Start, int End)> columns)
    {
        var first = -1;
        var last = -1;
        for (var c = 0; c < columns.Count; c++)
        {
            if (columns[c].Start < to && from < columns[c].End)
            {
                first = first < 0 ? c + 1 : first;
                last = c + 1;
            }
        }

        if (first >= 0)
            return (first, last);
        var nearest = 0;
        var distance = columns.Count > 0 ? Math.Max(6, columns[0].Start / 4) : 0;
        for (var c = 0; c < columns.Count; c++)
        {
            var away = Math.Max(columns[c].Start - to, from - columns[c].End);
            if (away >= distance)
                continue;
            distance = away;
            nearest = c + 1;
        }

        return (nearest, nearest);
    }
}
