namespace Alerts.Filings;

/// <summary>Finds columns in lines where only blanks part them.</summary>
internal static class TextColumns
{
    /// <summary>Where the text behind the last gap of at least so many blanks begins; 0 without a gap.</summary>
    public static int LastGap(ReadOnlySpan<char> line, int gap)
    {
        var blanks = 0;
        for (var i = line.Length - 1; i >= 0; i--)
        {
            blanks = Characters.IsBlank(line[i]) ? blanks + 1 : 0;
            if (blanks >= gap)
            {
                // A currency sign set apart from its number is no column.
                var text = line[..i].TrimEnd();
                if (text.Length == 0)
                    return 0;
                return text[^1] == '$' ? LastGap(text[..^1], gap) : i + blanks;
            }
        }

        return 0;
    }

    /// <summary>The stretches of text between gaps of at least so many blanks; "$" stays with its number.</summary>
    public static List<(int Start, int End)> Pieces(string line, int gap)
    {
        var pieces = new List<(int Start, int End)>();
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
            else if (blanks >= gap && !IsSign(line.AsSpan(start, i - blanks - start)) && !IsTail(line.AsSpan(i)))
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

    /// <summary>
    /// Stretches of columns that figures share, left to right; in a table without figures, those that words share. Text to the
    /// left of all of them is the label's.
    /// </summary>
    public static List<(int Start, int End)> Find(List<TextLine> lines, int start, int end)
    {
        var columns = Find(lines, start, end, isFigures: true);
        return columns.Count > 0 ? columns : Find(lines, start, end, isFigures: false);
    }

    private static List<(int Start, int End)> Find(List<TextLine> lines, int start, int end, bool isFigures)
    {
        var spans = new List<(int Start, int End)>();
        for (var i = start; i < end; i++)
        {
            if (lines[i].IsBlank)
                continue;
            var pieces = Pieces(lines[i].Raw, 2);
            for (var p = 1; p < pieces.Count; p++)
            {
                if (!isFigures || CellJoin.IsFigure(lines[i].Raw.AsSpan(pieces[p].Start, pieces[p].End - pieces[p].Start)))
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

    private static bool IsSign(ReadOnlySpan<char> piece) => piece is "$" or "$(" or "(" or "€" or "£" or "US$";

    private static bool IsTail(ReadOnlySpan<char> rest) => rest[0] is ')' or '%' && (rest.Length == 1 || rest[1] is ' ' or ')' or '%');
}
