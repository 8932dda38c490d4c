using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Endpoints;

/// <summary>Reads proportions named before their value: "the proportion of patients achieving an IGA score of 0 or 1 was 38.7%".</summary>
internal static class ProportionReader
{
    /// <summary>The proportions of a sentence; marks their values as used.</summary>
    public static IEnumerable<DataPoint> Read(Passage passage)
    {
        var text = passage.Text;
        for (var i = 0; i < text.Count; i++)
        {
            if (!text.IsAny(i, "proportion", "percentage", "share") || !text.Is(i + 1, "of"))
                continue;
            var verb = VerbAfter(text, i + 2);
            if (verb >= 0 && Bracketed(passage, verb).ToList() is { Count: > 0 } bracketed)
            {
                foreach (var point in bracketed)
                    yield return point;
                continue;
            }

            if (verb < 0 || passage.Free.FirstOrDefault(q => q.First > verb && q.Kind is QuantityKind.Percent or QuantityKind.Share && q.First > verb && q.Precision is Precision.Exact or Precision.About && IsTied(text, q)) is not { } value || value.First < verb)
                continue;
            var last = value.First - 1;
            while (last > verb && text.IsAny(last, "was", "were", "approximately", "about", "is", "nearly"))
                last--;
            var term = EndpointTerm.Write(text, verb + 1, Math.Min(last, EndpointTerm.EndFrom(passage, verb + 1)));
            if (term.Length < 3 || value.First - verb > 24)
                continue;
            foreach (var inside in passage.Quantities.Where(q => q.First > verb && q.Last < value.First))
                passage.Take(inside);
            passage.Take(value);
            var result = passage.Draft(Measure.Endpoint, value) with { Term = term, Confidence = 0.88 };
            foreach (var point in Comparisons.With(passage, result, value, value.End))
                yield return point;
        }
    }

    // "a greater proportion of patients on zelimab achieved IGA 0/1 at week 16 (38.2%) compared with placebo (12.1%)"
    private static IEnumerable<DataPoint> Bracketed(Passage passage, int verb)
    {
        var text = passage.Text;
        var open = text.IndexOf(verb + 1, Math.Min(text.Count, verb + 24), '(');
        while (open >= 0 && EndpointTerm.IsAbbreviation(text, open))
            open = text.IndexOf(open + 1, Math.Min(text.Count, verb + 24), '(');
        if (open < 0 || passage.Free.FirstOrDefault(q => q.First == open + 1 && q.Kind is QuantityKind.Percent && q.Precision is Precision.Exact or Precision.About && q.First == open + 1) is not { } value)
            yield break;
        var last = Math.Min(open - 1, EndpointTerm.EndFrom(passage, verb + 1));
        var term = EndpointTerm.Write(text, verb + 1, last);
        if (term.Length < 3 || Enumerable.Range(verb, open - verb).Any(i => LinkWords.IsComparison(text, i) && text.IsAny(i, "compared", "versus", "vs")))
            yield break;
        foreach (var inside in passage.Quantities.Where(q => q.First > verb && q.Last < open))
            passage.Take(inside);
        passage.Take(value);
        var result = passage.Draft(Measure.Endpoint, value) with { Term = term, Confidence = 0.86 };
        foreach (var point in Comparisons.With(passage, result, value, value.End))
            yield return point;
    }

    // "patients achieving", "participants with", "subjects who achieved"
    private static int VerbAfter(TokenizedText text, int start)
    {
        for (var i = start; i < start + 7 && i < text.Count; i++)
        {
            if (text.IsAny(i, "achieving", "with", "reaching", "experiencing", "attaining", "meeting", "maintaining", "achieved", "having", "had", "remaining", "showing", "reporting") && !(text.Is(i, "with") && text.IsAny(i - 1, "treated", "dosed")))
                return i;
        }

        return -1;
    }

    private static bool IsTied(TokenizedText text, Quantity value)
    {
        var i = value.First - 1;
        while (text.IsAny(i, "approximately", "about", "nearly"))
            i--;
        return text.IsAny(i, "was", "were", "is", "to");
    }
}
