using System.Globalization;
using Alerts.History;
using Alerts.Records;

namespace Alerts.Delivery.Wording;

/// <summary>Clinical results in words: "ORR 32.4%", "DOR 5.9 months → 6.9 months".</summary>
internal static class DataWording
{
    public static ChangeText Of(Change change, DataPoint point)
    {
        var label = Label(change, point);
        var was = change.Before is DataPoint before ? Value(before) : null;
        var now = change.After is DataPoint after ? Value(after) : null;
        return new(ChangeWording.Name(change), Clause(change.Word, label, point, was, now), was, now, Size(change, point), Details(change, point))
        {
            Short = was is null ? null : $"{label} {RecordCode.Of(change.Word)}",
        };
    }

    // The history's own name for it, without the trial, which stands in front, and the assessor, who stands in the details.
    private static string Label(Change change, DataPoint point) => PlainText.Line(
        SubjectText.Of(change with { Program = null, Trial = null }, point with { Phase = null, Assessor = null }), 100);

    private static string Clause(ChangeWord word, string label, DataPoint point, string? was, string? now) => (word, point) switch
    {
        (ChangeWord.New, { Measure: Measure.PrimaryEndpoint, Outcome: "not_met" }) => $"{label} missed",
        (ChangeWord.Revised or ChangeWord.Corrected, _) when was is not null && now is not null => $"{label} {was} → {now}",
        (ChangeWord.Withdrawn, _) => $"{label} withdrawn",
        _ => now is null ? label : $"{label} {now}",
    };

    // The value alone: interval and numbers stand in the details.
    private static string? Value(DataPoint point)
    {
        if (point is { Value: null, Outcome: null })
            return null;
        var value = PlainText.Line(ValueText.Of(point with { CiLow = null, CiHigh = null, Count = null, Of = null, N = null, PValue = null, AsOf = null }), 40);
        return point switch
        {
            // The value is the dose that it was seen at.
            { Measure: Measure.Dlt, Outcome: null } => "at " + value,
            { Unit: "patients", Of: { } of } => value.Replace(" patients", $" of {of.ToString(CultureInfo.InvariantCulture)} patients", StringComparison.Ordinal),
            _ => value,
        };
    }

    private static string? Size(Change change, DataPoint point)
    {
        if (change.By is not { } by || by == 0 || change.Before is null)
            return null;
        var size = Signed.Number(by) + point.Unit switch
        {
            "%" => Math.Abs(by) == 1 ? " point" : " points",
            "HR" or "ratio" or "score" or null => "",
            var unit => " " + PlainText.Line(unit, 12),
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
        if (point is not { CiLow: null, CiHigh: null })
            parts.Add(Interval(point));
        if (point is { Count: { } count, Of: { } of })
            parts.Add($"{Number(count)} of {Number(of)}");
        if (point.N is { } n)
            parts.Add("n=" + Number(n));
        if (point.PValue is { } p)
            parts.Add("p=" + p.ToString("0.######", CultureInfo.InvariantCulture));
        if (point.Assessor is { } assessor)
            parts.Add("by " + PlainText.Line(assessor, 30));
        if (point.AsOf is { } cutoff)
            parts.Add("data cutoff " + WindowText.Day(cutoff));
        return parts.Count == 0 ? null : string.Join(" · ", parts);
    }

    private static string Interval(DataPoint point)
    {
        var level = point.CiLevel is { } percent ? Number(percent) + "% CI " : "CI ";
        return level + (point.CiLow is { } low ? Number(low) : "not reached") + " to " + (point.CiHigh is { } high ? Number(high) : "not reached");
    }

    private static string Number(double value) => value.ToString("#,0.####", CultureInfo.InvariantCulture);
}
