using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;

namespace Alerts.Extraction.Results;

/// <summary>Reads the patients that a value is about: "in patients with liver metastases", "in the per-protocol population", "in the recently diagnosed subgroup".</summary>
internal static class Populations
{
    private const int Reach = 14;

    private const int LongestName = 9;

    /// <summary>The population of a value; null where none is named.</summary>
    public static string? At(Passage passage, int first, int last)
    {
        var text = passage.Text;
        if (BeforeBracket(passage, first) is { } bracketed)
            return bracketed;
        var end = Math.Min(passage.ClauseEnd(last), last + Reach);
        for (var i = last + 1; i <= end; i++)
        {
            // "…, and in bevacizumab-naive patients it was 40%" begins anew.
            if (text.Is(i, ',') && text.Is(i + 1, "and") && text.IsAny(i + 2, "in", "among", "for"))
                break;
            if (passage.Quantities.Any(q => q.First == i && (q.Kind is QuantityKind.Percent or QuantityKind.Share)) || LinkWords.IsComparison(text, i))
                break;
            if (text.IsAny(i, "in", "among", "for", "of", "within") && Phrase(passage, i) is { } behind)
                return behind;
        }

        for (var i = first - 1; i >= passage.ClauseStart(first); i--)
        {
            if (text.IsAny(i, "in", "among", "within") && Phrase(passage, i) is { } before)
                return before;
            if (Subject(passage, i) is { } subject)
                return subject;
        }

        return Label(passage, first);
    }

    // "NSCLC (n=43): ORR of 46%", "Pancreatic cancer: 3 of 10 patients"
    private static string? Label(Passage passage, int first)
    {
        var text = passage.Text;
        if (passage.Sentence.Block.Kind != Filings.BlockKind.Bullet)
            return null;
        var colon = text.IndexOf(1, Math.Min(first, LongestName), ':');
        if (colon < 0 || passage.Anchors.Any(a => a.First < colon) || passage.Quantities.Any(q => q.First < colon) || Safety.SafetyContext.Here(passage))
            return null;
        var end = text.IndexOf(0, colon, '(') is var open and > 0 ? open : colon;
        var isName = text[end - 1].Kind == TokenKind.Word && !text.IsAny(end - 1, "results", "efficacy", "safety", "data", "findings", "activity", "endpoint", "endpoints", "outcome", "outcomes", "analysis", "cohort", "arm", "group", "survival", "response");
        return isName ? text.Slice(0, end - 1) : null;
    }

    // "in the entire study population (HR: 0.98)"
    private static string? BeforeBracket(Passage passage, int first)
    {
        var text = passage.Text;
        var open = first - 1;
        while (open > 0 && open > first - 6 && !text.Is(open, '(') && !text.Is(open, ')'))
            open--;
        if (!text.Is(open, '('))
            return null;
        for (var i = open - 1; i > Math.Max(0, open - Reach) && !text.Is(i, ')') && !text.Is(i, ',') && !text[i].IsNumber; i--)
        {
            if (text.IsAny(i, "in", "among") && Phrase(passage, i) is { } phrase)
                return phrase;
            if (text.IsAny(i, "population", "subset", "subgroup", "patients") && i == open - 1)
            {
                var start = i;
                while (start > 0 && i - start < 7 && (text[start - 1].Kind == TokenKind.Word || text.Is(start - 1, '-')) && !text.IsAny(start - 1, "the", "of", "in", "or", "and", "a", "either"))
                    start--;
                return text.Slice(start, open - 1);
            }
        }

        return null;
    }

    // "Patients with liver metastases (n=38) had an ORR of 29% and those with bone metastases …"
    private static string? Subject(Passage passage, int i)
    {
        var text = passage.Text;
        if (!text.IsAny(i, "patients", "participants", "subjects", "those") || !text.Is(i + 1, "with") || text.IsAny(i - 1, "of", "in", "among", "for", "treat", "treated") || text[i - 1].IsNumber)
            return null;
        var end = End(passage, i + 2);
        if (text.Is(end + 1, "at") && text.Is(end + 2, "baseline"))
            end += 2;
        var verb = text.Is(end + 1, '(') && text.Is(end + 5, ')') ? end + 6 : end + 1;
        return end > i + 1 && text.IsAny(verb, "had", "achieved", "experienced", "showed") ? text.Slice(i, end) : null;
    }

    private static string? Phrase(Passage passage, int preposition)
    {
        var text = passage.Text;
        var start = preposition + 1;
        while (text.IsAny(start, "the", "a", "an", "all", "those"))
            start++;
        if (text[start].IsNumber)
            return null;
        for (var i = start; i < start + LongestName && i < text.Count; i++)
        {
            if (text[i].IsNumber && i > start || text.Is(i, ',') || text.Is(i, '.') || text.Is(i, ';') || text.Is(i, '(') || text.IsAny(i, "was", "were", "had", "achieved", "compared", "versus", "vs", "who", "where", "at"))
                return null;
            // "the subgroup of patients with BRCA mutations"
            if (text.IsAny(i, "subgroup", "subset", "population") && text.Is(i + 1, "of"))
            {
                i++;
                start = i + 1;
                continue;
            }

            if (text.IsAny(i, "population", "subgroup", "subset", "set"))
                return text.Slice(start, i);
            if (!PatientWords.IsNoun(text.Span(i)))
                continue;
            // "zelitinib-treated patients", "patients with zelitinib": the arm
            if ((text.Is(i - 1, "treated") && text.Is(i - 2, '-') && passage.IsDrug(i - 3)) || (text.Is(i - 1, "treated") && passage.IsDrug(i - 2)) || (text.Is(i + 1, "with") && passage.IsDrug(i + 2)))
                return null;
            // "HL patients with a median of five prior lines" tells no more than "HL patients".
            if (text.Is(i + 1, "with") && !text.IsAny(text.Is(i + 2, "a") ? i + 3 : i + 2, "median", "mean", "average") && End(passage, i + 2) is var end && end > i + 1)
                return text.Slice(start, end);
            return (i > start || IsAge(text, i)) && !text[start].IsNumber && !text.IsAny(start, "treated", "these", "study", "trial", "their", "most", "some", "both") ? text.Slice(start, i) : null;
        }

        return null;
    }

    // "41% in adults and 52% in adolescents": one word tells them apart.
    private static bool IsAge(TokenizedText text, int i) => text.IsAny(i, "adults", "adolescents", "children", "infants", "toddlers", "women", "men");

    private static int End(Passage passage, int start)
    {
        var text = passage.Text;
        var i = start;
        while (i < text.Count && i - start < LongestName && !text.Is(i, ',') && !text.Is(i, '.') && !text.Is(i, ';') && !text.Is(i, '(') && !text.Is(i, ')')
            && !text[i].IsNumber && !(i > start && passage.Anchors.Any(a => a.First == i)) && !text.IsAny(i, "was", "were", "had", "achieved", "compared", "versus", "vs", "at", "treated", "receiving", "received", "and", "responded"))
            i++;
        while (i > start && text.IsAny(i - 1, "of", "at", "in", "with", "a", "the"))
            i--;
        return i - 1;
    }
}
