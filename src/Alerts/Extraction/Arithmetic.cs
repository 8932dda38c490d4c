using Alerts.Extraction.Results;
using Alerts.Records;

namespace Alerts.Extraction;

/// <summary>Checks whether the figures of a data point can be right together. What cannot is flagged, never repaired.</summary>
internal static class Arithmetic
{
    /// <summary>A percentage is rounded to whole points, and filings also cut decimals off.</summary>
    private const double RoundingPoints = 1.0;

    /// <summary>The data point with the flags it deserves.</summary>
    public static DataPoint Check(DataPoint point)
    {
        var flags = new List<string>();
        if (point is { Unit: "%", Value: { } percent, Count: { } count, Of: > 0 and { } of } && Math.Abs((100 * count / of) - Math.Abs(percent)) >= RoundingPoints)
            flags.Add("percentage differs from count/of");
        if (point is { CiLow: { } low, CiHigh: { } high } && low > high)
            flags.Add("interval is upside down");
        else if (point.Value is { } value && (value < point.CiLow || value > point.CiHigh))
            flags.Add("value outside its interval");
        if (point is { Count: { } part, Of: { } whole } && part > whole)
            flags.Add("count above its denominator");
        if (point is { Unit: "HR", PValue: < 0.05, CiLow: < 1, CiHigh: > 1 })
            flags.Add("p-value says significant, interval includes 1");
        if (point is { Unit: "HR", PValue: >= 0.05, CiLevel: null or 95, CiLow: { } from, CiHigh: { } to } && (to < 1 || from > 1))
            flags.Add("p-value says not significant, interval excludes 1");
        return flags.Count == 0 ? point : point with { Flags = flags, Confidence = Math.Min(point.Confidence, Confidences.ForReview) };
    }
}
