using System.Collections.Frozen;
using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Endpoints;

/// <summary>Reads outcomes with the share of patients behind: "clinical remission achieved in 33% of PL8177-treated patients", "a seroconversion rate of 95%".</summary>
internal static class OutcomeRateReader
{
    private static readonly FrozenSet<string> Outcomes =
        "response responses remission clearance resolution improvement seroconversion cure healing normalization success freedom suppression negativity stabilization engraftment independence eradication relapse recurrence survival control retention efficacy immunogenicity seroprotection patency shrinkage regression mortality".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Rates that say nothing of a treatment's effect.
    private static readonly FrozenSet<string> NoOutcomes =
        "tax interest growth enrollment dropout discontinuation mortality attrition failure occupancy incidence completion event adherence compliance utilization inflation exchange run hazard prevalence diagnosis participation market win".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The outcome rates of a sentence; marks their values as used.</summary>
    public static IEnumerable<DataPoint> Read(Passage passage)
    {
        var text = passage.Text;
        foreach (var value in passage.Free.Where(q => q.Kind is QuantityKind.Percent or QuantityKind.Share && !q.IsRange && !q.IsAttribute && q.Precision is Precision.Exact or Precision.About).Where(q => q.Kind is QuantityKind.Percent or QuantityKind.Share).ToList())
        {
            if (!passage.IsFree(value))
                continue;
            if (TermBehind(passage, value) is { } behind)
            {
                passage.Take(value);
                // "the 50% responder rate was 48%": the first figure names the second.
                if (text.IsAny(behind.Last + 1, "was", "were", "of") && passage.Free.FirstOrDefault(q => q.First > behind.Last && q.First <= behind.Last + 3 && q.Kind == value.Kind) is { } named)
                {
                    passage.Take(named);
                    foreach (var point in Comparisons.With(passage, passage.Draft(Measure.Endpoint, named) with { Term = EndpointTerm.Write(text, value.First, behind.Last), Confidence = 0.85 }, named, named.End))
                        yield return point;
                    continue;
                }

                var stated = passage.Draft(Measure.Endpoint, value) with { Term = behind.Text, Confidence = 0.85 };
                foreach (var point in Comparisons.With(passage, stated, value, behind.Last))
                    yield return point;
                continue;
            }

            var head = HeadBefore(text, value.First);
            if (head < 0)
                continue;
            var first = EndpointTerm.StartBefore(passage, BeforeDuration(text, head), 9);
            // "the VGPR or better rate"
            if (first == head && text.IsAny(head, "better", "higher", "greater") && text.Is(head - 1, "or"))
                first = EndpointTerm.StartBefore(passage, head - 2, 4);
            if (OutcomeBefore(text, first) is var outcome and >= 0)
                first = EndpointTerm.StartBefore(passage, outcome, 4);
            // "30-day mortality"
            if (text.Is(head, "mortality") && passage.Quantities.FirstOrDefault(q => q is { Kind: QuantityKind.Time, IsAttribute: true } && q.Last == first - 1) is { } window)
                first = window.First;
            var term = EndpointTerm.Write(text, first, head);
            if (first > head || term.Length < 3 || IsBareWord(text, first, head) || ChangeTerm.IsNoun(text, first - 2) && text.IsAny(first - 1, "in", "of"))
                continue;
            passage.Take(value);
            var result = passage.Draft(Measure.Endpoint, value) with { Term = term, Assessor = Assessors.At(passage, value.First, value.Last), Confidence = 0.88 };
            foreach (var point in Comparisons.With(passage, result, value, value.End))
                yield return point;
        }
    }

    // "an 84.7% responder rate", "77.8% efficacy against symptomatic disease"
    private static (string Text, int Last)? TermBehind(Passage passage, Quantity value)
    {
        var text = passage.Text;
        for (var i = value.End + 1; i <= value.End + 5 && i < text.Count; i++)
        {
            if (text[i].Kind != TokenKind.Word && !text.Is(i, '-') || text.IsAny(i, "of", "in", "and", "was", "were", "had", "with", "to", "at"))
                return null;
            var isRate = text.Is(i, "rate") && i > value.End + 1 && !NoOutcomes.Contains(text.Span(i - 1).ToString());
            if (!isRate && !(Outcomes.Contains(text.Span(i).ToString()) && !text.IsAny(i + 1, "rate", "rates") && (i > value.End + 1 || text.Is(i, "efficacy"))) || ChangeTerm.IsNoun(text, i))
                continue;
            var term = EndpointTerm.Write(text, value.End + 1, isRate ? i - 1 : i);
            return term.Length < 5 ? null : (term, i);
        }

        return null;
    }

