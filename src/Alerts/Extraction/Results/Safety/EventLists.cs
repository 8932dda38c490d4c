using System.Collections.Frozen;
using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Safety;

/// <summary>Reads lists of events: "blurred vision (41% all grade; 6% grade 3+), nausea (29%) and headache (25% vs. 12%)".</summary>
internal static class EventLists
{
    private const int LongestTerm = 9;

    // What stands before a bracket and is no event.
    private static readonly FrozenSet<string> NoEvents =
        "patients participants subjects events arm group mg kg cohort AEs TEAEs TRAEs discontinuation discontinuations placebo doses treatment effects reactions trial study".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The events of all lists in a sentence; marks their values as used.</summary>
    public static IEnumerable<DataPoint> Read(Passage passage)
    {
        var text = passage.Text;
        var isList = SafetyContext.NamesEvents(passage) && (HasListWords(text) || passage.Sentence.Block.Kind == Filings.BlockKind.Bullet);
        var pair = GradePair(text);
        var control = NamesPlacebo(passage) ? "placebo" : Controls.Of(passage);
        for (var open = 1; open < text.Count; open++)
        {
            if (!text.Is(open, '('))
                continue;
            var close = Close(text, open);
            var values = passage.Free.Where(q => q.First > open && q.Last < close && AdverseEventReader.IsRate(q)).ToList();
            // "events (>25%) were": what is common. "gastrointestinal (nausea 38%, diarrhea 30%)": events of their own.
            if (values.Count == 0 || values[0].Precision is Precision.AtLeast or Precision.AtMost || NamesEvents(text, open, values[0].First) || TermBefore(passage, open, isList) is not { } term)
                continue;
            foreach (var value in values)
            {
                passage.Take(value);
                var grade = GradeInList(text, value, open, close) ?? (pair.Count == values.Count ? pair[values.IndexOf(value)] : null);
                var isControl = IsCompared(text, open, value.First);
                var isCompared = IsCompared(text, open, close);
                // "(25% vs. 12%)": the second is the control's. "(45%; 3%)": what the second is, the list does not say.
                var arm = isCompared ? null : ArmBehind(passage, value, close);
                if ((isControl && control is null && passage.ListedArm(value.First) is null) || (!isCompared && grade is null && arm is null && !ReferenceEquals(value, values[0])))
                    continue;
                yield return AdverseEventReader.Event(passage, value, term) with
                {
                    Grade = grade ?? GradeOfSentence(text, open),
                    Arm = passage.ListedArm(value.First) ?? (isControl ? control : isCompared ? null : arm ?? Arms.At(passage, value.First, value.Last)),
                    Confidence = isList ? 0.95 : 0.85,
                };
            }
        }
    }

    // "(all grades, Grade ≥3): diarrhea (68%, 4%)": the head says what the two figures are.
    private static List<string> GradePair(TokenizedText text)
    {
        for (var open = 0; open < text.Count; open++)
        {
            if (!text.Is(open, '('))
                continue;
            var close = Close(text, open);
            var grades = Enumerable.Range(open, close - open).Select(i => Grades.At(text, i)).OfType<string>().ToList();
            if (grades.Count == 2 && text.IndexOf(open, close, '%') < 0)
                return grades;
        }

        return [];
    }

    // "nasopharyngitis (12% zelimab, 9% placebo)"
    private static string? ArmBehind(Passage passage, Quantity value, int close)
    {
        var i = passage.Text.IsAny(value.End + 1, "with", "on", "for", "in") ? value.End + 2 : value.End + 1;
        return i < close && (passage.IsDrug(i) || passage.Text.IsAny(i, "placebo", "vehicle", "sham", "control")) ? passage.Text.Span(i).ToString() : null;
    }

    private static bool NamesEvents(TokenizedText text, int open, int end)
    {
        for (var i = open + 1; i < end; i++)
        {
            if (AdverseEventTerms.At(text, i) is not null)
                return true;
        }

        return false;
    }

    // Back to the comma or the verb before; where no list of events was announced, only known events count.
    private static string? TermBefore(Passage passage, int open, bool isList)
    {
        var text = passage.Text;
        var last = open - 1;
        if (AdverseEventTerms.EndingAt(text, last) is { } known)
            return isList || !passage.Scope.IsDisease(known.Text) ? known.Text : null;
        if (!isList)
            return null;
        // "Neutropenia was the most common Grade ≥3 adverse event (24%)"
        if (text.IsAny(last, "event", "reaction", "effect", "toxicity", "TEAE", "TRAE", "AE"))
        {
            var most = Enumerable.Range(Math.Max(0, last - LongestTerm), Math.Min(last, LongestTerm)).FirstOrDefault(i => text.Is(i, "most"), -1);
            return most > 2 && text.IsAny(most - 2, "was", "were", "being") ? AdverseEventTerms.EndingAt(text, most - 3)?.Text : null;
        }

        var first = last;
        while (first >= 0 && last - first < LongestTerm && !EndsTerm(text, first))
            first--;
        first++;
        if (first > last || last - first >= LongestTerm - 1 || !char.IsLetter(text.Span(last)[0]) || NoEvents.Contains(text.Span(last).ToString()))
            return null;
        return text.Slice(first, last).ToLowerInvariant();
    }

    private static bool EndsTerm(TokenizedText text, int i) =>
        text[i].Kind == TokenKind.NumberWord || text.Is(i, ',') || text.Is(i, ')') || text.Is(i, ':') || text.Is(i, ';') || text.Is(i, '.')
        || text.IsAny(i, "and", "or", "were", "was", "included", "including", "include", "are", "is", "as", "of", "with", "by", "most", "than", "both", "being");

    private static bool HasListWords(TokenizedText text) =>
        text.Has(0, text.Count, "common", "commonly", "frequent", "frequently", "included", "include", "including", "were", "reported", "observed", "occurring", "as");

    // Inside the brackets each value has its own words, up to the next semicolon or comma.
    private static string? GradeInList(TokenizedText text, Quantity value, int open, int close)
    {
        // "(31% any grade, 24% Grade ≥3)": right behind it
        if (text[value.Last + 1].Kind == TokenKind.Word || text.Is(value.Last + 1, '≥'))
        {
            if (Grades.In(text, value.Last + 1, Math.Min(close - 1, value.Last + 4), fromEnd: false) is { } behind)
                return behind;
        }

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
            if (text.IsAny(i, "TRAEs", "TEAEs", "AEs", "events", "reactions", "toxicities", "effects", "event", "reaction"))
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
