namespace Alerts.Filings;

/// <summary>
/// Tells tables that hold data from tables that only place text, and turns the first into rows with header paths,
/// the second into the blocks that they place.
/// </summary>
internal static class TableLayout
{
    private const int LongestCell = 600;

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

        var rows = new List<IReadOnlyList<DraftCell>>(grid.Rows.Count);
        foreach (var row in grid.Rows)
        {
            var cells = CellJoin.Join(row);
            if (cells.Count > 0)
                rows.Add(cells);
        }

        foreach (var row in TableHeader.Assign(rows))
            drafts.Add(Draft.Row(row, table));
    }

    // Data are rows that share columns; what has one column, lists, or pages of text in its cells only places text.
    private static bool IsData(TableGrid grid)
    {
        var shared = 0;
        foreach (var row in grid.Rows)
        {
            var cells = row.Cells;
            foreach (var cell in cells)
            {
                if (cell.Drafts.Any(draft => draft.Kind == BlockKind.TableRow) || cell.Text.Length > LongestCell)
                    return false;
            }

            if (cells.Count >= 2 && !IsListEntry(row) && !HeadingText.StartsWithItem(cells[0].Text))
                shared++;
        }

        return shared >= 2 || (shared == 1 && grid.Rows.Any(row => row.Cells.Count >= 2 && row.Cells.Skip(1).Any(cell => CellJoin.IsNumber(cell.Text))));
    }

    private static bool IsListEntry(GridRow row) =>
        row.Cells.Count == 2 && (BulletMark.IsMark(row.Cells[0].Text) || IsNote(row.Cells[0].Text));

    // "(1)", "*", "a." beside a text: a footnote or a numbered paragraph.
    private static bool IsNote(string text) =>
        text.Length <= 5 && text.Length > 0 && (text[0] is '(' or '*' or '†' or '‡' || text[^1] is '.' or ')');

    private static void EmitPlaced(GridRow row, List<Draft> drafts)
    {
        var cells = row.Cells;
        if (IsListEntry(row))
        {
            var mark = cells[0].Text;
            if (BulletMark.IsMark(mark))
            {
                EmitEntry(mark, cells[1].Drafts, drafts);
                return;
            }

            drafts.Add(Draft.Paragraph(mark + " " + cells[1].Text));
            return;
        }

        if (cells.Count >= 2 && HeadingText.StartsWithItem(cells[0].Text) && cells.Sum(cell => cell.Text.Length) < 300)
        {
            drafts.Add(Draft.Heading(string.Join(' ', cells.Select(cell => cell.Text)), 2));
            return;
        }

        foreach (var cell in cells)
            drafts.AddRange(cell.Drafts);
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
