using System.Collections.Frozen;
using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Endpoints;

/// <summary>Reads outcomes with the share of patients behind: "clinical remission achieved in 33% of PL8177-treated patients", "a seroconversion rate of 95%".</summary>
internal static class OutcomeRateReader
{
    private static readonly FrozenSet<string> Outcomes =
        "response responses remission clearance resolution improvement seroconversion cure healing normalization success freedom suppression negativity stabilization engraftment independence eradication relapse recurrence survival control retention".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The outcome rates of a sentence; marks their values as used.</summary>
    public static IEnumerable<DataPoint> Read(Passage passage)
    {
        var text = passage.Text;
        foreach (var value in passage.Free.Where(q => q.Kind is QuantityKind.Percent or QuantityKind.Share && !q.IsRange && !q.IsAttribute && q.Precision is Precision.Exact or Precision.About).Where(q => q.Kind is QuantityKind.Percent or QuantityKind.Share).ToList())
        {
            var head = HeadBefore(text, value.First);
            if (head < 0 || !passage.IsFree(value))
                continue;
            var first = EndpointTerm.StartBefore(passage, head, 5);
            var term = EndpointTerm.Write(text, first, head);
            if (first > head || term.Length < 8 || IsBareWord(text, first, head))
                continue;
            passage.Take(value);
            yield return passage.Draft(Measure.Endpoint, value) with { Term = term, Assessor = Assessors.At(passage, value.First, value.Last), Confidence = 0.88 };
            foreach (var further in Comparisons.Behind(passage, value, value.End, term))
                yield return further;
        }
    }

    // "clinical response in 78%", "remission was achieved in 33%", "relapse rate of 12%"
    private static int HeadBefore(TokenizedText text, int value)
    {
        var i = value - 1;
        while (text.IsAny(i, "in", "of", "was", "were", "at", "approximately", "about", "nearly", "achieved", "observed", "demonstrated", "seen", "reported", "noted", "maintained", "by", "for", "is", "rate", "rates", "~"))
            i--;
        if (i == value - 1)
            return -1;
        if (text.Is(i, ')') && EndpointTerm.IsAbbreviation(text, i - 2))
            return Outcomes.Contains(text.Span(i - 3).ToString()) ? i : -1;
        return i >= 0 && Outcomes.Contains(text.Span(i).ToString()) ? i : -1;
    }

    // One word says too little: "response in 12%".
    private static bool IsBareWord(TokenizedText text, int first, int last) => first == last && !text.IsAny(first, "seroconversion", "remission", "relapse", "recurrence");
}
