namespace Alerts.Filings;

/// <summary>A row of a table with its numbers made whole.</summary>
/// <param name="Cells">The cells, left to right.</param>
/// <param name="IsHeading">True where all of it is set as a heading.</param>
internal readonly record struct TableRow(IReadOnlyList<DraftCell> Cells, bool IsHeading);

/// <summary>Finds the rows at the head of a table and gives every cell below the path of headers above it.</summary>
internal static class TableHeader
{
    private const string PathSeparator = " / ";
    private const int MostRows = 8;
    private const int LongestHeader = 160;

    /// <summary>The rows with header paths on the cells below the header; row labels have none.</summary>
    public static IEnumerable<IReadOnlyList<DraftCell>> Assign(List<TableRow> rows)
    {
        var header = Count(rows);
        for (var i = 0; i < rows.Count; i++)
            yield return i < header ? rows[i].Cells : WithHeaders(rows[i].Cells, rows, header);
    }

    private static int Count(List<TableRow> rows)
    {
        var firstValue = FirstValueColumn(rows);
        if (firstValue == int.MaxValue)
            return IsHeaderOfWords(rows) ? 1 : 0;
        var count = 0;
        for (var i = 0; i < rows.Count && i < MostRows; i++)
        {
            var cells = rows[i].Cells;
            if (HoldsFigures(cells, firstValue))
                break;
            var isLabelled = cells[0].Column + cells[0].Span <= firstValue || (cells[0].Column == 0 && cells.Count > 1);

            // Words beside figures are a header in the first rows only; a label alone begins the body, unless a
            // header row without label follows.
            if (isLabelled && cells.Count == 1)
                continue;
            if (isLabelled && count > 0 && !rows[i].IsHeading && !IsUnit(cells[0].Text))
                break;
            count = i + 1;
        }

        return count == rows.Count ? 0 : count;
    }

    // Without figures: short words over longer ones, or set as headings.
    private static bool IsHeaderOfWords(List<TableRow> rows)
    {
        if (rows.Count < 2 || rows[0].Cells.Count < 2 || rows[0].Cells.Any(cell => cell.Text.Length > 80))
            return false;
        return rows[0].IsHeading || rows.Skip(1).Average(row => row.Cells.Sum(cell => cell.Text.Length)) > 1.5 * rows[0].Cells.Sum(cell => cell.Text.Length);
    }

    private static int FirstValueColumn(List<TableRow> rows)
    {
        var first = int.MaxValue;
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var cell = row.Cells[i];
                if ((i > 0 || cell.Column > 0) && cell.Column < first && CellJoin.IsFigure(cell.Text) && !IsPeriod(cell.Text))
                    first = cell.Column;
            }
        }

        return first;
    }

    private static bool HoldsFigures(IReadOnlyList<DraftCell> cells, int firstValue)
    {
        foreach (var cell in cells)
        {
            if (cell.Column >= firstValue && CellJoin.IsFigure(cell.Text) && !IsPeriod(cell.Text))
                return true;
        }

        return false;
    }

    /// <summary>True for "2024" and "FY2025": figures that head a column.</summary>
    private static bool IsPeriod(string text)
    {
        var trimmed = text.AsSpan().Trim("*() ");
        return trimmed.Length == 4 && int.TryParse(trimmed, out var year) && year is > 1980 and < 2100;
    }

    // "(in thousands)" beside headers says what the figures are.
    private static bool IsUnit(string label) => label.Length > 0 && label[0] == '(' && label[^1] == ')';

    private static DraftCell[] WithHeaders(IReadOnlyList<DraftCell> row, List<TableRow> rows, int header)
    {
        var result = new DraftCell[row.Count];
        for (var i = 0; i < row.Count; i++)
            result[i] = i == 0 && row[i].Column == 0 ? row[i] : row[i] with { Header = Path(row[i], rows, header) };
        return result;
    }

    private static string Path(in DraftCell cell, List<TableRow> rows, int header)
    {
        var path = "";
        for (var r = 0; r < header; r++)
        {
            foreach (var above in rows[r].Cells)
            {
                var covers = above.Column < cell.Column + cell.Span && cell.Column < above.Column + above.Span;
                if (covers && above.Text.Length <= LongestHeader && !path.EndsWith(above.Text, StringComparison.Ordinal))
                    path = path.Length == 0 ? above.Text : path + PathSeparator + above.Text;
            }
        }

        return path;
    }
}
