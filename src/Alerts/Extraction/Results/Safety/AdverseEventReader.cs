using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Safety;

/// <summary>
/// Reads single adverse events: lists ("blurred vision (41% all grade; 6% grade 3+), nausea (29%)"), rates ("the rate of
/// intraocular inflammation was 2.4%"), and patients ("three patients had a severe headache").
/// </summary>
internal static class AdverseEventReader
{
    private const int LongestTerm = 9;

    /// <summary>The events of a sentence; marks their values as used.</summary>
    public static IEnumerable<DataPoint> Read(Passage passage)
    {
        if (passage.Exclusions.IsNoResult || passage.Exclusions.IsDesign || !SafetyContext.Around(passage) && !NamesEvent(passage))
            return [];
        return [.. ReadLists(passage), .. ReadRates(passage), .. ReadPatients(passage), .. ReadGrades(passage)];
    }

    // "term (41% all grade; 6% grade 3+)"
    private static IEnumerable<DataPoint> ReadLists(Passage passage)
    {
        var text = passage.Text;
        var isList = SafetyContext.NamesEvents(passage) && (HasListWords(text) || passage.Sentence.Block.Kind == Filings.BlockKind.Bullet);
        for (var open = 1; open < text.Count; open++)
        {
            if (!text.Is(open, '('))
                continue;
            var close = Close(text, open);
            var values = passage.Free.Where(q => q.First > open && q.Last < close && Rates.IsRate(q) && q.Kind is QuantityKind.Percent or QuantityKind.Share or QuantityKind.Patients).Where(q => q.First > open && q.Last < close).ToList();
            if (values.Count == 0 || TermBefore(text, open, isList) is not { } term)
                continue;
            foreach (var value in values)
            {
                passage.Take(value);
                // "(25% vs. 12%)": the second is the control's.
                if (IsCompared(text, open, value.First) && !NamesPlacebo(passage))
                    continue;
                // "(45%; 3%)": what the second is, the list said before or not at all.
                if (!ReferenceEquals(value, values[0]) && !IsCompared(text, open, close) && GradeInList(text, value, open, close) is null)
                    continue;
                yield return Event(passage, value, term.Text) with { Grade = GradeInList(text, value, open, close) ?? GradeOfSentence(text, open), Arm = IsCompared(text, open, value.First) ? "placebo" : IsCompared(text, open, close) ? null : Arms.At(passage, value.First, value.Last), Confidence = isList ? 0.95 : 0.85 };
            }
        }
    }

    // "The rate of intraocular inflammation was 2.4% …", "headache occurred in 12% of patients", "… and 1.9% for the others"
    private static IEnumerable<DataPoint> ReadRates(Passage passage)
    {
        var text = passage.Text;
        for (var i = 0; i < text.Count; i++)
        {
            if (AdverseEventTerms.At(text, i) is not { } term)
                continue;
            i = term.Last;
            var after = SkipAbbreviation(text, term.Last + 1);
            // "…, all Grade 1-2, were seen in"
            if (text.Is(after, ','))
            {
                for (var i2 = after + 1; i2 < after + 8; i2++)
                {
                    if (text.Is(i2, ','))
                    {
                        after = i2 + 1;
                        break;
                    }
                }
            }

            var verb = after;
            while (text.IsAny(verb, "was", "were", "rate", "rates", "occurred", "reported", "observed", "seen", "noted", "in", "at", "of", "only", "the", "events"))
                verb++;
            if (verb == after)
                continue;
            var value = passage.Free.FirstOrDefault(q => q.First >= verb && q.First <= verb + 1 && Rates.IsRate(q) && q.Kind is not QuantityKind.Plain);
            if (value is null || Negation.IsBefore(text, term.First))
                continue;
            passage.Take(value);
            yield return Event(passage, value, term.Text) with { Grade = Grades.Near(text, term.First, term.Last) };
            var previous = value;
            foreach (var further in passage.Free.Where(q => q.First > value.End && q.Kind == value.Kind).ToList())
            {
                if (further.First - previous.End > 18 || !IsJoined(text, previous.End, further.First))
                    break;
                passage.Take(further);
                previous = further;
                if (Arms.At(passage, further.First, further.Last) is { } arm)
                    yield return Event(passage, further, term.Text) with { Grade = Grades.Near(text, term.First, term.Last), Arm = arm };
            }
        }
    }

