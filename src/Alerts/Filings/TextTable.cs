namespace Alerts.Filings;

/// <summary>Tables drawn with blanks.</summary>
internal static class TextTable
{
    /// <summary>Lays out lines that are known to be a table.</summary>
    public static void Emit(List<TextLine> lines, int start, int end, List<Draft> drafts, int table)
    {
        var columns = Columns(lines, start, end);
        var rows = new List<GridRow>();
        for (var i = start; i < end; i++)
        {
            if (lines[i].IsBlank)
                continue;
            var cells = new List<GridCell>();
            foreach (var (from, to) in Pieces(lines[i].Raw, 2))
                cells.Add(Cell(lines[i].Raw, from, to, columns));
            rows.Add(new GridRow(cells));
        }

        TableLayout.Emit(new TableGrid(rows), drafts, table);
    }

    /// <summary>Lays out lines as a table if they look like one: most of them hold figures set apart by wide gaps.</summary>
    public static bool TryEmit(List<TextLine> lines, int start, int end, List<Draft> drafts, int table)
    {
        if (end - start < 2)
            return false;
        var rows = 0;
        for (var i = start; i < end; i++)
        {
            var pieces = Pieces(lines[i].Raw, 3);
            if (pieces.Count >= 2 && CellJoin.IsNumber(lines[i].Raw.AsSpan(pieces[^1].Start, pieces[^1].End - pieces[^1].Start)))
                rows++;
        }

        if (rows < 2 || rows * 2 < end - start)
            return false;
        Emit(lines, start, end, drafts, table);
        return true;
    }

    // Stretches of columns that figures share. Text to the left of all of them is the row's label.
    private static List<(int Start, int End)> Columns(List<TextLine> lines, int start, int end)
    {
        var spans = new List<(int Start, int End)>();
        for (var i = start; i < end; i++)
        {
            var pieces = Pieces(lines[i].Raw, 2);
            for (var p = 1; p < pieces.Count; p++)
            {
                if (CellJoin.IsNumber(lines[i].Raw.AsSpan(pieces[p].Start, pieces[p].End - pieces[p].Start)))
                    spans.Add(pieces[p]);
            }
        }

        spans.Sort();
        var columns = new List<(int Start, int End)>();
        foreach (var span in spans)
        {
            if (columns.Count > 0 && span.Start < columns[^1].End)
                columns[^1] = (columns[^1].Start, Math.Max(columns[^1].End, span.End));
            else
                columns.Add(span);
        }

        return columns;
    }

    private static GridCell Cell(string line, int from, int to, List<(int Start, int End)> columns)
    {
        var first = -1;
        var last = -1;
        for (var c = 0; c < columns.Count; c++)
        {
            if (columns[c].Start < to && from < columns[c].End)
            {
                first = first < 0 ? c : first;
                last = c;
            }
        }

        // Column 0 is the label's; a text that touches no column stands in the one to its left.
        if (first < 0)
        {
            first = last = -1;
            while (first + 1 < columns.Count && columns[first + 1].End <= from)
                last = ++first;
        }

        var draft = Draft.Paragraph(Characters.Squeeze(line.AsSpan(from, to - from)));
        return new GridCell(first + 1, last - first + 1, [draft]);
    }

    /// <summary>The stretches of text between gaps of at least so many blanks.</summary>
    internal static List<(int Start, int End)> Pieces(string line, int gap)
    {
        var pieces = new List<(int, int)>();
        var start = -1;
        var blanks = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (Characters.IsBlank(line[i]))
            {
                blanks++;
                continue;
            }

            if (start < 0)
            {
                start = i;
            }
            else if (blanks >= gap)
            {
                pieces.Add((start, i - blanks));
                start = i;
            }

            blanks = 0;
        }

        if (start >= 0)
            pieces.Add((start, line.Length - blanks));
        return pieces;
    }
}
