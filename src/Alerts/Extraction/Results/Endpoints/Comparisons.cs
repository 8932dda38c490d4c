using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Endpoints;

/// <summary>
/// Reads the control's figure behind a result: "… compared to 27.5% in the placebo group". It is a data point only where
/// the arm is named; projections and historical figures are none.
/// </summary>
internal static class Comparisons
{
    private const int Reach = 24;

    /// <summary>The figures of other arms behind a value; all that are compared are marked as used.</summary>
    public static IEnumerable<DataPoint> Behind(Passage passage, Quantity value, int from, string term)
    {
        var text = passage.Text;
        var previous = Math.Max(value.End, from);
        var isCompared = false;
        foreach (var next in passage.Quantities.Where(q => q.First > previous && q.Kind == value.Kind && q.Unit == value.Unit && !q.IsRange).ToList())
        {
            if (next.First - previous > Reach || !passage.IsFree(next))
                yield break;
            for (var i = previous + 1; i < next.First; i++)
            {
                if (passage.IsBreak(i))
                    yield break;
                isCompared |= LinkWords.IsComparison(text, i);
            }

            if (!isCompared)
                yield break;
            passage.Take(next);
            previous = next.End;
            if (IsNoArm(passage, next) || Arms.At(passage, next.First, next.Last) is not { } arm)
                continue;
            yield return passage.Draft(Measure.Endpoint, next) with { Term = term, Arm = arm, Population = null, Confidence = 0.8 };
        }
    }

    private static bool IsNoArm(Passage passage, Quantity quantity)
    {
        for (var i = quantity.Last + 1; i < quantity.Last + 6; i++)
        {
            if (passage.Text.IsAny(i, "projected", "expected", "historical", "historically", "reported", "published", "baseline"))
                return true;
        }

        return false;
    }
}
