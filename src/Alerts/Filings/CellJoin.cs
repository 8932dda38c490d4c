namespace Alerts.Filings;

/// <summary>Joins what filers set in cells of its own to the number that it belongs to: "$", "(", ")", "%".</summary>
internal static class CellJoin
{
    /// <summary>The cells of a row with numbers made whole.</summary>
    public static IReadOnlyList<DraftCell> Join(GridRow row)
    {
        var joined = new List<DraftCell>(row.Cells.Count);
        string? opening = null;
        var openingColumn = 0;
        foreach (var cell in row.Cells)
        {
            var text = cell.Text;
            if (text.Length == 0)
                continue;
            if (IsOpening(text))
            {
                Complete(joined, ref opening, openingColumn);
                opening = text;
                openingColumn = cell.Column;
                continue;
            }

            if (IsClosing(text) && joined.Count > 0 && opening is null)
            {
                var last = joined[^1];
                var space = text[0] is ')' or '%' || !char.IsLetter(text[0]) ? "" : " ";
                joined[^1] = last with { Text = last.Text + space + text, Span = cell.Column + cell.Span - last.Column };
                continue;
            }

            var column = opening is null ? cell.Column : openingColumn;
            joined.Add(new DraftCell(opening + text, column, cell.Column + cell.Span - column));
            opening = null;
        }

        Complete(joined, ref opening, openingColumn);
        return joined;
    }

    /// <summary>True for figures as tables write them: "(1,234)", "$ 5.6", "12%", "—", "n/a" and the like.</summary>
    public static bool IsNumber(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text is "—" or "–" or "-" or "--" or "NR" or "NE" or "N/A" or "n/a" or "NA" or "*")
            return true;
        var digits = 0;
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
                digits++;
            else if (char.IsLetter(c))
                letters++;
        }

        return digits > 0 && letters <= Math.Max(3, digits / 2);
    }

    private static bool IsOpening(string text) => text is "$" or "(" or "$(" or "$ (" or "€" or "£" or "¥" or "US$" or "C$" or "A$" or "~" or "<" or ">" or "≥" or "≤" or "(€" or "($" or "+" or "±";

    private static bool IsClosing(string text) => text is ")" or "%" or ")%" or "%)" or ") %" or "x" or "pts" or "bps" or "pp";

    private static void Complete(List<DraftCell> joined, ref string? opening, int column)
    {
        if (opening is not null)
            joined.Add(new DraftCell(opening, column, 1));
        opening = null;
    }
}
