namespace Alerts.Filings;

/// <summary>Joins what filers set in cells of its own to the number that it belongs to: "$", "(", ")", "%".</summary>
internal static class CellJoin
{
    private static readonly System.Buffers.SearchValues<char> FootnoteMarks = System.Buffers.SearchValues.Create("*†‡§#^");
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>The cells of a row with numbers made whole.</summary>
    public static IReadOnlyList<DraftCell> Join(GridRow row)
    {
        var joined = new List<DraftCell>(row.Cells.Count);
        string? opening = null;
        var openingColumn = 0;
        foreach (var cell in row.Cells)
        {
            var text = cell.Text;
            if (text.Length == 0 || IsRuled(text) || (IsFootnoteMark(text) && joined.Count > 0 && opening is null))
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

            // "$" over "% Chg" is a header of its own.
            if (opening is not null && !IsFigure(text))
                Complete(joined, ref opening, openingColumn);
            var column = opening is null ? cell.Column : openingColumn;
            joined.Add(new DraftCell(opening + CloseUp(text), column, cell.Column + cell.Span - column));
            opening = null;
        }

        Complete(joined, ref opening, openingColumn);
        return joined;
    }

    /// <summary>True for figures as tables write them: "(1,234)", "$ 5.6", "12%", "4 (36)", "—", "NR" and the like; not for dates.</summary>
    public static bool IsFigure(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text is "—" or "–" or "-" or "--" or "NR" or "NE" or "N/A" or "n/a" or "NA" or "NM" or "nm")
            return true;
        var start = text.TrimStart("US$€£¥(<>≥≤~+-−–±* ");
        if (start.Length == 0 || !(char.IsAsciiDigit(start[0]) || (start[0] == '.' && start.Length > 1 && char.IsAsciiDigit(start[1]))))
            return text.StartsWith("NE (") || text.StartsWith("NR (");
        var digits = 0;
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
                digits++;
            else if (char.IsLetter(c))
                letters++;
        }

        // "95% CI" heads the intervals of a column.
        if (text.EndsWith("CI", StringComparison.Ordinal) || text.EndsWith("C.I.", StringComparison.Ordinal))
            return false;

        // "12 mg (N=53)" heads a column of the twelve-milligram arm.
        if (text.Contains("N=", StringComparison.OrdinalIgnoreCase) || text.Contains("mg", StringComparison.Ordinal))
            return false;
        return letters <= 2 || (letters <= digits && !HoldsMonth(text));
    }

    /// <summary>True for text with the name of a month in it.</summary>
    public static bool HoldsMonth(ReadOnlySpan<char> text)
    {
        foreach (var month in Months)
        {
            if (text.Contains(month, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    // "$ 12.5" as blanks-drawn tables align it.
    private static string CloseUp(string text) =>
        text.Length > 2 && text[0] is '$' or '€' or '£' && text[1] == ' ' && IsFigure(text) ? text[0] + text[1..].TrimStart() : text;

    private static bool IsRuled(string text) => text.Length >= 3 && text.AsSpan().IndexOfAnyExcept("-=_") < 0;

    // In a cell of its own behind a figure or label: "*", "††", "(a)".
    private static bool IsFootnoteMark(string text) =>
        text.Length <= 3 && (text.AsSpan().IndexOfAnyExcept(FootnoteMarks) < 0 || text is ['(', >= 'a' and <= 'z', ')']);

    private static bool IsOpening(string text) => text is "$" or "(" or "$(" or "$ (" or "€" or "£" or "¥" or "US$" or "C$" or "A$" or "~" or "<" or ">" or "≥" or "≤" or "(€" or "($" or "+" or "±";

    private static bool IsClosing(string text) => text is ")" or "%" or ")%" or "%)" or ") %" or "x" or "pts" or "bps" or "pp";

    private static void Complete(List<DraftCell> joined, ref string? opening, int column)
    {
        if (opening is not null)
            joined.Add(new DraftCell(opening, column, 1));
        opening = null;
    }
}
