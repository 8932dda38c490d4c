namespace Alerts.Filings;

/// <summary>Finds the rows at the head of a table and gives every cell below the path of headers above it.</summary>
internal static class TableHeader
{
    private const string PathSeparator = " / ";
    private const int MostHeaderRows = 6;

    /// <summary>The rows with header paths on the cells below the header; row labels have none.</summary>
    public static IEnumerable<IReadOnlyList<DraftCell>> Assign(List<IReadOnlyList<DraftCell>> rows)
    {
        var header = CountHeaderRows(rows);
        for (var i = 0; i < rows.Count; i++)
            yield return i < header ? rows[i] : WithHeaders(rows[i], rows, header);
    }

    private static int CountHeaderRows(List<IReadOnlyList<DraftCell>> rows)
    {
        var count = 0;
        while (count < rows.Count && count < MostHeaderRows && IsHeader(rows[count], rows, count))
            count++;

        // A table of words has one header row at most: its first.
        return count == rows.Count ? Math.Min(1, rows.Count - 1) : count;
    }

    private static bool IsHeader(IReadOnlyList<DraftCell> row, List<IReadOnlyList<DraftCell>> rows, int index)
    {
        // A label alone is a header only as a title above other header rows.
        if (row.Count == 1 && row[0].Column == 0)
            return index + 1 < rows.Count && index == 0 && row[0].Span > 1 && IsHeader(rows[1], rows, 1);
        var figures = 0;
        for (var i = 0; i < row.Count; i++)
        {
            if ((row[i].Column > 0 || i > 0) && CellJoin.IsNumber(row[i].Text) && !IsPeriod(row[i].Text))
                figures++;
        }

        return figures == 0;
    }

    /// <summary>True for "2024", "December 31, 2024", "Q1", "FY2025": figures that head a column.</summary>
    private static bool IsPeriod(string text)
    {
        var trimmed = text.AsSpan().Trim("*()");
        return trimmed.Length == 4 && int.TryParse(trimmed, out var year) && year is > 1980 and < 2100
            || text.Contains("20", StringComparison.Ordinal) && text.Any(char.IsLetter)
            || text.StartsWith('Q') || text.StartsWith("FY", StringComparison.Ordinal)
            || text.StartsWith("N", StringComparison.OrdinalIgnoreCase) || text.StartsWith("(N", StringComparison.OrdinalIgnoreCase);
    }

    private static DraftCell[] WithHeaders(IReadOnlyList<DraftCell> row, List<IReadOnlyList<DraftCell>> rows, int header)
    {
        var result = new DraftCell[row.Count];
        for (var i = 0; i < row.Count; i++)
            result[i] = i == 0 && row[i].Column == 0 ? row[i] : row[i] with { Header = Path(row[i], rows, header) };
        return result;
    }

    private static string Path(in DraftCell cell, List<IReadOnlyList<DraftCell>> rows, int header)
    {
        var path = "";
        for (var r = 0; r < header; r++)
        {
            foreach (var above in rows[r])
            {
                if (above.Column < cell.Column + cell.Span && cell.Column < above.Column + above.Span && !path.EndsWith(above.Text, StringComparison.Ordinal))
                    path = path.Length == 0 ? above.Text : path + PathSeparator + above.Text;
            }
        }

        return path;
    }
}
