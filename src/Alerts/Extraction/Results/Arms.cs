using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;

namespace Alerts.Extraction.Results;

/// <summary>
/// Reads the arm of a value: "in the placebo group", "of PL8177-treated patients", "receiving two doses of 16 mg",
/// "CBL-A1: 69.9 mL"; before the value its subject ("the co-administered group had …").
/// </summary>
internal static class Arms
{
    private const int Reach = 18;

    private const int LongestName = 8;

    private static readonly string[] Endings = [" alone", " group", " arm", " monotherapy", " recipients"];

    /// <summary>The arm of a value; null where none is named.</summary>
    public static string? At(Passage passage, int first, int last) =>
        Named(passage, first, last) ?? Above(passage);

    /// <summary>The arm that the sentence itself names; null where it names none.</summary>
    public static string? Named(Passage passage, int first, int last) =>
        passage.ListedArm(first) ?? Label(passage, first) ?? BeforeBracket(passage, first) ?? Behind(passage, last) ?? LabelBefore(passage.Text, first) ?? Before(passage, first);

    // "compared with placebo (12.1%; p<0.001)", "in the placebo group (14%)": a figure in brackets is of the name right before them.
    private static string? BeforeBracket(Passage passage, int first)
    {
        var text = passage.Text;
        // "(zelimab 84%, placebo 79%)"
        if (text.IsAny(first - 1, "placebo", "sham", "vehicle") && IsListed(text, first - 2))
            return text.Span(first - 1).ToString();
        if (passage.IsDrug(first - 1))
        {
            var name = first - 1;
            while (name > 0 && passage.IsDrug(name - 1))
                name--;
            return IsListed(text, name - 1) ? text.Slice(name, first - 1) : null;
        }

        var open = first - 1;
        while (open > first - 6 && (text.IsAny(open, "LS", "mean", "median", "least", "squares", "change") || text.Is(open, '=') || text.Is(open, ':')))
            open--;
        if (!text.Is(open, '('))
            return null;
        if (text.IsAny(open - 1, "placebo", "sham", "vehicle", "control", "controls"))
            return text.Span(open - 1).ToString();
        return text.IsAny(open - 1, "group", "arm") ? BeforeNoun(text, open - 1, 0) : null;
    }

    /// <summary>The arm that stands with a colon right before a value: "(zelimab: -5.2 points; placebo: -5.9 points)"; null where none does.</summary>
    public static string? Label(Passage passage, int first) =>
        passage.Text.Is(first - 1, ':') && (passage.Text.IsAny(first - 2, "placebo", "sham", "vehicle") || passage.IsDrug(first - 2)) ? LabelName(passage, first - 2) : null;

    /// <summary>The arm named right behind a value, before the next one.</summary>
    public static string? Behind(Passage passage, int last)
    {
        var end = Math.Min(passage.ClauseEnd(last), last + Reach);
        // "-2.01% (5 mg), -2.24% (10 mg)"
        if (passage.Text.Is(last + 1, '(') && passage.Quantities.FirstOrDefault(q => q.First == last + 2 && q.Kind == QuantityKind.Dose) is { } dose && passage.Text.Is(dose.Last + 1, ')'))
            return passage.Text.Slice(dose.First, dose.Last);
        for (var i = last + 1; i <= end; i++)
        {
            if (passage.Text.Is(i, ',') && passage.Text.Is(i + 1, "and") && passage.Text.IsAny(i + 2, "in", "among", "for"))
                return null;
            if (passage.Quantities.Any(q => q.First == i && (q.Kind is QuantityKind.Percent or QuantityKind.Share or QuantityKind.Measured) && q.Precision != Precision.AtLeast) || LinkWords.IsComparison(passage.Text, i))
                return null;
            if (NameAt(passage, i, last + 1) is { } name)
                return name;
            if (i <= last + 2 && Compared(passage, i) is { } control)
                return control;
            if (passage.IsDrug(i) && passage.Text.IsAny(i + 1, "patients", "participants", "recipients", "subjects"))
                return DrugAt(passage, i) ?? passage.Text.Span(i).ToString();
            // "80.9% at the 75 mg dose"
            if (i <= last + 4 && passage.Text.Is(i, "at") && passage.Quantities.FirstOrDefault(q => q.Kind == QuantityKind.Dose && q.First == (passage.Text.Is(i + 1, "the") ? i + 2 : i + 1)) is { } strength
                && (passage.Text.IsAny(strength.Last + 1, "dose", "and") || strength.Last + 1 >= passage.Text.Count || passage.Text[strength.Last + 1].Kind == TokenKind.Symbol))
                return passage.Text.Slice(strength.First, strength.Last);
            if (i <= last + 4 && passage.Text.IsAny(i, "for", "with", "on", "in") && DrugAt(passage, i + 1) is { } drug)
                return drug;
        }

        return null;
    }

