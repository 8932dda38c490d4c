using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Endpoints;

/// <summary>
/// Reads further figures of one endpoint: the control's ("… compared to 27.5% in the placebo group"), another arm's ("… and 19% in
/// the 300 mg arm"), "58% and 33% for zelimab and placebo, respectively". They are data points only where the arm is named;
/// projections and historical figures are none.
/// </summary>
internal static class Comparisons
{
    private const int Reach = 26;

    /// <summary>A result and the figures of other arms behind it; all are marked as used.</summary>
    /// <param name="passage">The sentence.</param>
    /// <param name="point">The result.</param>
    /// <param name="value">Its value.</param>
    /// <param name="from">The last token of its term.</param>
    public static IEnumerable<DataPoint> With(Passage passage, DataPoint point, Quantity value, int from)
    {
        var others = Others(passage, value, from);
        IReadOnlyList<string> arms = others.Count > 0 ? Respective.Behind(passage, others[^1].Value) : [];
        if (others.Count > 0 && arms.Count != others.Count + 1 && ArmsBefore.Of(passage, [value, .. others.Select(o => o.Value)]) is { Count: > 0 } before)
            arms = before;
        // The p-value behind a compared figure is of the comparison.
        if (point.PValue is null && others.Find(o => o.IsCompared && o.Value.PValue is not null && !IsLabelledDifference(passage, o.Value)).Value is { } compared)
            point = point with { PValue = compared.PValue };
        yield return arms.Count == others.Count + 1 ? point with { Arm = arms[0] } : point;
        for (var i = 0; i < others.Count; i++)
        {
            var (other, isCompared) = others[i];
            var arm = arms.Count == others.Count + 1 ? arms[i + 1] : IsLabelledDifference(passage, other) ? "difference" : Arms.At(passage, other.First, other.Last) ?? (isCompared && i == others.Count - 1 && EndsStatement(passage, other) ? Controls.Of(passage) : null);
            // "27% at month 15 and 25% at month 24": the same arm later.
            if (arm is null && !isCompared && TimePoints.Behind(passage, other.Last) is { } later)
            {
                yield return passage.Draft(Measure.Endpoint, other) with { Term = point.Term, Unit = point.Unit, UnitText = point.UnitText, Arm = point.Arm, At = later, Population = point.Population, Confidence = point.Confidence - 0.05 };
                continue;
            }

            if (arm is null || IsNoArm(passage, other))
                continue;
            var draft = passage.Draft(Measure.Endpoint, other);
            yield return draft with { Term = ChangeTerm.Redirect(point.Term, passage.Text, other.First, other.End + 1), Unit = point.Unit, UnitText = point.UnitText, Arm = arm, PValue = isCompared && arm != "difference" ? null : draft.PValue, At = draft.At ?? point.At, Population = null, Confidence = point.Confidence - 0.05 };
        }
    }

    private static List<(Quantity Value, bool IsCompared)> Others(Passage passage, Quantity value, int from)
    {
        var found = new List<(Quantity, bool)>();
        var previous = value.End;
        var start = Math.Max(value.End, from);
        var isCompared = false;
        foreach (var next in passage.Quantities.Where(q => q.First > value.End && IsSameUnit(passage, value, q) && !q.IsRange && !q.IsAttribute && (q.Precision != Precision.AtLeast || passage.Text.Is(q.First - 1, "than"))).ToList())
        {
            var isJoined = false;
            if (next.First <= from || IsBaseline(passage.Text, next))
                continue;
            if (next.First - Math.Max(previous, from) > Reach || !passage.IsFree(next) || RatioReader.IsRatio(passage.Text, next))
                break;
            for (var i = Math.Max(previous, start) + 1; i < next.First; i++)
            {
                if (passage.IsBreak(i))
                    return found;
                isCompared |= LinkWords.IsComparison(passage.Text, i);
                isJoined |= passage.Text.Is(i, "and") || passage.Text.Is(i, ',') || passage.Text.Is(i, ';');
            }

            if (!isCompared && !(isJoined && !StartsStatement(passage, next) && (HasArm(passage, value, next) || TimePoints.Behind(passage, next.Last) is not null)))
                break;
            // "… and 15.3% on placebo, a 38% reduction in risk": told in other words.
            if (ChangeTerm.NounBehind(passage, next) is not null && ChangeTerm.NounBehind(passage, value) is null)
                break;
            passage.Take(next);
            found.Add((next, isCompared));
            previous = next.End;
            start = next.End;
        }

        return found;
    }

