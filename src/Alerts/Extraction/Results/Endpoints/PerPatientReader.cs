using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Endpoints;

/// <summary>
/// Reads bare figures whose words follow: "0.97 mean supplemental injections per patient", and bullets that are nothing but a
/// share and its name: "57% injection-free".
/// </summary>
internal static class PerPatientReader
{
    private const int LongestBullet = 9;

    /// <summary>The figures of a sentence; marks them as used.</summary>
    public static IEnumerable<DataPoint> Read(Passage passage)
    {
        var text = passage.Text;
        foreach (var value in passage.Free.Where(q => !q.IsRange && !q.IsAttribute && q.Precision is Precision.Exact or Precision.About).ToList())
        {
            if (value.Kind is QuantityKind.Plain or QuantityKind.Measured && text.IsAny(value.First + 1, "mean", "median", "average") && EndpointTerm.EndFrom(passage, value.First + 1) is var last && last > value.First + 2)
            {
                passage.Take(value);
                var result = passage.Draft(Measure.Endpoint, value) with { Unit = "other", UnitText = null, Term = EndpointTerm.Write(text, value.First + 1, last), Confidence = 0.8 };
                foreach (var point in Comparisons.With(passage, result, value, last))
                    yield return point;
            }
            else if (value.Kind is QuantityKind.Percent && value.First == 0 && IsShortBullet(passage, value))
            {
                var end = EndpointTerm.EndFrom(passage, value.End + 1);
                if (end <= value.End)
                    continue;
                passage.Take(value);
                yield return passage.Draft(Measure.Endpoint, value) with { Term = EndpointTerm.Write(text, value.End + 1, end), Confidence = 0.8 };
            }
        }
    }

    private static bool IsShortBullet(Passage passage, Quantity value) =>
        passage.Sentence.Block.Kind == Filings.BlockKind.Bullet && passage.Sentence.Block.Level > 1 && passage.Text.Count - value.End <= LongestBullet && passage.Text.Count > value.End + 1
        && char.IsLetterOrDigit(passage.Text.Span(value.End + 1)[0]) && !passage.Text.IsAny(value.End + 1, "of", "and", "in", "to");
}
