using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;

namespace Alerts.Extraction.Results;

/// <summary>
/// Finds the arms of values that name none because the statement before did: "89% of patients on zelimab and 86% on placebo; serious
/// adverse events in 12% and 14%". Only bare lists count, with as many values as arms were named.
/// </summary>
internal static class ArmsBefore
{
    /// <summary>Further back nobody remembers the order of the arms.</summary>
    private const int MostSentences = 3;

    /// <summary>The arms of values, one each; empty where the values have arms of their own or the statements before name not as many.</summary>
    public static IReadOnlyList<string> Of(Passage passage, IReadOnlyList<Quantity> values)
    {
        if (values.Count < 2 || !IsBare(passage, values))
            return [];
        var own = Named(passage, passage.Quantities.Where(q => q.End < passage.ClauseStart(values[0].First)));
        if (own.Count > 0)
            return own.Count == values.Count ? own : [];
        foreach (var sentence in Before(passage.Sentence))
        {
            var earlier = new Passage(sentence, passage.Scope);
            var arms = Named(earlier, earlier.Quantities);
            if (arms.Count > 0)
                return arms.Count == values.Count ? arms : [];
        }

        return [];
    }

    // "was 94% and 92%, respectively": nothing before or behind says what the two are of.
    private static bool IsBare(Passage passage, IReadOnlyList<Quantity> values)
    {
        var text = passage.Text;
        if (text.Has(passage.ClauseStart(values[0].First), values[0].First, "and", "or", "week", "weeks", "month", "months", "day", "year", "years", "cohort", "cohorts", "group", "groups", "arm", "arms", "dose", "doses", "part"))
            return false;
        for (var i = 1; i < values.Count; i++)
        {
            for (var t = values[i - 1].End + 1; t < values[i].First; t++)
            {
                if (!text.IsAny(t, "and", "versus", "vs", "compared", "with", "to", "of", "patients") && !text.Is(t, ',') && !text.Is(t, '.'))
                    return false;
            }
        }

        var end = values[^1].End + 1;
        if (text.Is(end, "of") && text.IsAny(end + 1, "patients", "participants", "subjects"))
            end += 2;
        if (text.Is(end, ',') && text.Is(end + 1, "respectively") || text.Is(end, "respectively"))
            return true;
        return (end >= text.Count || text.Is(end, '.') || passage.IsBreak(end)) && !values.Any(v => Arms.Named(passage, v.First, v.Last) is not null);
    }

    // In the order of their first mention; "40 mg dose" is "40 mg".
    private static List<string> Named(Passage passage, IEnumerable<Quantity> quantities)
    {
        var arms = new List<string>();
        foreach (var quantity in quantities.Where(q => !q.IsAttribute && !q.IsRange && q.Kind != QuantityKind.Dose))
        {
            if (Arms.Named(passage, quantity.First, quantity.Last) is { } arm && Core(arm) is var core && !arms.Contains(core, StringComparer.OrdinalIgnoreCase))
                arms.Add(core);
        }

        return arms;
    }

    private static string Core(string arm) => arm.EndsWith(" dose", StringComparison.OrdinalIgnoreCase) ? arm[..^5] : arm;

    // The sentences of the same paragraph before one, nearest first.
    private static IEnumerable<Sentence> Before(Sentence sentence)
    {
        var at = sentence.Start - sentence.Block.Start;
        if (at <= 0 || at > sentence.Block.Text.Length || sentence.Block.Text.Length > 6000)
            return [];
        return SentenceBoundaries.Split(sentence.Block.Text[..at]).AsEnumerable().Reverse().Take(MostSentences)
            .Select(s => sentence with { Start = sentence.Block.Start + s.Start, Text = sentence.Block.Text.Substring(s.Start, s.Length) });
    }
}
