using System.Globalization;
using Alerts.Records;

namespace Alerts.Delivery.Wording;

/// <summary>Clinical results in words: "ORR 32.4%", "median DOR 5.9 → 6.9 months".</summary>
internal static class DataWording
{
    public static ChangeText Of(Change change)
    {
        var before = change.Before as DataPoint;
        var after = change.After as DataPoint;
        var point = after ?? before;
        if (point is null)
            return new(ChangeWording.Name(change), $"{MeasureWording.OfCode(change.Code)} {RecordCode.Of(change.Word)}", null, null, null, null);
        var label = MeasureWording.Of(point) + ChangeWording.InParentheses(point.Arm, point.Population);
        var was = before is null ? null : Value(before);
        var now = after is null ? null : Value(after);
        return new(ChangeWording.Name(change), Clause(change.Word, label, point, was, now), was, now, Size(change, point), Details(change, point))
        {
            Short = was is null ? null : $"{label} {RecordCode.Of(change.Word)}",
        };
    }

    private static string Clause(ChangeWord word, string label, DataPoint point, string? was, string? now) => (word, point.Measure) switch
    {
        (ChangeWord.New, Measure.PrimaryEndpoint) => point.Outcome == "not_met" ? "primary endpoint missed" : $"primary endpoint {now}",
        (ChangeWord.Revised or ChangeWord.Corrected, _) when was is not null && now is not null => $"{label} {was} → {now}",
        (ChangeWord.Withdrawn, _) => $"{label} withdrawn",
        _ => now is null ? label : $"{label} {now}",
    };

    /// <summary>The value with its unit, or the outcome.</summary>
    internal static string? Value(DataPoint point) => point.Outcome switch
    {
        // The value is a dose: the one it was seen at, or the highest one free of it.
        _ when point is { Measure: Measure.Dlt, Value: { } dose } => (point.Outcome == "none" ? "up to " : "at ") + Quantity(dose, point),
        "met" => "met",
        "not_met" => "not met",
        "not_reached" => "not reached",
        "none" => "none",
        _ when point.Value is not { } => null,
        _ => Quantity(point.Value.Value, point),
    };

    private static string Quantity(double value, DataPoint point) => point.Unit switch
    {
        "%" => Figures.Number(value) + "%",
        "HR" => "HR " + Figures.Number(value),
        "patients" when point.Of is { } of => $"{Figures.Number(value)} of {Figures.Number(of)} patients",
        "lines" => Figures.Number(value) + " lines",
        "ratio" or "score" or null => Figures.Number(value),
        var unit => $"{Figures.Number(value)} {PlainText.Line(unit, 12)}",
    };

    private static string? Size(Change change, DataPoint point)
    {
        if (change.By is not { } by || by == 0 || change.Before is null)
            return null;
        var size = point.Unit switch
        {
            "%" => Figures.Signed(by) + (Math.Abs(by) == 1 ? " point" : " points"),
            "HR" or "ratio" or "score" or null => Figures.Signed(by),
            var unit => $"{Figures.Signed(by)} {PlainText.Line(unit, 12)}",
        };
        return change.IntervalsOverlap switch
        {
            true => size + "; the intervals overlap",
            false => size + "; the intervals do not overlap",
            null => size,
        };
    }

    private static string? Details(Change change, DataPoint point)
    {
        var parts = new List<string>();
        if (change.Trial is not null && change.Program is { } program)
            parts.Add(PlainText.Line(program, 80));
        if (point.Phase is { } phase)
            parts.Add("phase " + PlainText.Line(phase, 8));
        if (Interval(point) is { } interval)
            parts.Add(interval);
        if (point is { Count: { } count, Of: { } of })
            parts.Add($"{Figures.Number(count)} of {Figures.Number(of)}");
        if (point.N is { } n)
            parts.Add("n=" + Figures.Number(n));
        if (point.PValue is { } p)
            parts.Add("p=" + p.ToString("0.######", CultureInfo.InvariantCulture));
        if (point.Assessor is { } assessor)
            parts.Add("by " + PlainText.Line(assessor, 30));
        if (point.AsOf is { } cutoff)
            parts.Add("data cutoff " + WindowText.Day(cutoff));
        return parts.Count == 0 ? null : string.Join(" · ", parts);
    }

    private static string? Interval(DataPoint point)
    {
        if (point is { CiLow: null, CiHigh: null })
            return null;
        var level = point.CiLevel is { } percent ? Figures.Number(percent) + "% CI " : "CI ";
        return level + (point.CiLow is { } low ? Figures.Number(low) : "not reached") + " to " + (point.CiHigh is { } high ? Figures.Number(high) : "not reached");
    }
}
