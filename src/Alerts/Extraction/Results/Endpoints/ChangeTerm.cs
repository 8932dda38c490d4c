using System.Collections.Frozen;
using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;

namespace Alerts.Extraction.Results.Endpoints;

/// <summary>What a change is a change of.</summary>
/// <param name="Text">The words that name it, lower case.</param>
/// <param name="Last">The last token of value and words.</param>
internal sealed record ChangeTerm(string Text, int Last)
{
    private const int Reach = 18;

    private static readonly FrozenSet<string> Nouns =
        "reduction reductions decrease decreases increase increases improvement improvements decline declines slowing change changes gain gains loss lowering drop rise difference inhibition suppression knockdown".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // What fell is "fall in" it: the noun keeps the direction, and no verb belongs into a term.
    private static readonly FrozenDictionary<string, string> Verbs = new Dictionary<string, string>
    {
        ["reduced"] = "reduction",
        ["decreased"] = "decrease",
        ["declined"] = "decline",
        ["improved"] = "improvement",
        ["increased"] = "increase",
        ["lowered"] = "lowering",
        ["rose"] = "rise",
        ["fell"] = "fall",
        ["dropped"] = "drop",
        ["slowed"] = "slowing",
        ["suppressed"] = "suppression",
        ["inhibited"] = "inhibition",
        ["worsened"] = "worsening",
        ["deteriorated"] = "deterioration",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for "reduction", "change", "improvement" …</summary>
    public static bool IsNoun(TokenizedText text, int token) => Nouns.Contains(text.Span(token).ToString());

    /// <summary>The term of a compared figure that went another way: "fell by 28% versus a 4% increase with placebo".</summary>
    /// <param name="term">The term of the first figure.</param>
    /// <param name="text">The sentence.</param>
    /// <param name="behind">The token behind the compared figure.</param>
    public static string? Redirect(string? term, TokenizedText text, int behind) => Redirect(term, text, behind, behind);

    /// <summary>The term of a compared figure whose own noun may also stand before it: "… versus an increase of 4% with placebo".</summary>
    /// <param name="term">The term of the first figure.</param>
    /// <param name="text">The sentence.</param>
    /// <param name="first">The compared figure.</param>
    /// <param name="behind">The token behind it.</param>
    public static string? Redirect(string? term, TokenizedText text, int first, int behind)
    {
        if (text.Is(first - 1, "of") && IsNoun(text, first - 2))
            behind = first - 2;
        var end = IsNoun(text, behind) && term is not null ? term.IndexOf(" in ", StringComparison.Ordinal) : -1;
        if (end < 0 && term is not null && behind < first && term.LastIndexOf(' ') is var space and > 0 && Nouns.Contains(term[(space + 1)..]))
            return term[..(space + 1)] + text.Span(behind).ToString().ToLowerInvariant();
        return end > 0 && Verbs.Values.Contains(term![..end]) ? text.Span(behind).ToString().ToLowerInvariant() + term[end..] : term;
    }

    /// <summary>What a value is a change of; null where the words around do not say that something changed.</summary>
    public static ChangeTerm? Of(Passage passage, Quantity value) =>
        value.Kind == QuantityKind.Time ? VerbBefore(passage, value) : NounBehind(passage, value) ?? NounBefore(passage, value) ?? VerbBefore(passage, value);

    /// <summary>What changed, where the noun follows the value: "a 4.4% reduction in weight", "166.6 mL subcutaneous fat volume reduction".</summary>
    public static ChangeTerm? NounBehind(Passage passage, Quantity value)
    {
        var text = passage.Text;
        if (value.Kind == QuantityKind.Plain)
            return null;
        for (var i = value.End + 1; i <= value.End + 6 && i < text.Count; i++)
        {
            if (passage.IsBreak(i) || text.Is(i, ',') || text.Is(i, '.') || (text.Is(i, '(') && !EndpointTerm.IsAbbreviation(text, i)) || text[i].IsNumber || text.IsAny(i, "of", "in", "and", "was", "were", "had"))
                return null;
            if (!Nouns.Contains(text.Span(i).ToString()))
                continue;
            var last = ObjectEnd(passage, i);
            var describing = EndpointTerm.Write(text, value.End + 1, i - 1);
            if (last > i)
                return new ChangeTerm(EndpointTerm.Write(text, value.End + 1, last), last);
            if (describing.Length > 3)
                return new ChangeTerm(EndpointTerm.Write(text, value.End + 1, i), i);
            // "0.6 with zelimab compared to 3.9 with prophylaxis, an 84% reduction"
            if (passage.LastEndpoint is { } named && !text.Is(i + 1, "from"))
                return new ChangeTerm(Verbs.Values.Any(noun => named.StartsWith(noun, StringComparison.Ordinal)) ? named : $"{text.Span(i).ToString().ToLowerInvariant()} in {named}", i);
            // "83% reduction" below "Supplemental injections:"
            return LeadIn(passage) is { } leadIn ? new ChangeTerm($"{text.Span(i).ToString().ToLowerInvariant()} in {leadIn}", i) : null;
        }

        return null;
    }

    // "reductions from baseline in triglycerides of up to -73%", "change from baseline in MADRS was -23", "fat volume reduction of 22.4%"
    private static ChangeTerm? NounBefore(Passage passage, Quantity value)
    {
        var text = passage.Text;
        var copula = value.First - 1;
        while (text.IsAny(copula, "up", "to", "approximately", "about", "nearly", "only", "a", "an", "median", "mean", "roughly") || text.Is(copula, '~'))
            copula--;
        // "(difference -34.0; p<0.001)"
        if (text.Is(copula, "difference"))
            return new ChangeTerm("difference", value.End);
        if (!text.IsAny(copula, "of", "was", "were", "is") && !text.Is(copula, ':') && !text.Is(copula, '=') && !text.Is(copula, '('))
            return null;
        var floor = Math.Max(passage.ClauseStart(value.First), value.First - Reach);
        for (var i = copula - 1; i >= floor; i--)
        {
            if (passage.Quantities.Any(q => q.Last == i && q.Kind == value.Kind))
                return null;
            if (!Nouns.Contains(text.Span(i).ToString()))
                continue;
            var first = EndpointTerm.StartBefore(passage, i - 1, 6);
            var last = Math.Max(i, Math.Min(copula - 1, ObjectEnd(passage, i)));
            var term = EndpointTerm.Write(text, Math.Min(first, i), last);
            // "a change from baseline of -4.5 in total score"
            if (term.EndsWith("from baseline", StringComparison.Ordinal) && text.Is(value.End + 1, "in") && !EndpointTerm.IsGroup(passage, value.End + 1) && EndOfObject(passage, value.End + 2) is var objectEnd && objectEnd > value.End + 1)
                return new ChangeTerm($"{term} in {EndpointTerm.Write(text, value.End + 2, objectEnd)}", objectEnd);
            if (term.Contains(' ', StringComparison.Ordinal))
                return new ChangeTerm(term, value.End);
            // "…, a difference of -4.6": of what was named before, which the reader knows
            if (text.Is(i, "difference") && text.Is(copula, "of"))
                return new ChangeTerm("difference", value.End);
            // "…, and at week 52 the average improvement was 74%": again of what was named before
            if (text.IsAny(copula, "was", "were") && text.Has(0, i, text.Span(i).ToString()))
                return new ChangeTerm(text.Span(i).ToString().ToLowerInvariant(), value.End);
            // "a mean reduction of 14.2% in body weight"
            var behind = value.End + 1;
            return text.IsAny(behind, "in", "from") && text.Is(copula, "of") && !EndpointTerm.IsGroup(passage, behind) && EndOfObject(passage, behind + 1) is var end && end > behind
                ? new ChangeTerm(EndpointTerm.Write(text, i, i) + " in " + EndpointTerm.Write(text, behind + 1, end), end) : null;
        }

        return SignedScore(passage, value, copula);
    }

    // "BCVA of +2.2 letters"
    private static ChangeTerm? SignedScore(Passage passage, Quantity value, int copula)
    {
        var text = passage.Text;
        var isSigned = text.Span(value.First)[0] is '+' or '-' or '−' or '–';
        if (!isSigned || value.Kind is not (QuantityKind.Measured or QuantityKind.Percent) || !text.IsAny(copula, "of", "was", "were"))
            return null;
        var first = EndpointTerm.StartBefore(passage, copula - 1, 8);
        return first < copula ? new ChangeTerm(EndpointTerm.Write(text, first, copula - 1), value.End) : null;
    }

    // "attention which declined by 91%", "reduced triglycerides by 80%"
    private static ChangeTerm? VerbBefore(Passage passage, Quantity value)
    {
        var text = passage.Text;
        var by = value.First - 1;
        while (text.IsAny(by, "up", "to", "approximately", "about", "nearly", "a", "an", "mean", "median", "average", "of", "more", "than", "as", "much") || text.Is(by, '~'))
            by--;
        if (value.Kind == QuantityKind.Plain)
            return null;
        // "titers increased 12.4-fold"
        if (Verbs.ContainsKey(text.Span(by).ToString()))
            return NounPhraseStart(passage, by - 1) is var start && start < by ? new ChangeTerm(Noun(text, by) + EndpointTerm.Write(text, start, by - 1), value.End) : null;
        if (text.IsAny(by, "gained", "lost") && value.Kind == QuantityKind.Measured)
            return new ChangeTerm($"{value.Unit} {text.Span(by).ToString().ToLowerInvariant()}", value.End);
        if (text.Is(by, "lost") && text.Is(value.End + 1, "of"))
            return new ChangeTerm("loss of " + EndpointTerm.Write(text, text.IsAny(value.End + 2, "their", "the") ? value.End + 3 : value.End + 2, EndpointTerm.EndFrom(passage, value.End + 3)), value.End);
        if (!text.Is(by, "by"))
            return null;
        for (var i = by - 1; i >= Math.Max(passage.ClauseStart(value.First), by - 10); i--)
        {
            if (!Verbs.ContainsKey(text.Span(i).ToString()))
                continue;
            // "improved PFS by 3.2 months" is the difference of two medians.
            if (passage.Anchors.Any(a => a.First > i && a.First < by && a.Rule is TimeToEvent.TimeToEventRule))
                return null;
            // "reduced X by": the object stands between; "X was reduced by": before.
            if (by - i > 1)
                return new ChangeTerm(Noun(text, i) + EndpointTerm.Write(text, i + 1, by - 1), value.End);
            var last = i - 1;
            while (text.IsAny(last, "which", "that", "was", "were", "has", "been", "also", "significantly", "had"))
                last--;
            var first = NounPhraseStart(passage, last);
            return first <= last ? new ChangeTerm(Noun(text, i) + EndpointTerm.Write(text, first, last), value.End) : null;
        }

        return null;
    }

    private static string Noun(TokenizedText text, int verb) => Verbs[text.Span(verb).ToString()] + " in ";

    // "fluctuations in attention": a noun phrase may hold "in" and "of".
    private static int NounPhraseStart(Passage passage, int last)
    {
        var first = EndpointTerm.StartBefore(passage, last, 7);
        while (first > 1 && first <= last && passage.Text.IsAny(first - 1, "in", "of") && EndpointTerm.StartBefore(passage, first - 2, 4) is var more && more < first - 1)
            first = more;
        return first;
    }

    // "[from baseline] in|of <object>"
    private static int ObjectEnd(Passage passage, int noun)
    {
        var text = passage.Text;
        var i = noun + 1;
        if (text.IsAny(i, "from", "over", "versus") && text.IsAny(i + 1, "baseline", "placebo", "control", "vehicle", "sham"))
            i += 2;
        // "a 2% increase for placebo": of whom, not of what
        if (text.IsAny(i, "for", "on", "with") && text.IsAny(i + 1, "placebo", "sham", "vehicle", "control"))
            return noun;
        if (!text.IsAny(i, "in", "of", "for", "on") || text[i + 1].IsNumber || text.Is(i, "in") && EndpointTerm.IsGroup(passage, i) || text.IsAny(i + 1, "up", "approximately", "about"))
            return i - 1 > noun ? i - 1 : noun;
        return EndOfObject(passage, i + 1);
    }

    private static int EndOfObject(Passage passage, int first)
    {
        var text = passage.Text;
        var limit = EndpointTerm.EndFrom(passage, first);
        for (var i = first; i <= limit; i++)
        {
            if (text.IsAny(i, "was", "were", "is", "between") || text.Is(i, "of") && (text[i + 1].IsNumber || text.IsAny(i + 1, "up", "approximately", "about")))
                return i - 1;
        }

        return limit;
    }

    private static string? LeadIn(Passage passage)
    {
        if (passage.Sentence.Block.Kind != Filings.BlockKind.Bullet || passage.Sentence.Above.Count == 0)
            return null;
        var text = passage.Sentence.Document.Blocks[passage.Sentence.Above[^1]].Text;
        return text.Length < 80 && text.EndsWith(':') ? text.TrimEnd(':', ' ').ToLowerInvariant() : null;
    }
}
