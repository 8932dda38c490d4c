using System.Buffers;
using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Endpoints;

/// <summary>Reads means and medians of what has no code: "Median time to symptom resolution was 5.1 days for zelimab versus 7.3 days for placebo".</summary>
internal static class MeanReader
{
    private const int Reach = 14;

    // What describes patients, or belongs to a measure that found no value.
    private static readonly SearchValues<string> NoEndpoints = SearchValues.Create(
        ["age", "follow-up", "follow up", "prior", "survival", "duration of treatment", "treatment duration", "exposure", "baseline", "dose", "cycles", "line", "enrollment", "bmi", "disease duration", "time since", "price", "cost"], StringComparison.OrdinalIgnoreCase);

    // "an average blood pressure of 151 mmHg at the start of the study": how patients came.
    private static readonly SearchValues<string> Starts = SearchValues.Create(
        ["at the start of the", "at the beginning of the", "at study entry", "at enrollment", "at the time of enrollment", "at screening", "at entry", "baseline characteristics"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The means of a sentence; marks their values as used.</summary>
    public static IEnumerable<DataPoint> Read(Passage passage)
    {
        var text = passage.Text;
        for (var i = 0; i < text.Count; i++)
        {
            // "neutralizing antibody GMTs were 1,204"
            if (text.IsAny(i, "GMT", "GMTs", "GMC", "GMCs") && text.IsAny(i + 1, "was", "were", "of") && passage.Free.FirstOrDefault(q => q.First is var at && (at == i + 2 || at == i + 3) && q.Kind is QuantityKind.Plain or QuantityKind.Measured && q.First > i) is { } titer && titer.First <= i + 3)
            {
                passage.Take(titer);
                foreach (var point in Comparisons.With(passage, passage.Draft(Measure.Endpoint, titer) with { Term = EndpointTerm.Write(text, EndpointTerm.StartBefore(passage, i, 5), i), Unit = "other", Confidence = 0.82 }, titer, titer.End))
                    yield return point;
                continue;
            }

            if (!text.IsAny(i, "mean", "median", "average") || text.Is(i + 1, "of") || text[i + 1].IsNumber)
                continue;
            var value = passage.Free.FirstOrDefault(q => q.First > i && !q.IsRange && !q.IsAttribute);
            // "Median time to recurrence was not reached"
            if (value is { IsNotReached: true } && !(text.Is(i, "median") && text.IsAny(i + 1, "time", "duration")))
                continue;
            if (value is null || value.First - i > Reach || value.Kind is QuantityKind.Patients or QuantityKind.Share or QuantityKind.Dose || !text.IsAny(value.First - 1, "was", "were", "of", "is") || value.Precision is not (Precision.Exact or Precision.About))
                continue;
            var term = EndpointTerm.Write(text, text.Is(i - 1, "geometric") ? i - 1 : i + 1, Math.Min(value.First - 2, EndpointTerm.EndFrom(passage, i + 1)));
            if (IsAtStart(passage.Sentence.Text))
                continue;
            if (term.Length < 3 || term.AsSpan().IndexOfAny(NoEndpoints) >= 0 || passage.Anchors.Any(a => a.First > i && a.First < value.First))
                continue;
            passage.Take(value);
            var draft = passage.Draft(Measure.Endpoint, value);
            if (value.IsNotReached)
            {
                yield return draft with { Term = term, Unit = null, Outcome = "not_reached", Confidence = 0.82, At = null };
                continue;
            }

            var result = draft with { Term = term, Unit = value.Kind == QuantityKind.Plain ? ScoreUnits.Of(term) : draft.Unit, Confidence = 0.82, At = value.Kind == QuantityKind.Time ? null : draft.At };
            foreach (var point in Comparisons.With(passage, result, value, value.End))
                yield return point;
        }
    }

    private static bool IsAtStart(ReadOnlySpan<char> sentence) => sentence.IndexOfAny(Starts) >= 0;
}
