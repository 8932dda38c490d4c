using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Safety;

/// <summary>
/// Reads single adverse events, in lists, with rates and with patients. Events of one name are only taken where the sentence, or
/// what it stands in, speaks of safety, or where the event is known by name.
/// </summary>
internal static class AdverseEventReader
{
    /// <summary>The events of a sentence; marks their values as used.</summary>
    public static IEnumerable<DataPoint> Read(Passage passage)
    {
        if (passage.Exclusions.IsNoResult || passage.Exclusions.IsDesign || (!SafetyContext.Around(passage) && !NamesEvent(passage)))
            return [];
        return [.. EventLists.Read(passage), .. EventRates.Read(passage), .. EventPatients.Read(passage), .. ReadGrades(passage), .. EventOccurrences.Read(passage)];
    }

    /// <summary>An event with its value.</summary>
    public static DataPoint Event(Passage passage, Quantity value, string term) =>
        passage.Draft(Measure.Ae, value) with { Term = term, At = null, Confidence = 0.9 };

    /// <summary>True for the values that events have: percentages, shares and numbers of patients.</summary>
    public static bool IsRate(Quantity quantity) => quantity.Kind != QuantityKind.Plain && Rates.IsRate(quantity) && !IsBound(quantity);

    // "events (>25%) reported in adults were rash, …": what counts as common.
    private static bool IsBound(Quantity quantity) => quantity.Kind == QuantityKind.Percent && quantity.Precision is Precision.AtLeast or Precision.AtMost;

    // "…, with Grade 3 or higher events in 31%": of the class named before
    private static IEnumerable<DataPoint> ReadGrades(Passage passage)
    {
        var text = passage.Text;
        if (passage.Anchors.LastOrDefault(a => a.Rule is AdverseEventClasses) is not { } named)
            yield break;
        for (var i = named.Last + 1; i < text.Count; i++)
        {
            if (Grades.At(text, i) is not { } grade)
                continue;
            var value = passage.Free.FirstOrDefault(q => q.First > i && q.First - i < 12 && (q.Kind is QuantityKind.Percent or QuantityKind.Share));
            if (value is null || !text.IsAny(value.First - 1, "in", "of", "approximately") || AdverseEventTerms.At(text, value.First - 3) is not null)
                continue;
            passage.Take(value);
            yield return Event(passage, value, AdverseEventClasses.Write(text, named)) with { Grade = grade };
        }
    }

    private static bool NamesEvent(Passage passage) => Enumerable.Range(0, passage.Text.Count).Any(i => AdverseEventTerms.At(passage.Text, i) is not null);
}
