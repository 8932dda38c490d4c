using Alerts.Records;

namespace Alerts.History;

/// <summary>Compares the figures of one line of financial guidance.</summary>
internal static class RangeComparison
{
    /// <summary>What the second statement is to the first.</summary>
    public static Verdict Compare(FinancialGuidance before, FinancialGuidance after)
    {
        if (before.Metric == FinancialMetric.CashRunway)
            return Runway(before, after);
        if (SameFigures(before, after))
            return Verdict.Reaffirmed;
        if (!HasFigure(before))
            return new Verdict(ChangeWord.Narrowed);
        if (!HasFigure(after))
            return new Verdict(TakesBack(after) ? ChangeWord.Withdrawn : ChangeWord.Omitted);

        var by = Midpoint(after) - Midpoint(before);
        return Holds(before, after) ? new Verdict(ChangeWord.Narrowed, by)
            : Holds(after, before) ? new Verdict(ChangeWord.Widened, by)
            : new Verdict(by > 0 ? ChangeWord.Raised : ChangeWord.Lowered, by);
    }

    /// <summary>Whether both state the same figure or, of a cash runway, the same window.</summary>
    public static bool SameFigures(FinancialGuidance a, FinancialGuidance b) => a.Metric == FinancialMetric.CashRunway
        ? a.To == b.To && (a.To is not null || a.From == b.From)
        : Same(a.Low, b.Low) && Same(a.High, b.High);

    /// <summary>Whether one range lies within the other.</summary>
    public static bool Nested(FinancialGuidance a, FinancialGuidance b) => a.Metric == FinancialMetric.CashRunway
        ? Window.Of(a).Holds(Window.Of(b)) || Window.Of(b).Holds(Window.Of(a))
        : !HasFigure(a) || !HasFigure(b) || Holds(a, b) || Holds(b, a);

    /// <summary>Width of the range; one that is open or has no figure is wider than all others.</summary>
    public static double Width(FinancialGuidance figure) => figure.Metric == FinancialMetric.CashRunway
        ? Window.Of(figure).Days
        : figure is { Low: { } low, High: { } high } ? high - low : HasFigure(figure) ? double.MaxValue : double.PositiveInfinity;

    /// <summary>Middle of the range; its one end where the other is open; null without a figure.</summary>
    public static double? Midpoint(FinancialGuidance figure) =>
        figure is { Low: { } low, High: { } high } ? (low + high) / 2 : figure.Low ?? figure.High;

    private static Verdict Runway(FinancialGuidance before, FinancialGuidance after)
    {
        if (SameFigures(before, after))
            return Verdict.Reaffirmed;
        if (Window.Of(before).IsUndated)
            return new Verdict(ChangeWord.Narrowed);
        if (Window.Of(after).IsUndated)
            return new Verdict(ChangeWord.Omitted);

        // "Into the second half of 2025" and "into 2026" differ by how long the cash lasts, whatever the phrase's width.
        var by = Window.Of(after).End!.Value.DayNumber - Window.Of(before).End!.Value.DayNumber;
        return new Verdict(by > 0 ? ChangeWord.Raised : ChangeWord.Lowered, by);
    }

    private static bool HasFigure(FinancialGuidance figure) => figure.Low is not null || figure.High is not null;

    private static bool Holds(FinancialGuidance outer, FinancialGuidance inner) =>
        (outer.Low is not { } low || (inner.Low is { } innerLow && innerLow >= low))
        && (outer.High is not { } high || (inner.High is { } innerHigh && innerHigh <= high));

    private static bool Same(double? a, double? b) =>
        a is { } x && b is { } y ? Math.Abs(x - y) <= 1e-9 * Math.Max(Math.Abs(x), Math.Abs(y)) : a is null && b is null;

    // The contract has no status for figures: that guidance is taken back stands in its sentence alone.
    private static bool TakesBack(FinancialGuidance figure) =>
        figure.Quote.Contains("withdr", StringComparison.OrdinalIgnoreCase)
        || figure.Quote.Contains("suspend", StringComparison.OrdinalIgnoreCase);
}
