using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Response;

/// <summary>
/// Reads how many responses last how long: "88% of adults and 90% of children with a response had a response of at least 12 months" is
/// a duration of response at 12 months, and no response rate.
/// </summary>
internal static class DurableResponses
{
    private const int Reach = 22;

    /// <summary>The landmark rates of a sentence; marks their values as used.</summary>
    public static IEnumerable<DataPoint> Read(Passage passage)
    {
        var text = passage.Text;
        var floor = 0;
        foreach (var time in passage.Quantities.Where(q => q is { Kind: QuantityKind.Time, IsRange: false, IsNotReached: false }).ToList())
        {
            if (ResponseBefore(text, time) is not (> 0 and var response))
                continue;
            var rates = passage.Free.Where(q => q.First >= floor && q.Last < response && response - q.Last <= Reach && !q.IsRange && !q.IsAttribute
                && q.Kind is QuantityKind.Percent or QuantityKind.Share && q.Precision is Precision.Exact or Precision.About).ToList();
            floor = time.Last;
            foreach (var rate in rates)
            {
                passage.Take(rate);
                yield return passage.Draft(Measure.Dor, rate) with
                {
                    At = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{time.Value} {time.Unit}"),
                    Confidence = 0.9,
                };
            }
        }
    }

    // "a response of at least 12 months", "responses lasting ≥6 months", "had a duration of response greater than 6 months"
    private static int ResponseBefore(TokenizedText text, Quantity time)
    {
        var i = time.First - 1;
        var isBound = false;
        while (text.IsAny(i, "at", "least", "more", "longer", "greater", "than", "exceeding", "of", "lasting") || text.Is(i, '≥') || text.Is(i, '>'))
        {
            isBound |= !text.IsAny(i, "of", "at", "than");
            i--;
        }

        if (!isBound || text.IsAny(time.Last + 1, "of", "after", "follow"))
            return -1;
        while (text.IsAny(i, "lasting", "lasted", "duration", "that", "with", "a", "ongoing", "beyond", "for", "was", "were"))
            i--;
        return text.IsAny(i, "response", "responses", "DOR") && !text.IsAny(i - 1, "immune", "antibody", "cell", "complete") ? i : -1;
    }
}
