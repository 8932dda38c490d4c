using Alerts.Extraction.Quantities;

namespace Alerts.Extraction.Results;

/// <summary>Pairs values with arms or doses that are listed apart from them and joined by "respectively".</summary>
internal static class Respective
{
    /// <summary>The arms of values, one each; empty where the sentence does not list as many.</summary>
    public static List<string> Of(Passage passage, IReadOnlyList<Quantity> values)
    {
        if (!passage.Text.Has(values[^1].End + 1, passage.Text.Count, "respectively"))
            return [];
        var behind = Behind(passage, values[^1]);
        if (behind.Count == values.Count)
            return behind;
        var doses = DosesBefore(passage, values[0].First);
        return doses.Count == values.Count ? doses : [];
    }

    /// <summary>The arms listed right behind the last of several values: "for zelimab and placebo, respectively"; empty where none are.</summary>
    public static List<string> Behind(Passage passage, Quantity last)
    {
        var text = passage.Text;
        var lead = last.End + 1;
        if (text.Is(lead, "of") && PatientWords.IsNoun(text.Span(lead + 1)))
            lead += 2;
        if (!text.IsAny(lead, "for", "with", "in", "on"))
            return [];
        var arms = new List<string>();
        var start = lead + 1;
        for (var i = lead + 1; i < Math.Min(text.Count, lead + 30); i++)
        {
            if (text.Is(i, ';') || text.Is(i, '%'))
                return [];
            if (text.Is(i, "respectively"))
            {
                Add(start, i - 1);
                return arms;
            }

            if (text.IsAny(i, "and", "versus", "vs") || text.Is(i, ','))
            {
                Add(start, i - 1);
                start = i + 1;
            }
        }

        return [];

        void Add(int first, int end)
        {
            while (text.IsAny(first, "the", "and", "in", "for") || text.Is(first, ',') || text.Is(first, '.'))
                first++;
            while (end > first && (text.Is(end, ',') || text.IsAny(end, "groups", "group", "arms", "arm")))
                end--;
            if (first <= end)
                arms.Add(text.Slice(first, end));
        }
    }

    // "cohorts at 0.88, 1.1 and 1.3 mg/kg had response rates of 14%, 36% and 56%, respectively"
    private static List<string> DosesBefore(Passage passage, int first) =>
        [.. passage.Quantities.Where(q => q.Kind == QuantityKind.Dose && q.Last < first)
            .Select(q => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{q.Value} {q.Unit}"))];
}
