using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Endpoints;

/// <summary>
/// Reads yearly rates and what compares them: "the annualized rate of severe exacerbations was 0.93 with zelimab versus 2.10 with
/// placebo (rate ratio 0.44; 95% CI 0.37–0.53)". A ratio belongs to the endpoint named last before it.
/// </summary>
internal static class RatioReader
{
    private const int Reach = 14;

    /// <summary>The rates and ratios of a sentence; marks their values as used.</summary>
    public static IEnumerable<DataPoint> Read(Passage passage)
    {
        var text = passage.Text;
        string? last = null;
        foreach (var value in passage.Free.Where(q => q.Kind == QuantityKind.Plain && !q.IsRange && q.Value >= 0).ToList())
        {
            if (!passage.IsFree(value))
                continue;
            if (IsRatio(text, value) && (last ?? passage.LastEndpoint ?? TermBefore(passage, value)) is { } compared)
            {
                passage.Take(value);
                yield return passage.Draft(Measure.Endpoint, value) with { Term = compared, Unit = IsHazard(text, value) ? "HR" : "ratio", Arm = "difference", Confidence = 0.85 };
                continue;
            }

            if (RateBefore(passage, value) is not { } term)
                continue;
            passage.Take(value);
            last = term;
            var result = passage.Draft(Measure.Endpoint, value) with { Term = term, Unit = "other", Confidence = 0.85 };
            foreach (var point in Comparisons.With(passage, result, value, value.End))
                yield return point;
        }
    }

    /// <summary>True for "rate ratio 0.44", "odds ratio of 2.2", "relative risk: 0.6".</summary>
    public static bool IsRatio(TokenizedText text, Quantity value)
    {
        var i = value.First - 1;
        while (i > 0 && (text.IsAny(i, "was", "of", "is") || text.Is(i, '=') || text.Is(i, ':') || text.Is(i, ',') || text.Is(i, ']')))
            i--;
        return text.Span(i) is "HR" || (text.Is(i, "ratio") && text.IsAny(i - 1, "rate", "odds", "risk", "incidence", "hazard")) || (text.Is(i, "risk") && text.Is(i - 1, "relative"))
            || text.Has(Math.Max(0, i - Reach), i, "ratio") && Enumerable.Range(Math.Max(0, i - Reach), Math.Min(i, Reach)).Any(t => text.Is(t, "ratio") && text.IsAny(t - 1, "hazard", "odds", "rate") && text.Is(t + 1, "for") && text.IsAny(value.First - 1, "was", "is") && !text.Has(t, i, "was", "and", "is"))
            || (text.Is(i, ')') && text.IsAny(i - 1, "OR", "RR", "HR") && text.Is(i - 3, "ratio"));
    }

    private static bool IsHazard(TokenizedText text, Quantity value) => text.Has(Math.Max(0, value.First - Reach), value.First, "hazard", "HR") && !text.Has(Math.Max(0, value.First - 3), value.First, "odds", "rate", "RR", "OR");

    // What a ratio compares where no rate was read: the endpoint that the sentence names before.
    private static string? TermBefore(Passage passage, Quantity value)
    {
        var text = passage.Text;
        // "the hazard ratio for time to first exacerbation was 0.72"
        for (var i = value.First - 2; i > Math.Max(0, value.First - Reach) && text.IsAny(value.First - 1, "was", "of", "is"); i--)
        {
            if (text.Is(i, "ratio") && text.IsAny(i + 1, "for", "of") && value.First - 2 > i + 1)
                return EndpointTerm.Write(text, i + 2, value.First - 2);
        }

        for (var i = value.First - 1; i > 0; i--)
        {
            if (!text.IsAny(i, "rate", "rates", "remission", "response", "risk") || text.IsAny(i + 1, "ratio"))
                continue;
            // "the risk of cardiovascular death or hospitalization (HR 0.79)"
            if (text.Is(i, "risk") && text.Is(i + 1, "of"))
                return EndpointTerm.Write(text, text.Is(i + 2, "the") ? i + 3 : i + 2, Math.Min(value.First - 1, EndpointTerm.EndFrom(passage, i + 2)));
            var first = EndpointTerm.StartBefore(passage, i, 6);
            return first < i ? EndpointTerm.Write(text, first, i) : null;
        }

        return null;
    }

    // "the annualized rate of severe exacerbations was 0.93"
    private static string? RateBefore(Passage passage, Quantity value)
    {
        var text = passage.Text;
        if (!text.IsAny(value.First - 1, "was", "of", "were"))
            return null;
        for (var i = value.First - 2; i >= Math.Max(0, value.First - Reach); i--)
        {
            if (!text.IsAny(i, "annualized", "annualised", "annual", "yearly"))
                continue;
            var last = value.First - 2;
            return text.Has(i, last + 1, "rate", "rates") ? EndpointTerm.Write(text, i, last) : null;
        }

        return null;
    }
}