    // "three patients had a severe headache", "2.8% (2 of 71) had intraocular inflammation"
    private static IEnumerable<DataPoint> ReadPatients(Passage passage)
    {
        var text = passage.Text;
        foreach (var value in passage.Free.Where(q => !q.IsAttribute && q.Kind is QuantityKind.Percent or QuantityKind.Share or QuantityKind.Patients && !q.IsRange).ToList())
        {
            var verb = VerbAfter(passage, value);
            if (verb < 0)
                continue;
            // Without a word of safety the event must be what they had, not what it is about.
            var reach = SafetyContext.Around(passage) ? 8 : 5;
            for (var i = verb + 1; i <= verb + reach && i < text.Count; i++)
            {
                if (text.IsAny(i, "reduction", "improvement", "decrease", "change", "free", "fewer", "less") || passage.Quantities.Any(q => q.First == i && q.Kind == QuantityKind.Percent) || text.Is(i, ',') || text.Is(i, ';') || text.IsAny(i, "prior", "history"))
                    break;
                if (AdverseEventTerms.At(text, i) is not { } term)
                    continue;
                passage.Take(value);
                yield return Event(passage, value, term.Text) with { Grade = Grades.In(text, verb + 1, term.First - 1, fromEnd: true) };
                break;
            }
        }
    }

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
            var value = passage.Free.FirstOrDefault(q => q.First > i && q.First - i < 12 && q.Kind is QuantityKind.Percent or QuantityKind.Share && q.First > i);
            if (value is null || !text.IsAny(value.First - 1, "in", "of", "approximately") || AdverseEventTerms.At(text, value.First - 3) is not null)
                continue;
            passage.Take(value);
            yield return Event(passage, value, AdverseEventClasses.Write(text, named)) with { Grade = grade };
        }
    }

    private static DataPoint Event(Passage passage, Quantity value, string term) =>
        passage.Draft(Measure.Ae, value) with { Term = term, At = null, Confidence = 0.9 };

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

    private static bool IsCompared(TokenizedText text, int open, int end)
    {
        for (var i = open; i < end; i++)
        {
            if (LinkWords.IsComparison(text, i))
                return true;
        }

        return false;
    }

    private static bool NamesPlacebo(Passage passage) => passage.Sentence.Text.Contains("placebo", StringComparison.OrdinalIgnoreCase);

    private static bool NamesEvent(Passage passage)
    {
        for (var i = 0; i < passage.Text.Count; i++)
        {
            if (AdverseEventTerms.At(passage.Text, i) is not null)
                return true;
        }

        return false;
    }

    private static bool HasListWords(TokenizedText text)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (text.IsAny(i, "common", "commonly", "frequent", "frequently", "included", "include", "including", "were", "reported", "observed", "occurring", "as"))
                return true;
        }

        return false;
    }

    // Back to the comma or the verb before; where no list of events was announced, only known events count.
    private static (string Text, int First)? TermBefore(TokenizedText text, int open, bool isList)
    {
        var last = open - 1;
        if (AdverseEventTerms.EndingAt(text, last) is { } known)
            return (known.Text, known.First);
        if (!isList)
            return null;
        var first = last;
        while (first >= 0 && last - first < LongestTerm && text[first].Kind != TokenKind.NumberWord && !text.Is(first, ',') && !text.Is(first, ')') && !text.Is(first, ':') && !text.Is(first, ';') && !text.Is(first, '.')
            && !text.IsAny(first, "and", "or", "were", "was", "included", "including", "include", "are", "is", "as", "of", "with", "by", "most", "than", "both", "being"))
            first--;
        first++;
        if (first > last || last - first >= LongestTerm - 1 || !char.IsLetter(text.Span(last)[0]) || text.IsAny(last, "patients", "participants", "subjects", "events", "arm", "group", "mg", "kg", "cohort", "AEs", "TEAEs", "TRAEs", "discontinuation", "discontinuations", "placebo", "doses", "treatment", "effects", "reactions", "trial", "study"))
            return null;
        return (text.Slice(first, last).ToLowerInvariant(), first);
    }

    // Inside the brackets each value has its own words, up to the next semicolon or comma.
    private static string? GradeInList(TokenizedText text, Quantity value, int open, int close)
    {
        var from = value.First;
        while (from - 1 > open && !text.Is(from - 1, ';') && !(text.Is(from - 1, ',') && text.Is(from - 2, '%')))
            from--;
        // "any grade, 61%; grade 3, 9%" and "41% all grade; 6% grade 3+"
        for (var i = from; i < value.First; i++)
        {
            if (Grades.At(text, i) is { } before)
                return before;
        }

        return Grades.In(text, value.Last + 1, close - 1, fromEnd: false);
    }

    // "The most common Grade 3-4 TRAEs were anemia (39%)"
    private static string? GradeOfSentence(TokenizedText text, int open)
    {
        for (var i = open; i >= 0; i--)
        {
            if (text.IsAny(i, "TRAEs", "TEAEs", "AEs", "events", "reactions", "toxicities", "effects"))
                return Grades.In(text, Math.Max(0, i - 8), Math.Min(open, i + 4), fromEnd: true);
        }

        // "neutropenia (32%) and anemia (28%) were the most common Grade 3 or greater adverse events"
        for (var i = open; i < text.Count; i++)
        {
            if (text.IsAny(i, "common", "frequent"))
                return Grades.In(text, i, Math.Min(text.Count - 1, i + 4), fromEnd: true);
        }

        return null;
    }

    private static int SkipAbbreviation(TokenizedText text, int i) => text.Is(i, '(') && text.Is(i + 2, ')') ? i + 3 : i;

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

    private static int Close(TokenizedText text, int open)
    {
        var depth = 0;
        for (var i = open; i < Math.Min(text.Count, open + 60); i++)
        {
            if (text.Is(i, '('))
                depth++;
            else if (text.Is(i, ')') && --depth == 0)
                return i;
        }

        return open;
    }
}
