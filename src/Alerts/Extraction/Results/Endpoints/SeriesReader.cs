using System.Collections.Frozen;
using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Endpoints;

/// <summary>
/// Reads the course of a score: "Pain NRS: improved from 6.63 ± 0.80 at baseline to 4.38 ± 0.96 at week 1 (p=0.004), 2.38 ± 1.15 at
/// week 4, and 3.60 at week 6". The baseline value is no result.
/// </summary>
internal static class SeriesReader
{
    private static readonly FrozenSet<string> Verbs =
        "improved reduced decreased increased declined changed rose fell dropped lowered went worsened".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The values of a sentence that follow a baseline; marks them as used.</summary>
    public static IEnumerable<DataPoint> Read(Passage passage)
    {
        var text = passage.Text;
        for (var i = 1; i < text.Count; i++)
        {
            if (!text.Is(i, "from") || BaselineAt(passage, i) is not { } baseline || passage.Quantities.FirstOrDefault(q => q.First > baseline.End && IsAfterTo(text, q)) is not { } first || first.First - baseline.End > 12 || first.Kind != baseline.Kind)
                continue;
            var term = TermBefore(passage, i);
            if (term is null)
                continue;
            passage.Take(baseline);
            foreach (var value in Values(passage, first))
            {
                passage.Take(value);
                var point = passage.Draft(Measure.Endpoint, value);
                yield return point with { Term = term, Unit = value.Kind == QuantityKind.Plain ? ScoreUnits.Of(term) : point.Unit, At = TimePointBehind(passage, value) ?? point.At, Confidence = 0.9 };
            }
        }
    }

    private static Quantity? BaselineAt(Passage passage, int from)
    {
        var at = from + 1;
        while (passage.Text.IsAny(at, "a", "an", "mean", "median", "the", "baseline", "of", "average"))
            at++;
        return passage.Free.FirstOrDefault(q => q.First == at && q.Kind is QuantityKind.Plain or QuantityKind.Measured or QuantityKind.Percent && q.First == at);
    }

    private static bool IsAfterTo(TokenizedText text, Quantity value)
    {
        var i = value.First - 1;
        while (text.IsAny(i, "a", "mean", "median", "approximately", "about"))
            i--;
        return text.Is(i, "to");
    }

    // The values that follow in a list, each with its time point.
    private static IEnumerable<Quantity> Values(Passage passage, Quantity first)
    {
        yield return first;
        var previous = first;
        foreach (var next in passage.Quantities.Where(q => q.First > first.End && q.Kind == first.Kind && q.Unit == first.Unit).ToList())
        {
            if (next.First - previous.End > 18 || TimePointBehind(passage, next) is null || passage.IsBreak(next.First - 1) || passage.Text.IsAny(next.First - 1, "from", "than"))
                yield break;
            yield return next;
            previous = next;
        }
    }

    private static string? TimePointBehind(Passage passage, Quantity value)
    {
        var text = passage.Text;
        for (var i = value.Last + 1; i < value.Last + 7; i++)
        {
            if (text.IsAny(i, "week", "weeks", "month", "day", "year") && text[i + 1].IsNumber)
                return text.Slice(i, i + 1).ToLowerInvariant();
            if (text[i].IsNumber && Units.IsTime(text.Span(i + 1), out _) && text.IsAny(i - 1, "at", "after"))
                return text.Slice(i, i + 1).ToLowerInvariant();
            if (text.Is(i, ',') || text.Is(i, ';'))
                return null;
        }

        return null;
    }

    // "Investigator Global Assessment (IGA): improved from", "mean HbA1c decreased from"
    private static string? TermBefore(Passage passage, int from)
    {
        var text = passage.Text;
        var last = from - 1;
        var isMoved = false;
        while (last >= 0 && (Verbs.Contains(text.Span(last).ToString()) || text.IsAny(last, "significantly", "was", "were", "has", "have", "also", "by", "statistically") || text.Is(last, ':')))
        {
            isMoved |= Verbs.Contains(text.Span(last).ToString());
            last--;
        }

        if (!isMoved || last < 0)
            return null;
        var first = text.Is(last + 1, ':') ? passage.ClauseStart(last) : EndpointTerm.StartBefore(passage, last, 8);
        var term = EndpointTerm.Write(text, first, last);
        return term.Length is < 3 or > 120 ? null : term;
    }
}
