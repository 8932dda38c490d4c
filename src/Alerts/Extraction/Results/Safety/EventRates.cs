using Alerts.Extraction.Language;
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
            while (text.IsAny(verb, "was", "were", "rate", "rates", "occurred", "reported", "observed", "seen", "noted", "in", "at", "of", "only", "the", "events"))
                verb++;
            // "nausea 38%, diarrhea 30%"
            var isList = verb == after && (SafetyContext.NamesEvents(passage) || (passage.Sentence.Block.Kind == Filings.BlockKind.Bullet && SafetyContext.Around(passage)));
            var value = verb == after && !isList ? null : passage.Free.FirstOrDefault(q => q.First >= verb && q.First <= verb + 1 && AdverseEventReader.IsRate(q));
            if (value is null || Negation.IsBefore(text, term.First))
                continue;
            var grade = Grades.Near(text, term.First, term.Last);
            passage.Take(value);
            yield return AdverseEventReader.Event(passage, value, term.Text) with { Grade = grade };
            if (isList)
                continue;
            var previous = value;
            foreach (var further in passage.Free.Where(q => q.First > value.End && q.Kind == value.Kind).ToList())
            {
                if (further.First - previous.End > FurtherReach || !IsJoined(text, previous.End, further.First))
                    break;
                passage.Take(further);
                previous = further;
                if (Arms.At(passage, further.First, further.Last) is { } arm)
                    yield return AdverseEventReader.Event(passage, further, term.Text) with { Grade = grade, Arm = arm };
            }
        }
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
