using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Endpoints;

/// <summary>
/// Reads the two figures that a change compares: "a 19% reduction in clinically significant hypotension compared to oral
/// nimodipine (28% versus 35%)" states 28% and 35% of hypotension.
/// </summary>
internal static class ComparedRates
{
    private const int Reach = 24;

    /// <summary>The two figures in brackets behind a change; none where there are not two, compared.</summary>
    public static IEnumerable<DataPoint> Behind(Passage passage, Quantity change, ChangeTerm term)
    {
        var text = passage.Text;
        var first = passage.Free.FirstOrDefault(q => q.First > Math.Max(change.End, term.Last));
        if (first is null || !text.Is(first.First - 1, '(') || first.First - Math.Max(change.End, term.Last) > Reach || first.IsRange || Subject(term.Text) is not { } subject)
            yield break;
        var second = passage.Free.FirstOrDefault(q => q.First > first.End);
        if (second is null || second.Kind != first.Kind || second.Unit != first.Unit || second.First - first.End > 4 || !Enumerable.Range(first.End + 1, second.First - first.End - 1).Any(i => LinkWords.IsComparison(text, i)))
            yield break;
        passage.Take(first);
        passage.Take(second);
        yield return passage.Draft(Measure.Endpoint, first) with { Term = subject, Arm = null, Confidence = 0.8 };
        if (Controls.Before(passage, first.First) is { } control)
            yield return passage.Draft(Measure.Endpoint, second) with { Term = subject, Arm = control, Confidence = 0.8 };
    }

    // "reduction in hypotension": hypotension
    private static string? Subject(string term)
    {
        foreach (var link in (ReadOnlySpan<string>)[" in ", " of "])
        {
            var at = term.IndexOf(link, StringComparison.Ordinal);
            if (at > 0 && term.Length - at > link.Length + 3)
                return term[(at + link.Length)..];
        }

        return null;
    }
}
