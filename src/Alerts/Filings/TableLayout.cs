namespace Alerts.Filings;

/// <summary>
/// Tells tables that hold data from tables that only place text, and turns the first into rows with header paths,
/// the second into the blocks that they place.
/// </summary>
internal static class TableLayout
{
    private const int LongestCell = 2500;
    private const int MostCells = 200;
    private const int LongestLabel = 120;
    private const int ShortestProse = 250;

    /// <summary>Adds what a table holds to the blocks of a document.</summary>
    /// <param name="grid">The table.</param>
    /// <param name="drafts">The blocks so far.</param>
    /// <param name="table">A number for the table, different from those of other tables.</param>
    public static void Emit(TableGrid grid, List<Draft> drafts, int table)
    {
        if (!IsData(grid))
        {
            foreach (var row in grid.Rows)
                EmitPlaced(row, drafts);
            return;
        }

        var rows = new List<TableRow>(grid.Rows.Count);
        var placed = new List<(int Before, GridRow Row)>();
        var (left, right) = Extent(grid);
        foreach (var row in grid.Rows)
        {
            var cells = CellJoin.Join(row);
            if (IsPlaced(row) || IsProse(row) || (rows.Count == 0 && IsTitle(row, left, right)))
                placed.Add((rows.Count, row));
            else if (cells.Count > 0)
                rows.Add(new TableRow(cells, row.IsHeading) { Label = row.Label is { Text: { Length: > 0 and <= LongestLabel } text } label ? new DraftCell(text, label.Column, label.Span) : null });
        }

        // Rows between the data keep their place but do not part the data from its headers.
        var next = 0;
        var count = 0;
        foreach (var cells in TableHeader.Assign(rows))
        {
            for (; next < placed.Count && placed[next].Before <= count; next++)
                EmitPlaced(placed[next].Row, drafts);
            drafts.Add(Draft.Row(cells, table));
            count++;
        }

        for (; next < placed.Count; next++)
            EmitPlaced(placed[next].Row, drafts);
    }

    // Data are cells side by side; what has one column, or whole pages in its cells, only places text.
    private static bool IsData(TableGrid grid)
    {
        var isData = false;
        foreach (var row in grid.Rows)
        {
            if (row.Cells.Count > MostCells)
                return false;
            foreach (var cell in row.Cells)
            {
                if (cell.Text.Length > LongestCell || cell.Drafts.Any(draft => draft.Kind == BlockKind.TableRow))
                    return false;
            }

            isData |= row.Cells.Count >= 2 && !IsPlaced(row);
        }

        return isData;
    }

    private static (int Left, int Right) Extent(TableGrid grid)
    {
        var left = int.MaxValue;
        var right = 0;
        foreach (var row in grid.Rows.Where(row => !IsPlaced(row)))
        {
            left = Math.Min(left, row.Cells[0].Column);
            right = Math.Max(right, row.Cells[^1].Column + row.Cells[^1].Span);
        }

        return (left, right);
    }

    // A cell across the whole table above its headers is the table's title.
    private static bool IsTitle(GridRow row, int left, int right) =>
        row.Cells is [var cell] && cell.Column <= left && cell.Span > 1 && cell.Span * 10 >= (right - left) * 9;

    // A sentence across a table.
    private static bool IsProse(GridRow row) => row.Cells is [{ Text.Length: > 100 } cell] && LineJoin.EndsSentence(cell.Text);

    // Rows that are no data wherever they stand: list entries, notes, item headings, a label beside prose.
    private static bool IsPlaced(GridRow row) =>
        row.Cells.Count >= 2 && (IsListEntry(row) || IsItem(row) || IsLabelledProse(row));

    private static bool IsListEntry(GridRow row) =>
        row.Cells.Count == 2 && ((BulletMark.IsMark(row.Cells[0].Text) && row.Cells[1].Text.Length > 2) || IsNote(row.Cells[0].Text, row.Cells[1].Text));

    // "(1)", "*", "a.", "☐" beside a sentence or phrase: a footnote, a numbered paragraph, a box to tick.
    private static bool IsNote(string text, string beside) =>
        text.Length is > 0 and <= 5 && beside.Length > 30 && !CellJoin.IsFigure(beside) && (text[0] is '(' or '*' or '†' or '‡' or '☐' or '☒' or '☑' or '[' || text[^1] is '.' or ')');

    private static bool IsItem(GridRow row) =>
        HeadingText.StartsWithItem(row.Cells[0].Text) && row.Cells[0].Text.Length < 40 && row.Cells.Sum(cell => cell.Text.Length) < 400;

    private static bool IsLabelledProse(GridRow row) =>
        row.Cells.Count == 2 && row.Cells[0].Text.Length <= LongestLabel && row.Cells[1].Text is { Length: > ShortestProse } text
        && LineJoin.EndsSentence(text);

    private static void EmitPlaced(GridRow row, List<Draft> drafts)
    {
        var cells = row.Cells;
        if (cells.Count >= 2 && IsItem(row))
        {
            drafts.Add(Draft.Heading(string.Join(' ', cells.Select(cell => cell.Text)), 2));
        }
        else if (IsListEntry(row) && BulletMark.IsMark(cells[0].Text))
        {
            EmitEntry(cells[0].Text, cells[1].Drafts, drafts);
        }
        else if (IsListEntry(row))
        {
            drafts.Add(Draft.Paragraph(cells[0].Text + " " + cells[1].Text));
        }
        else if (IsLabelledProse(row))
        {
            drafts.Add(Draft.Heading(cells[0].Text, 4));
            drafts.AddRange(cells[1].Drafts);
        }
        else
        {
            foreach (var cell in cells)
                drafts.AddRange(cell.Drafts);
        }
    }

    private static void EmitEntry(string mark, IReadOnlyList<Draft> content, List<Draft> drafts)
    {
        var level = BulletMark.Level(mark);
        for (var i = 0; i < content.Count; i++)
        {
            var draft = content[i];
            drafts.Add(i == 0 && draft.Kind != BlockKind.TableRow ? Draft.Bullet(draft.Text, level)
                : draft.Kind == BlockKind.Bullet ? draft with { Level = draft.Level + level }
                : draft);
        }
    }
}
