using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Safety;

/// <summary>Reads patients with an event: "three patients had a severe headache", "2.8% (2 of 71) had intraocular inflammation".</summary>
internal static class EventPatients
{
    /// <summary>The events of a sentence with their patients; marks the values as used.</summary>
    public static IEnumerable<DataPoint> Read(Passage passage)
    {
        var text = passage.Text;
        foreach (var value in passage.Free.Where(q => !q.IsAttribute && !q.IsRange && !IsThreshold(passage.Text, q) && AdverseEventReader.IsRate(q)).ToList())
        {
            var verb = VerbAfter(passage, value);
            if (verb < 0)
                continue;
            // Without a word of safety the event must be what they had, not what it is about.
            var reach = SafetyContext.Around(passage) ? 8 : 5;
            for (var i = verb + 1; i <= verb + reach && i < text.Count; i++)
            {
                if (text.Is(i, ',') || text.Is(i, ';') || text.IsAny(i, "reduction", "improvement", "decrease", "change", "free", "fewer", "less", "prior", "history") || passage.Quantities.Any(q => q.First == i && q.Kind == QuantityKind.Percent))
                    break;
                if (AdverseEventTerms.At(text, i) is not { } term)
                    continue;
                if (!SafetyContext.NamesEvents(passage) && passage.Scope.IsDisease(term.Text))
                    break;
                passage.Take(value);
                yield return AdverseEventReader.Event(passage, value, term.Text) with { Grade = Grades.In(text, verb + 1, term.First - 1, fromEnd: true) };
                break;
            }

            if (passage.IsFree(value) && Unknown(passage, verb) is { } unknown)
            {
                passage.Take(value);
                yield return AdverseEventReader.Event(passage, value, unknown) with { Grade = Grades.In(text, verb + 1, verb + 5, fromEnd: true), Confidence = 0.8 };
            }
        }
    }

    // "experienced VOD": an abbreviation that no lexicon knows, where safety is spoken of.
    private static string? Unknown(Passage passage, int verb)
    {
        var text = passage.Text;
        if (!text.IsAny(verb, "experienced", "developed") || !SafetyContext.Around(passage))
            return null;
        var first = verb + 1;
        while (text.IsAny(first, "a", "an", "the", "any", "severe", "mild", "moderate", "transient", "reversible") || Grades.At(text, first) is not null || text[first].IsNumber || text.Is(first, '-'))
            first++;
        return text.Span(first).Length is > 1 and < 7 && text.Span(first).IndexOfAnyExceptInRange('A', 'Z') < 0 && !passage.Anchors.Any(a => a.First <= first && first <= a.Last) && !passage.IsDrug(first) ? text.Span(first).ToString().ToLowerInvariant() : null;
    }

    // "(>25%) reported": which events are common.
    private static bool IsThreshold(TokenizedText text, Quantity value) => value.Precision is Precision.AtLeast or Precision.AtMost && (text.Is(value.First - 1, '(') || text.Is(value.First - 2, '('));

    // The verb whose subject a value is: "of patients" and a relative clause may stand between.
    private static int VerbAfter(Passage passage, Quantity value)
    {
        var text = passage.Text;
        for (var i = value.End + 1; i <= value.End + 12 && i < text.Count; i++)
        {
            if (passage.IsBreak(i) || text.Is(i, ',') || passage.Quantities.Any(q => q.First == i && q.Kind == value.Kind))
                return -1;
            if (text.IsAny(i, "had", "experienced", "reported", "developed", "experiencing") || text.Is(i, "with") && !text.IsAny(i - 1, "live", "living", "diagnosed", "treated"))
                return i;
        }

        return -1;
    }
}
