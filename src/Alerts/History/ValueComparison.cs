using Alerts.Records;

namespace Alerts.History;

/// <summary>Compares the values of one result.</summary>
internal static class ValueComparison
{
    /// <summary>Whether both state the same value, in percent or in patients.</summary>
    public static bool SameValue(DataPoint a, DataPoint b)
    {
        if (a.Outcome != b.Outcome && (a.Value is null || b.Value is null))
            return false;
        if (a.Unit == b.Unit || a.Unit is null || b.Unit is null)
            return Same(a.Value, b.Value) && (a.Unit != "patients" || a.Of is null || b.Of is null || Same(a.Of, b.Of));

        // "4 of 10" was 40 % in the sentence before, and is rounded there.
        return Percent(a) is { } x && Percent(b) is { } y ? Math.Abs(x - y) < 0.6
            : Days(a) is { } d && Days(b) is { } e && Math.Abs(d - e) < 1e-6;
    }

    /// <summary>Whether both state an interval and the two differ.</summary>
    public static bool IntervalMoved(DataPoint a, DataPoint b) =>
        a is { CiLow: { } low, CiHigh: { } high } && b is { CiLow: { } otherLow, CiHigh: { } otherHigh }
        && (Math.Abs(low - otherLow) > 1e-9 || Math.Abs(high - otherHigh) > 1e-9);

    /// <summary>Whether the stated intervals have a value in common; null where one is missing. An open end reaches everywhere.</summary>
    public static bool? Overlap(DataPoint a, DataPoint b)
    {
        if ((a.CiLow ?? a.CiHigh) is null || (b.CiLow ?? b.CiHigh) is null)
            return null;

        return (a.CiLow ?? double.NegativeInfinity) <= (b.CiHigh ?? double.PositiveInfinity)
            && (b.CiLow ?? double.NegativeInfinity) <= (a.CiHigh ?? double.PositiveInfinity);
    }

    /// <summary>Difference of the values; null where they are not in one unit.</summary>
    public static double? Difference(DataPoint before, DataPoint after) =>
        before.Unit == after.Unit ? Round(after.Value - before.Value)
        : Percent(before) is { } x && Percent(after) is { } y ? Round(y - x)
        : null;

    private static bool Same(double? a, double? b) =>
        a is { } x && b is { } y ? Math.Abs(x - y) <= 1e-9 * Math.Max(1, Math.Abs(x)) : a is null && b is null;

    // 6.9 − 5.9 is 1, not 1.0000000000000004.
    private static double? Round(double? difference) => difference is { } d ? Math.Round(d, 9) : null;

    private static double? Percent(DataPoint point) => point switch
    {
        { Unit: "%", Value: { } percent } => percent,
        { Unit: "patients", Value: { } count, Of: { } of } when of > 0 => 100 * count / of,
        { Value: 0, Outcome: "none" } => 0,
        _ => null,
    };

    private static double? Days(DataPoint point) => point switch
    {
        { Unit: "days", Value: { } days } => days,
        { Unit: "weeks", Value: { } weeks } => 7 * weeks,
        { Unit: "years", Value: { } years } => 12 * 30.4375 * years,
        { Unit: "months", Value: { } months } => 30.4375 * months,
        _ => null,
    };
}
