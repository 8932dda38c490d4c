using System.Collections.Frozen;
using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Endpoints;

/// <summary>
/// Reads differences that a comparative states: "a 46% lower risk of relapse compared with placebo", "urine albumin was 55% lower
/// in those taking zelimab than in those taking placebo", "walked 31 meters farther than patients on placebo".
/// </summary>
internal static class ComparativeReader
{
    private const int Reach = 22;

    private static readonly FrozenSet<string> Comparatives =
        "lower higher greater fewer longer shorter better farther further faster slower smaller larger more less".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The differences of a sentence; marks their values as used.</summary>
    public static IEnumerable<DataPoint> Read(Passage passage)
    {
        var text = passage.Text;
        foreach (var value in passage.Free.Where(q => !q.IsRange && !q.IsAttribute && q.Kind is QuantityKind.Percent or QuantityKind.Measured && q.Precision is Precision.Exact or Precision.About).ToList())
        {
            var word = value.Last + 1;
            if (value.IsRange || value.IsAttribute || !passage.IsFree(value) || !Comparatives.Contains(text.Span(word).ToString()) || !IsCompared(passage, word) || Term(passage, value, word) is not { Length: > 5 } term)
                continue;
            passage.Take(value);
            yield return passage.Draft(Measure.Endpoint, value) with { Term = term, Arm = "difference", Population = null, Confidence = 0.82 };
        }
    }

    // "… than placebo", "… compared with the control group", with no figure of the control between.
    private static bool IsCompared(Passage passage, int word)
    {
        for (var i = word + 1; i < Math.Min(passage.Text.Count, word + Reach); i++)
        {
            if (passage.IsBreak(i) || passage.Text.Is(i, '.') || passage.Quantities.Any(q => q.First == i && q.Kind == QuantityKind.Percent))
                return false;
            if (LinkWords.IsComparison(passage.Text, i))
                return !Enumerable.Range(i + 1, 8).Any(t => passage.Text.IsAny(t, "baseline", "before", "year", "historical", "average", "population"));
        }

        return false;
    }

    // "46% lower risk of relapse": the words behind; "albumin was 55% lower": those before.
    private static string? Term(Passage passage, Quantity value, int word)
    {
        var text = passage.Text;
        var last = EndpointTerm.EndFrom(passage, word);
        if (last > word && !text.IsAny(word + 1, "in", "with", "for", "on", "among", "at", "than", "likely"))
        {
            var end = Enumerable.Range(word, last - word + 1).FirstOrDefault(i => text.IsAny(i, "in", "among", "for", "than") || LinkWords.IsVerb(text.Span(i)), last + 1);
            return EndpointTerm.Write(text, word, end - 1);
        }

        if (text.Is(value.First - 1, "walked"))
            return EndpointTerm.Write(text, value.First - 1, value.First - 1) + " " + text.Span(word).ToString().ToLowerInvariant();
        if (!text.IsAny(value.First - 1, "was", "were"))
            return null;
        var first = EndpointTerm.StartBefore(passage, value.First - 2, 6);
        return first < value.First - 1 ? $"{text.Span(word).ToString().ToLowerInvariant()} {EndpointTerm.Write(text, first, value.First - 2)}" : null;
    }
}