    // "-2.9 mL/min for zelimab compared to -6.1 for placebo": the unit need not be said twice.
    private static bool IsSameUnit(Passage passage, Quantity value, Quantity next) =>
        next.Kind == value.Kind && next.Unit == value.Unit
        || value.Kind == QuantityKind.Measured && next.Kind == QuantityKind.Plain && !next.IsAttribute && (LinkWords.IsComparison(passage.Text, next.First - 1) || LinkWords.IsComparison(passage.Text, next.First - 2)) && Arms.Behind(passage, next.Last) is not null;

    /// <summary>True where a comparison behind a value states the control's figure without its unit.</summary>
    public static bool HasBareControl(Passage passage, Quantity value) => value.Kind == QuantityKind.Measured && passage.Quantities.Any(q => q.First > value.End && q.Kind == QuantityKind.Plain && q.First - value.End < Reach && IsSameUnit(passage, value, q));

    // "-5.1 vs. -1.7 (p=0.018).": nothing behind says whose the second is.
    private static bool EndsStatement(Passage passage, Quantity value) =>
        value.End + 1 >= passage.Text.Count || passage.Text.Is(value.End + 1, '.') || passage.Text.Is(value.End + 1, ')') || passage.IsBreak(value.End + 1);

    // "by 1.8 points from a baseline of 8.2%, compared to …": where they began.
    private static bool IsBaseline(TokenizedText text, Quantity value) =>
        text.IsAny(value.First - 1, "of", "at") && text.Is(value.First - 2, "baseline") && text.IsAny(value.First - 3, "a", "mean", "the", "average", "median");

    // "… and 57% were injection-free"
    private static bool StartsStatement(Passage passage, Quantity value)
    {
        for (var i = value.End + 1; i < value.End + 10 && i < passage.Text.Count && !passage.Text.Is(i, ',') && !passage.Text.Is(i, "and"); i++)
        {
            if (passage.Text.IsAny(i, "were", "was", "had", "achieved", "required", "remained", "reported", "experienced", "discontinued", "completed"))
                return true;
        }

        return false;
    }

    // "… and 19% in the 300 mg arm": joined values count with an arm of their own, or a list of arms at the end.
    private static bool HasArm(Passage passage, Quantity first, Quantity next) =>
        Arms.Behind(passage, next.Last) is not null || Arms.Label(passage, next.First) is not null || IsLabelledDifference(passage, next) || Respective.Behind(passage, next).Count > 0 || ArmsBefore.Of(passage, [first, next]).Count > 0;

    // "(zelimab: -5.2 points; placebo: -5.9 points; difference 0.7 points)", "…, a difference of 19.3 percentage points"
    private static bool IsLabelledDifference(Passage passage, Quantity value)
    {
        var text = passage.Text;
        var i = text.IsAny(value.First - 1, "of", "was") || text.Is(value.First - 1, ':') ? value.First - 2 : value.First - 1;
        // "a placebo-adjusted reduction of 39.7%"
        if (ChangeTerm.IsNoun(text, i) && text.IsAny(i - 1, "adjusted", "corrected", "subtracted") && text.Is(i - 2, '-'))
            return true;
        // "a difference between groups of -5.8", "LS mean diff: -0.53"
        if (text.IsAny(i, "groups", "arms") && text.Is(i - 1, "between"))
            i -= 2;
        if (!text.IsAny(i, "difference", "diff"))
            return false;
        while (text.IsAny(i - 1, "treatment", "mean", "a", "an", "absolute", "adjusted", "the", "LS", "for", "least", "squares"))
            i--;
        return text.Is(i - 1, ';') || text.Is(i - 1, ',') || text.Is(i - 1, '(');
    }

    private static bool IsNoArm(Passage passage, Quantity quantity)
    {
        for (var i = quantity.Last + 1; i < quantity.Last + 6; i++)
        {
            if (passage.Text.IsAny(i, "projected", "expected", "historical", "historically", "published", "baseline"))
                return true;
        }

        return false;
    }
}