    // "clinical response in 78%", "remission was achieved in 33%", "relapse rate of 12%"
    private static int HeadBefore(TokenizedText text, int value)
    {
        var i = value - 1;
        while (text.IsAny(i, "in", "of", "was", "were", "at", "approximately", "about", "nearly", "achieved", "observed", "demonstrated", "seen", "reported", "noted", "maintained", "by", "for", "is", "rate", "rates", "~", "occurred"))
            i--;
        // "clinical remission at week 12 was achieved by 27%"
        if (i < value - 1)
            i = BeforeTime(text, i);
        if (i == value - 1 || i < 0)
            return -1;
        // "the pCR rate was 63%", "responder rates of 48% and 29%"
        if (text.IsAny(i + 1, "rate", "rates") && value - i > 2 && !NoOutcomes.Contains(text.Span(i).ToString()) && text[i].Kind == TokenKind.Word)
            return i;
        // "Worsening heart failure events occurred in 36 patients (9.9%)"
        if (Safety.EventOccurrences.VerbBefore(text, value) is var verb and >= 1 && text.Is(verb, "occurred") && text[verb - 1].Kind == TokenKind.Word)
            return verb - 1;
        // "resolution of NASH without worsening of fibrosis was seen in 26%"
        if (Safety.EventOccurrences.VerbBefore(text, value) is var told and >= 3 && Enumerable.Range(Math.Max(0, told - 9), Math.Min(told, 9)).Any(t => Outcomes.Contains(text.Span(t).ToString())) && text[told - 1].Kind == TokenKind.Word)
            return told - 1;
        // "tumor reduction was observed in 71% of patients"
        if (Safety.EventOccurrences.VerbBefore(text, value) is var seen and >= 2 && ChangeTerm.IsNoun(text, seen - 1) && text[seen - 2].Kind == TokenKind.Word)
            return seen - 1;
        // "ACR50 was achieved by 34.2% of patients"
        if (text.IsAny(value - 1, "by", "in") && text.Is(value - 2, "achieved") && text[i].Kind == TokenKind.Word)
            return i;
        if (text.Is(i, ')') && EndpointTerm.IsAbbreviation(text, i - 2))
            return Outcomes.Contains(text.Span(i - 3).ToString()) ? i : -1;
        return i >= 0 && Outcomes.Contains(text.Span(i).ToString()) ? i : -1;
    }

    // "resolution of NASH without worsening of fibrosis": the outcome stands first, and what it is of behind it.
    private static int OutcomeBefore(TokenizedText text, int first)
    {
        if (!text.IsAny(first - 1, "of", "in"))
            return -1;
        for (var i = first - 2; i >= Math.Max(0, first - 7); i--)
        {
            if (Outcomes.Contains(text.Span(i).ToString()))
                return i;
            if (text[i].Kind != TokenKind.Word || text.IsAny(i, "with", "was", "were", "had", "and"))
                return -1;
        }

        return -1;
    }

    // "transfusion independence for at least 8 weeks was achieved by": the name stands before how long.
    private static int BeforeDuration(TokenizedText text, int head)
    {
        var i = head;
        if (!Units.IsTime(text.Span(i), out _) || !text[i - 1].IsNumber)
            return head;
        i -= 2;
        while (text.IsAny(i, "at", "least", "for", "or", "more", "than") || text.Is(i, '≥') || text.Is(i, '>'))
            i--;
        return i < 0 ? head : i;
    }

    private static int BeforeTime(TokenizedText text, int last)
    {
        if (text[last].IsNumber && text.IsAny(last - 1, "week", "month", "day", "year") && text.IsAny(last - 2, "at", "by"))
            return last - 3;
        return Units.IsTime(text.Span(last), out _) && text[last - 1].IsNumber && text.IsAny(last - 2, "at", "by", "after") ? last - 3 : last;
    }

    // One word says too little: "response in 12%".
    private static bool IsBareWord(TokenizedText text, int first, int last) => first == last && Outcomes.Contains(text.Span(first).ToString()) && !text.IsAny(first, "seroconversion", "seroprotection", "remission", "relapse", "recurrence", "mortality");
}
