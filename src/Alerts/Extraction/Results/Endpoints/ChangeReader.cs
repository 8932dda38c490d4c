using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Endpoints;

/// <summary>
/// Reads changes: "a 4.4% reduction in weight", "mean fat volume reduction of 22.4%", "Mean change from baseline in MADRS was
/// -23 points", "fluctuations in attention which declined by 91%". The value is as written.
/// </summary>
internal static class ChangeReader
{
    /// <summary>The changes of a sentence; marks their values as used.</summary>
    public static IEnumerable<DataPoint> Read(Passage passage)
    {
        var last = passage.LastEndpoint;
        foreach (var value in passage.Free.Where(IsChange).ToList())
        {
            if (!passage.IsFree(value) || ChangeTerm.Of(passage, value) is not { Text.Length: > 3 } term || IsHazard(passage, term.Text))
                continue;
            // "fell 24% with zelimab while it rose 5% with placebo"
            if (term.Text.EndsWith(" in it", StringComparison.Ordinal) && last?.IndexOf(" in ", StringComparison.Ordinal) is > 0 and var at)
                term = term with { Text = term.Text[..^6] + last[at..] };
            // "…, a placebo-corrected difference of 53%": of what was named before
            var isDifference = term.Text.Contains("difference", StringComparison.Ordinal) && !term.Text.Contains(" in ", StringComparison.Ordinal);
            if (isDifference && last is null && term.Text == "difference")
            {
                passage.Take(value);
                continue;
            }

            if (isDifference && last is not null)
                term = new ChangeTerm(last, term.Last);
            // "…, and at week 52 the average improvement was 74%": in what was named before
            if (term.Text != "difference" && !term.Text.Contains(' ', StringComparison.Ordinal))
            {
                if (last?.StartsWith(term.Text + " in ", StringComparison.Ordinal) != true)
                    continue;
                term = new ChangeTerm(last, term.Last);
            }

            passage.Take(value);
            last = term.Text;
            var result = Point(passage, value, term.Text);
            if (isDifference)
            {
                yield return result with { Arm = "difference" };
                continue;
            }

            // "+2.2 letters; -13 µm in injection-free patients" goes on without an arm, all else needs one.
            var joined = Joined(passage, value, term.Text).ToList();
            foreach (var side in ComparedRates.Behind(passage, value, term))
                yield return side;
            if (joined.Count > 0)
                yield return result;
            foreach (var (_, point) in joined.SkipLast(1))
                yield return point;
            // "12% with 120 mg and 10% with 60 mg, compared with 2% for placebo": the control stands behind the last.
            foreach (var point in joined.Count > 0 ? Comparisons.With(passage, joined[^1].Point, joined[^1].Value, joined[^1].Value.End) : Comparisons.With(passage, result, value, Math.Max(value.End, term.Last)))
                yield return point;
        }
    }

    private static bool IsChange(Quantity q) =>
        !q.IsRange && !q.IsAttribute && !q.IsNotReached && q.Precision != Precision.AtLeast
        && (q.Kind is QuantityKind.Percent or QuantityKind.Measured or QuantityKind.Ratio or QuantityKind.Plain or QuantityKind.Time);

    // "reduced the risk of death by 42% (HR 0.58)" tells the hazard ratio twice.
    private static bool IsHazard(Passage passage, string term) => term.Contains("risk of", StringComparison.Ordinal) && passage.Anchors.Any(a => a.Rule is TimeToEvent.HazardRatio);

    private static bool IsRisk(string term) => term.StartsWith("reduction in risk", StringComparison.Ordinal) || term.StartsWith("reduction in the risk", StringComparison.Ordinal) || term.StartsWith("risk reduction", StringComparison.Ordinal) || term.StartsWith("relative risk", StringComparison.Ordinal);

    private static DataPoint Point(Passage passage, Quantity value, string term)
    {
        var point = passage.Draft(Measure.Endpoint, value);
        // A risk is reduced against somebody else's.
        var isDifference = EndpointContext.IsDifference(passage, value) || IsRisk(term) || term.Contains("difference from placebo", StringComparison.Ordinal)
            || (term.StartsWith("difference in", StringComparison.Ordinal) && passage.Text.Has(passage.ClauseStart(value.First), value.First, "between"));
        return point with
        {
            Term = term,
            Unit = value.Kind == QuantityKind.Plain ? ScoreUnits.Of(term) : point.Unit,
            Arm = isDifference ? "difference" : point.Arm,
            Confidence = value.Kind == QuantityKind.Plain ? 0.75 : 0.88,
        };
    }

    // "of -11 µm; -13 µm in injection-free patients", "of -73% in MUIR and -86% in SHASTA-2"
    private static IEnumerable<(Quantity Value, DataPoint Point)> Joined(Passage passage, Quantity value, string term)
    {
        var text = passage.Text;
        var previous = value;
        foreach (var next in passage.Quantities.Where(q => q.First > value.End && q.Kind == value.Kind && q.Unit == value.Unit && !q.IsRange).ToList())
        {
            if (next.First - previous.End > 14 || !passage.IsFree(next) || !(text.IsAny(next.First - 1, "and") || text.Is(next.First - 1, ';')) || ChangeTerm.NounBehind(passage, next) is not null)
                yield break;
            for (var i = previous.End + 1; i < next.First - 1; i++)
            {
                if (LinkWords.IsComparison(text, i) || text.Is(i, ';'))
                    yield break;
            }

            if (text.Has(next.End + 1, text.Count, "respectively"))
                yield break;
            passage.Take(next);
            previous = next;
            yield return (next, Point(passage, next, term) with { Confidence = 0.8 });
        }
    }
}
