namespace Alerts.Filings;

/// <summary>A row of a table with its numbers made whole.</summary>
/// <param name="Cells">The cells, left to right.</param>
/// <param name="IsHeading">True where all of it is set as a heading.</param>
internal readonly record struct TableRow(IReadOnlyList<DraftCell> Cells, bool IsHeading)
{
    /// <summary>The label of a row that begins to the right of it: that of the row above, which spans this one.</summary>
    public DraftCell? Label { get; init; }
}

/// <summary>Finds the rows at the head of a table and gives every cell below the path of headers above it.</summary>
internal static class TableHeader
{
    private const string PathSeparator = " / ";
    private const int MostRows = 8;
    private const int LongestHeader = 160;

    /// <summary>The rows with header paths on the cells below the header; row labels have none.</summary>
    public static IEnumerable<IReadOnlyList<DraftCell>> Assign(List<TableRow> rows)
    {
        var (start, end) = (0, Count(rows));
        for (var i = 0; i < rows.Count; i++)
        {
            if (i >= end && end > 0 && IsHeaderAgain(rows[i].Cells))
            {
                (start, end) = (i, i + 1);
                while (end < rows.Count && end - start < MostRows && (IsHeaderAgain(rows[end].Cells) || AreDays(rows[end].Cells)))
                    end++;
            }

            yield return i < end ? rows[i].Cells : WithHeaders(Labelled(rows[i]), rows, start, end);
        }
    }

    // Periods side by side below the body of one part head the next: "Quarter Ended | Nine MonthsEnded", "Mar 31, | Jun 30,", "2006 | 2005".
    private static bool IsHeaderAgain(IReadOnlyList<DraftCell> cells)
    {
        var isLabelled = cells[0].Column == 0;
        if (cells.Count < (isLabelled ? 3 : 2))
            return false;
        for (var i = isLabelled ? 1 : 0; i < cells.Count; i++)
        {
            if (!HeadsPeriod(cells[i].Text) && (isLabelled || !IsPeriod(cells[i].Text)))
                return false;
        }

        return true;
    }

    private static bool AreDays(IReadOnlyList<DraftCell> cells) =>
        cells.Count > 1 && cells.Skip(cells[0].Column == 0 ? 1 : 0).All(cell => IsPeriod(cell.Text) || (cell.Text.Length <= 40 && CellJoin.HoldsMonth(cell.Text)));

    // The first part of a period, with its day or year in the next row.
    private static bool HeadsPeriod(string text) =>
        text.Length <= 40 && (text.EndsWith("Ended", StringComparison.OrdinalIgnoreCase) || text is "Quarter" or "Months" || (text[^1] == ',' && CellJoin.HoldsMonth(text)));

    private static IReadOnlyList<DraftCell> Labelled(in TableRow row) => row.Label is { } label ? [label, .. row.Cells] : row.Cells;

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
    public static bool IsPeriod(string text)
    {
        var trimmed = text.AsSpan().Trim("*() ");
        return trimmed.Length == 4 && int.TryParse(trimmed, out var year) && year is > 1980 and < 2100;
    }

    // "(in thousands)" beside headers says what the figures are.
    private static bool IsUnit(string label) => label.Length > 0 && label[0] == '(' && label[^1] == ')';

    private static DraftCell[] WithHeaders(IReadOnlyList<DraftCell> row, List<TableRow> rows, int start, int end)
    {
        var result = new DraftCell[row.Count];
        for (var i = 0; i < row.Count; i++)
            result[i] = i == 0 && row[i].Column == 0 ? row[i] : row[i] with { Header = Path(row[i], rows, start, end) };
        return result;
    }

    private static string Path(in DraftCell cell, List<TableRow> rows, int start, int end)
    {
        var path = "";
        for (var r = start; r < end; r++)
        {
            foreach (var text in Above(cell, rows[r].Cells, isFirst: path.Length == 0))
            {
                if (!path.EndsWith(text, StringComparison.Ordinal))
                    path = path.Length == 0 ? text : path + PathSeparator + text;
            }
        }

        return path;
    }

    // The header of a row that a cell stands below: where it touches several, those that it touches most. A cell across several
    // whole columns stands below what spans it as well: "5.9 (4.1, NE)" below an arm, not below that arm's "n (%)" and "95% CI".
    private static IEnumerable<string> Above(DraftCell cell, IReadOnlyList<DraftCell> headers, bool isFirst)
    {
        var within = headers.Count(header => header.Column >= cell.Column && header.Column + header.Span <= cell.Column + cell.Span);
        if (within > 1)
            return isFirst ? headers.Where(header => Overlap(cell, header) > 0).Select(header => header.Text) : [];
        var most = headers.Count == 0 ? 0 : headers.Max(header => Overlap(cell, header));
        return most <= 0 ? [] : headers.Where(header => Overlap(cell, header) == most).Select(header => header.Text);
    }

    private static int Overlap(in DraftCell cell, in DraftCell header) => header.Text.Length > LongestHeader ? 0
        : Math.Min(cell.Column + cell.Span, header.Column + header.Span) - Math.Max(cell.Column, header.Column);
}
