using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;

namespace Alerts.Extraction.Results.Tables;

/// <summary>The figures of a cell: "5 (45)", "12/38 (31.6%)", "5.8 (1.7-NE)", "NE (3.5+ to 13.9+)", "-1.2 (-2.0, -0.4)".</summary>
/// <param name="Value">The first figure; null for "not reached".</param>
/// <param name="Unit">"%" where the cell or label says so.</param>
internal sealed record CellValue(double? Value, string? Unit)
{
    /// <summary>Patients with the finding.</summary>
    public double? Count { get; init; }

    /// <summary>The denominator, where the cell states it.</summary>
    public double? Of { get; init; }

    /// <summary>The interval in brackets, where the label says that it is one.</summary>
    public Interval? Interval { get; init; }

    /// <summary>True for "NE", "NR".</summary>
    public bool IsNotReached => Value is null;

    /// <summary>Reads a cell; null where it holds no figure.</summary>
    /// <param name="cell">The cell's text.</param>
    /// <param name="label">The row's label, with its group.</param>
    public static CellValue? Read(string cell, string label)
    {
        var text = Tokenizer.Read(cell);
        if (text.Count == 0)
            return null;
        var hasInterval = label.Contains("CI", StringComparison.Ordinal) || label.Contains("confidence", StringComparison.OrdinalIgnoreCase);
        if (OpenEnds.IsAt(text, 0, out var last))
            return new CellValue(null, null) { Interval = hasInterval ? IntervalAt(text, last + 1) : null };
        if (!text[0].IsNumber || double.IsNaN(text[0].Number))
            return null;
        var first = text[0].Number;
        if (text.Is(1, '%'))
            return new CellValue(first, "%") { Interval = IntervalAt(text, 2, hasInterval) };
        if (text.Is(1, '/') && text[2].IsNumber)
            return new CellValue(PercentAt(text, 3) ?? first, PercentAt(text, 3) is null ? "patients" : "%") { Count = first, Of = text[2].Number, Interval = IntervalAt(text, 6, hasInterval) };
        if (PercentAt(text, 1) is { } percent && (text.Is(3, '%') || IsCountAndPercent(label)))
            return new CellValue(percent, "%") { Count = first, Interval = IntervalAt(text, 4, hasInterval) };
        if (IsCountAndPercent(label))
            return new CellValue(first, "patients") { Count = first };
        return new CellValue(first, label.Contains('%', StringComparison.Ordinal) && !hasInterval || label.Contains("%, ", StringComparison.Ordinal) || label.Contains("% (", StringComparison.Ordinal) ? "%" : null) { Interval = IntervalAt(text, 1, hasInterval) };
    }

    /// <summary>The interval that a cell of a "95% CI" row holds.</summary>
    public static Interval? ReadInterval(string cell)
    {
        var text = Tokenizer.Read(cell);
        return IntervalAt(text, text.Is(0, '(') || text.Is(0, '[') ? 0 : -1);
    }

    private static bool IsCountAndPercent(string label) =>
        (label.Contains(" n (%)", StringComparison.OrdinalIgnoreCase) || label.StartsWith("n (%)", StringComparison.OrdinalIgnoreCase)) || label.Contains("n(%)", StringComparison.OrdinalIgnoreCase) || label.Contains("no. (%)", StringComparison.OrdinalIgnoreCase) || label.Contains("number (%)", StringComparison.OrdinalIgnoreCase);

    // "(45)" or "(45.5%)" from a token on
    private static double? PercentAt(TokenizedText text, int open) =>
        text.Is(open, '(') && text[open + 1].IsNumber && (text.Is(open + 2, ')') || text.Is(open + 2, '%')) && text[open + 1].Number is >= 0 and <= 100 ? text[open + 1].Number : null;

    private static Interval? IntervalAt(TokenizedText text, int open, bool isInterval = true)
    {
        if (!isInterval)
            return null;
        var i = open + 1;
        if (open >= 0 && !text.Is(open, '(') && !text.Is(open, '['))
            return null;
        if (!Bound(text, ref i, out var low))
            return null;
        if (!(text.Is(i, ',') || text.Is(i, '-') || text.Is(i, '–') || text.Is(i, '—') || text.Is(i, "to")))
            return null;
        i++;
        return Bound(text, ref i, out var high) ? new Interval(low, high, 95) : null;
    }

    private static bool Bound(TokenizedText text, ref int i, out double? bound)
    {
        bound = null;
        if (text[i].IsNumber)
        {
            bound = text[i++].Number;
            while (text.Is(i, '%') || text.Is(i, '+'))
                i++;
            return true;
        }

        if (!OpenEnds.IsAt(text, i, out var last))
            return false;
        i = last + 1;
        return true;
    }
}
