using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results;

/// <summary>
/// Makes one data point of the statements of one result: headline, bullets, quotation. The most complete one gives the
/// quote and lends what only the others say. "Nearly 60%" beside an exact 58% is dropped.
/// </summary>
internal static class Restatements
{
    /// <summary>How far a rounded statement may be from the exact one, in points or as a share.</summary>
    private const double Rounding = 0.05;

    /// <summary>More results with one figure are no restatements but a list; keeps the work linear.</summary>
    private const int MostAlike = 40;

    /// <summary>The data points with each result once, in the order of first statement.</summary>
    public static IReadOnlyList<DataPoint> Merge(IEnumerable<DataPoint> points)
    {
        var merged = new List<DataPoint>();
        var byKey = new Dictionary<(Measure, double), List<int>>();
        foreach (var point in points)
        {
            var index = Keys(point).SelectMany(k => byKey.TryGetValue(k, out var at) ? at : []).FirstOrDefault(i => IsSame(merged[i], point), -1);
            if (index < 0)
            {
                index = merged.Count;
                merged.Add(point);
            }
            else
            {
                merged[index] = Combine(merged[index], point);
            }

            foreach (var key in Keys(point))
            {
                if (!byKey.TryGetValue(key, out var at))
                    byKey[key] = at = [];
                if (at.Count < MostAlike && !at.Contains(index))
                    at.Add(index);
            }
        }

        return WithoutRounded(merged);
    }

    // The figures under which a result may be stated again: its own, the percentage that a share comes to, or none.
    private static IEnumerable<(Measure, double)> Keys(DataPoint point)
    {
        if (point.Value is not { } value || point.Outcome == "none")
        {
            yield return (point.Measure, double.MinValue);
            if (point.Value is null)
                yield break;
            value = point.Value.Value;
        }

        yield return (point.Measure, value);
        if (point is { Unit: "patients", Of: > 0 and { } of })
        {
            var percent = 100 * value / of;
            for (var near = Math.Floor(percent) - 1; near <= percent + 1; near++)
                yield return (point.Measure, 1e9 + near);
        }
        else if (point.Unit == "%")
        {
            yield return (point.Measure, 1e9 + Math.Floor(value));
        }
    }

    private static List<DataPoint> WithoutRounded(List<DataPoint> points)
    {
        var rounded = points.Where(IsRounded).ToList();
        if (rounded.Count is 0 or > MostAlike)
            return points;
        var dropped = rounded.Where(r => points.Exists(exact => !ReferenceEquals(r, exact) && IsRoundingOf(r, exact) && !rounded.Contains(exact))).ToHashSet(ReferenceEqualityComparer.Instance);
        points.RemoveAll(dropped.Contains);
        return points;
    }

    // "Nearly 60%" in the quote
    private static bool IsRounded(DataPoint point) =>
        point.Value is not null && QuantityReader.Read(Tokenizer.Read(point.Quote)).Find(q => q.Value == point.Value) is { Precision: Precision.About };

    private static bool IsRoundingOf(DataPoint rounded, DataPoint exact) =>
        rounded.Measure == exact.Measure && rounded.Unit == exact.Unit && rounded.Value != exact.Value && Agree(rounded.Program, exact.Program) && Terms.Agree(rounded.Term, exact.Term) && SameGrade(rounded, exact)
        && rounded.Value is { } a && exact.Value is { } b && Math.Abs(a - b) <= Math.Max(Math.Abs(b) * Rounding, 0.5);

    private static bool IsSame(DataPoint a, DataPoint b) =>
        a.Measure == b.Measure && SameValue(a, b) && Agree(a.Program, b.Program) && Agree(a.Trial, b.Trial) && Agree(a.Outcome, b.Outcome) && Agree(a.Assessor, b.Assessor)
        && SameGrade(a, b) && Agree(a.CiLow, b.CiLow) && Agree(a.CiHigh, b.CiHigh) && (Terms.Agree(a.Term, b.Term) || IsDistinctive(a) && Terms.Share(a.Term!, b.Term!)) && ArmsAgree(a, b) && AgreeAt(a, b) && Agree(a.N, b.N) && (Planned(a) == Planned(b) || a.Measure == Measure.Enrollment);

    private static bool SameValue(DataPoint a, DataPoint b)
    {
        if (a.Outcome == "none" && b.Outcome == "none" && a.Measure == Measure.Dlt)
            return a.Value is null || b.Value is null || (a.Value == b.Value && a.Unit == b.Unit);
        if (a.Value == b.Value && (a.Unit == b.Unit || a.Value is null))
            return a.Of is null || b.Of is null || a.Of == b.Of;
        // "45% … five out of 11 evaluable patients": one result, told twice.
        return SamePercentage(a, b) || SamePercentage(b, a);
    }

    private static bool SamePercentage(DataPoint percent, DataPoint share) =>
        percent.Unit == "%" && share is { Unit: "patients", Value: { } count, Of: { } of } && of > 0 && percent.Value is { } value
        && percent.Count is null && Math.Abs((100 * count / of) - value) < 0.6;

    // 166.6 mL of one drug is hardly two results, however it is worded.
    private static bool IsDistinctive(DataPoint point) => point.Measure == Measure.Endpoint && point.Value is { } value && !double.IsInteger(value) && Math.Abs(value) >= 10;

    private static bool SameGrade(DataPoint a, DataPoint b) => a.Measure != Measure.Ae || (a.Grade ?? "any") == (b.Grade ?? "any");

    private static bool AgreeAt(DataPoint a, DataPoint b) => a.Measure is not (Measure.Endpoint or Measure.Pfs or Measure.Os or Measure.Dor) || a.At is null || b.At is null || TimePoints.Same(a.At, b.At);

    private static bool ArmsAgree(DataPoint a, DataPoint b) => a.Arm is null || b.Arm is null || Terms.Agree(a.Arm, b.Arm);

    private static bool Planned(DataPoint point) => point.Population == "planned";

    private static bool Agree<T>(T? a, T? b) => a is null || b is null || a.Equals(b);

    private static bool Agree(double? a, double? b) => a is null || b is null || a == b;

    private static DataPoint Combine(DataPoint a, DataPoint b)
    {
        var (full, other) = Completeness(b) > Completeness(a) ? (b, a) : (a, b);
        var isShareOnly = full.Unit == "patients" && other.Unit == "%";
        if (isShareOnly)
            (full, other) = (other, full);
        return full with
        {
            Trial = full.Trial ?? other.Trial,
            Phase = full.Phase ?? other.Phase,
            Program = full.Program ?? other.Program,
            Count = full.Count ?? other.Count ?? (full.Unit == "%" && other is { Unit: "patients", Of: not null } ? other.Value : null),
            Of = full.Of ?? other.Of,
            N = full.N ?? other.N,
            Arm = full.Arm ?? other.Arm,
            Population = full.Population ?? other.Population,
            Assessor = full.Assessor ?? other.Assessor,
            PValue = full.PValue ?? other.PValue,
            At = full.At ?? other.At,
            AsOf = full.AsOf ?? other.AsOf,
            Term = full.Term ?? other.Term,
            Confidence = Math.Max(full.Confidence, other.Confidence),
        };
    }

    // A heading names least; of sentences the one that says most.
    private static int Completeness(DataPoint p) =>
        Filled(p.CiLow) + Filled(p.CiHigh) + Filled(p.PValue) + Filled(p.Of) + Filled(p.N) + Filled(p.Assessor) + Filled(p.Arm) + Filled(p.Value) + (p.Outcome is not null && p.Value is not null ? 2 : 0);

    private static int Filled(object? value) => value is null ? 0 : 1;
}