    // "… vs. 7.3 months with letrozole alone": whatever a compared value is with.
    private static string? Compared(Passage passage, int i)
    {
        var text = passage.Text;
        if (!text.IsAny(i, "with", "for", "on") || passage.Quantities.FirstOrDefault(q => q.Last < i && i - q.End <= 2) is not { } value)
            return null;
        var before = value.First - 1;
        while (text.IsAny(before, "to", "with", "only", "just", "approximately"))
            before--;
        if (!LinkWords.IsComparison(text, text.Is(before, '.') ? before - 1 : before) || text[i + 1].IsNumber || text.IsAny(i + 1, "a", "an", "patients", "those", "all", "week", "day"))
            return null;
        return AfterVerb(text, i) is { } name ? Strip(name) : null;
    }

    // "the placebo group", "letrozole alone"
    private static string Strip(string name)
    {
        foreach (var ending in Endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && name.Length > ending.Length)
                return name[..^ending.Length];
        }

        return name;
    }

    // "with zelitinib", "for standard of care", "with chemotherapy"
    private static string? DrugAt(Passage passage, int i)
    {
        var text = passage.Text;
        while (text.IsAny(i, "the"))
            i++;
        var start = passage.Sentence.Start + text[i].Start;
        // "in bevacizumab-naive patients" is no arm.
        if (passage.Scope.Subjects.MentionsIn(passage.Sentence).FirstOrDefault(m => m.Program is not null && m.Start == start) is { } mention)
        {
            // "zelimab 120 mg" and "zelimab 60 mg" are two arms.
            var end = passage.Quantities.FirstOrDefault(q => q.Kind == QuantityKind.Dose && passage.Sentence.Start + text[q.First].Start == mention.End + 1) is { } strength ? passage.Sentence.Start + text[strength.Last].End : mention.End;
            return text.Is(i + 1, '-') && !text.IsAny(i + 2, "treated", "containing", "based") ? null : passage.Sentence.Document.Text[mention.Start..end];
        }

        if (passage.Quantities.FirstOrDefault(q => q.First == i && q.Kind == QuantityKind.Dose) is { } dose)
            return text.Slice(dose.First, dose.Last);
        if (text.Is(i, "standard") && text.IsAny(i + 1, "of", "care"))
            return text.Slice(i, text.Is(i + 1, "of") ? i + 2 : i + 1);
        return text.IsAny(i, "chemotherapy", "control", "controls", "comparator", "monotherapy") ? text.Span(i).ToString() : null;
    }

    private static string? Before(Passage passage, int first)
    {
        var start = Math.Max(0, first - (2 * Reach));
        for (var i = first - 1; i >= start; i--)
        {
            if (passage.Text.Is(i, ';') || passage.Quantities.Any(q => q.Last == i && (q.Kind is QuantityKind.Percent or QuantityKind.Share) && q.Precision != Precision.AtLeast))
                return null;
            if (NameAt(passage, i, 0) is { } name)
                return name;
        }

        return null;
    }

    // The one dose that the lines above name: "Results for 4D-150 3E10 vg/eye:"
    private static string? Above(Passage passage)
    {
        foreach (var index in passage.Sentence.Above.Reverse().Take(3))
        {
            var block = passage.Sentence.Document.Blocks[index];
            // The strength in a product's name stands in the title.
            if (block.Text.Length > 400 || block is { Kind: Filings.BlockKind.Heading, Level: <= 1 } || index == 0)
                continue;
            var text = Tokenizer.Read(block.Text);
            var doses = QuantityReader.Read(text).Where(q => q.Kind == QuantityKind.Dose).Select(q => text.Slice(q.First, q.Last)).Distinct().Take(2).ToList();
            if (doses.Count > 0)
                return doses.Count == 1 ? doses[0] : null;
        }

        return null;
    }

    private static string LabelName(Passage passage, int token) =>
        passage.Text.IsAny(token, "placebo", "sham", "vehicle") ? passage.Text.Span(token).ToString() : DrugAt(passage, token) ?? passage.Text.Span(token).ToString();

    // "CBL-514: 22.4%"
    private static string? LabelBefore(TokenizedText text, int first)
    {
        var colon = first - 1;
        while (colon > 0 && (text.Is(colon, '~') || text.Is(colon, '≈')))
            colon--;
        return text.Is(colon, ':') && text[colon - 1].Kind == TokenKind.Word && (text.IsAny(colon - 1, "placebo", "control") || HasDigit(text.Span(colon - 1))) ? text.Span(colon - 1).ToString() : null;
    }

    // A name that ends or begins at a token.
    private static string? NameAt(Passage passage, int i, int floor)
    {
        var text = passage.Text;
        if (text.IsAny(i, "placebo", "sham", "vehicle") && !text.IsAny(i + 1, "controlled", "adjusted", "corrected") && !text.Is(i + 1, '-') && !IsComparedWith(text, text.Is(i - 1, "the") ? i - 2 : i - 1))
            return text.Span(i).ToString();
        // "31% in Cohort B", "24% in Arm 2"
        if (text.IsAny(i, "cohort", "arm", "group") && text.IsAny(i - 1, "in", "for") && i - 1 >= floor && text[i + 1].Kind is TokenKind.Word or TokenKind.Number && IsLabel(text.Span(i + 1)))
            return text.Slice(i, i + 1);
        if (text.IsAny(i, "group", "arm", "groups", "arms") || (text.Is(i, "cohort") && (text.Is(i - 1, "dose") && text.Is(i - 2, '-') || !text.IsAny(i - 1, "first", "second", "third", "fourth", "fifth", "dose", "extension", "expansion"))))
            return BeforeNoun(text, i, floor);
        if (text.IsAny(i, "patients", "participants", "treatment") && i - 1 >= floor && IsName(text, i - 1) && (HasDigit(text.Span(i - 1)) || passage.IsDrug(i - 1)))
            return BeforeNoun(text, i, floor);
        var span = text.Span(i);
        if (span.EndsWith("-treated", StringComparison.OrdinalIgnoreCase))
            return span[..^8].ToString();
        if (text.Is(i, "treated") && text.Is(i - 1, '-') && i - 2 >= floor && text[i - 2].Kind == TokenKind.Word)
            return text.Span(i - 2).ToString();
        if (text.Is(i, "after") && text[i + 1].IsNumber && text.IsAny(i + 2, "dose", "doses", "injections", "infusions"))
            return AfterVerb(text, i);
        if (text.IsAny(i, "receiving", "received") || (text.Is(i, "taking") && passage.IsDrug(i + 1)) || (text.Is(i, "with") && text.Is(i - 1, "treated")) || (text.Is(i, "to") && text.IsAny(i - 1, "randomized", "switched", "assigned")))
            return AfterVerb(text, i);
        return null;
    }

    // "compared with placebo" names the comparison, "7% with placebo" the arm.
    private static bool IsComparedWith(TokenizedText text, int before) =>
        text.IsAny(before, "to", "than", "versus", "vs", "over", "from", "twice", "times") || text.Is(before, '.') || (text.Is(before, "with") && text.IsAny(before - 1, "compared", "comparison"));

    // "the high-dose group": back to the article or preposition.
    private static string? BeforeNoun(TokenizedText text, int noun, int floor)
    {
        var start = noun;
        while (start - 1 >= floor && noun - start < LongestName && !IsNameStop(text, start - 1))
            start--;
        if (start == noun)
            return null;
        var name = text.Slice(start, noun - 1);
        return name.Length < 2 || text.IsAny(start, "treatment", "both", "each", "all", "two", "three", "this", "either", "study") && start == noun - 1 ? null : name;
    }

    private static string? AfterVerb(TokenizedText text, int verb)
    {
        var start = verb + 1;
        while (text.IsAny(start, "either", "the", "a", "an", "up", "at", "least"))
            start++;
        var end = start;
        while (end < text.Count && end - start < LongestName && !text.Is(end, ',') && !text.Is(end, '.') && !text.Is(end, '(') && !text.Is(end, ';') && !text.Is(end, ':') && !text.Is(end, ')') && !text.Is(end, '—')
            && !(text.Is(end, "or") && !text[end + 1].IsNumber) && !text.IsAny(end, "were", "was", "had", "have", "who", "that", "at", "in", "and", "as", "died", "exhibited", "exhibiting", "withdrew", "relapsed", "progressed", "survived", "developed", "saw", "walked", "responded", "reached", "met", "completed", "achieved", "achieving", "experienced", "experiencing", "reported", "reporting", "having", "showed", "showing", "demonstrated", "observed", "discontinued", "gained", "lost", "improved", "maintained", "remained", "required", "compared", "versus", "vs", "than", "for", "every", "once", "during", "throughout", "from", "with", "through"))
            end++;
        var name = text.Slice(start, end - 1);
        return name.Length is < 2 or > 60 || IsPriorTreatment(text, verb, start) ? null : name;
    }

    private static bool IsPriorTreatment(TokenizedText text, int verb, int start) =>
        text.IsAny(start, "prior", "previous", "treatment", "therapy", "their", "one", "no", "multiple") || text.IsAny(verb - 1, "previously", "had", "have") || text.IsAny(verb - 2, "previously");

    // "the EYLEA HD patients", not "Asian patients" or "HER2-positive patients"
    private static bool IsName(TokenizedText text, int i)
    {
        var span = text.Span(i);
        return text[i].Kind == TokenKind.Word && span.Length > 1 && !text.IsAny(i, "NSCLC", "SCLC", "AML", "CLL", "MUM", "UM", "UC", "RSV", "DLB") && span.IndexOfAnyInRange('a', 'z') < 0 && (HasDigit(span) || text.Is(i - 1, '-') is false) && char.IsUpper(span[^1]) | HasDigit(span);
    }

    private static bool IsNameStop(TokenizedText text, int i) =>
        text[i].Kind == TokenKind.Symbol && !text.Is(i, '-') && !text.Is(i, '/') && !text.Is(i, '+') && !text.Is(i, '.')
        || text.IsAny(i, "the", "in", "for", "of", "on", "to", "from", "and", "than", "vs", "versus", "a", "an", "with", "was", "were", "had", "our", "among", "all", "between", "both");

    private static bool IsListed(TokenizedText text, int before) => text.Is(before, '(') || ((text.Is(before, ',') || text.Is(before, ';')) && text.IndexOf(Math.Max(0, before - 12), before, '(') >= 0);

    // "A", "2", "B1"
    private static bool IsLabel(ReadOnlySpan<char> word) => word.Length is 1 or 2 && (char.IsAsciiLetterUpper(word[0]) || char.IsAsciiDigit(word[0]));

    private static bool HasDigit(ReadOnlySpan<char> span) => span.IndexOfAnyInRange('0', '9') >= 0;
}
