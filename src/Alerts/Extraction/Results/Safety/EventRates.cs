using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Safety;

/// <summary>Reads rates of single events: "The rate of intraocular inflammation was 2.4% …", "headache occurred in 12% of patients and 9% on placebo".</summary>
internal static class EventRates
{
    private const int FurtherReach = 18;

    /// <summary>The events of a sentence with their rates; marks the values as used.</summary>
    public static IEnumerable<DataPoint> Read(Passage passage)
    {
        var text = passage.Text;
        for (var i = 0; i < text.Count; i++)
        {
            if (AdverseEventTerms.At(text, i) is not { } term)
                continue;
            i = term.Last;
            if (!SafetyContext.NamesEvents(passage) && passage.Scope.IsDisease(term.Text))
                continue;
            var after = SkipAside(text, SkipAbbreviation(text, term.Last + 1));
            var verb = after;
            while (text.IsAny(verb, "was", "were", "rate", "rates", "occurred", "reported", "observed", "seen", "noted", "in", "at", "of", "only", "the", "events") || (text.Is(verb, ':') && SafetyContext.Around(passage)))
                verb++;
            // "nausea 38%, diarrhea 30%"
            var isList = verb == after && (SafetyContext.NamesEvents(passage) || (passage.Sentence.Block.Kind == Filings.BlockKind.Bullet && SafetyContext.Around(passage)));
            var value = verb == after && !isList ? null : passage.Free.FirstOrDefault(q => q.First >= verb && q.First <= verb + 1 && AdverseEventReader.IsRate(q));
            // "a median reduction in monthly seizures of 39%" is a change.
            if (value is not null && text.Has(Math.Max(0, term.First - 5), term.First, "reduction", "reductions", "decrease", "improvement", "change", "frequency", "increase"))
                continue;
            if (value is null || Negation.IsBefore(text, term.First))
                continue;
            var grade = Grades.Near(text, term.First, term.Last);
            var name = text.Is(term.First - 1, "serious") ? "serious " + term.Text : term.Text;
            passage.Take(value);
            var first = AdverseEventReader.Event(passage, value, name) with { Grade = GradeBehind(text, value) ?? grade };
            // "in 1.0% and 0.7% of patients": the arms of the statement before
            if (!isList && passage.Free.FirstOrDefault(q => q.First > value.End && q.Kind == value.Kind) is { } second && ArmsBefore.Of(passage, [value, second]) is { Count: 2 } arms)
            {
                passage.Take(second);
                yield return first with { Arm = arms[0] };
                yield return AdverseEventReader.Event(passage, second, name) with { Grade = grade, Arm = arms[1] };
                continue;
            }

            yield return first;
            if (isList)
                continue;
            var previous = value;
            foreach (var further in passage.Free.Where(q => q.First > value.End && q.Kind == value.Kind).ToList())
            {
                if (AdverseEventBetween(text, previous.End, further.First) || further.First - previous.End > FurtherReach || !IsJoined(text, previous.End, further.First))
                    break;
                passage.Take(further);
                previous = further;
                if (GradeBehind(text, further) is { } own)
                    yield return AdverseEventReader.Event(passage, further, name) with { Grade = own, Arm = first.Arm };
                else if (Arms.At(passage, further.First, further.Last) is { } arm)
                    yield return AdverseEventReader.Event(passage, further, name) with { Grade = grade, Arm = arm };
                else
                    break;
            }
        }
    }

    private static bool AdverseEventBetween(TokenizedText text, int last, int next)
    {
        for (var i = last + 1; i < next; i++)
        {
            if (AdverseEventTerms.At(text, i) is not null)
                return true;
        }

        return false;
    }

    // "in 38% (all grades) and 7% (grade 3) of patients"
    private static string? GradeBehind(TokenizedText text, Quantity value)
    {
        var open = text.Is(value.End + 1, "of") ? value.End + 3 : value.End + 1;
        return text.Is(open, '(') && text.IndexOf(open + 1, open + 8, ')') is var close and > 0 && text.IndexOf(open, close, '%') < 0 ? Grades.In(text, open + 1, close - 1, fromEnd: false) : null;
    }

    private static int SkipAbbreviation(TokenizedText text, int i) => text.Is(i, '(') && text.Is(i + 2, ')') ? i + 3 : i;

    // "…, all Grade 1-2, were seen in"
    private static int SkipAside(TokenizedText text, int i) => text.Is(i, ',') && text.IndexOf(i + 1, i + 8, ',') is var end and >= 0 ? end + 1 : i;

    private static bool IsJoined(TokenizedText text, int last, int next)
    {
        for (var i = last + 1; i < next; i++)
        {
            if (text.Is(i, ';') || text.IsAny(i, "had", "discontinued"))
                return false;
            if (text.IsAny(i, "and", "versus", "vs", "compared"))
                return true;
        }

        return false;
    }
}
