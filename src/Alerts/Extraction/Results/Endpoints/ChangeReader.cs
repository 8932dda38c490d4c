using System.Collections.Frozen;
using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Endpoints;

/// <summary>
/// Reads changes: "a 4.4% reduction in weight", "mean fat volume reduction of 22.4%", "Mean change from baseline in MADRS was
/// -23 points", "fluctuations in attention which declined by 91%". The value is as written.
/// </summary>
internal static class ChangeReader
{
    private const int Reach = 18;

    private static readonly FrozenSet<string> Nouns =
        "reduction reductions decrease decreases increase increases improvement improvements decline declines slowing change changes gain gains loss lowering drop rise difference inhibition suppression knockdown".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Verbs =
        "reduced decreased declined improved increased lowered rose fell dropped slowed suppressed inhibited worsened deteriorated".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for "reduction", "change", "improvement" …</summary>
    public static bool IsNoun(TokenizedText text, int token) => Nouns.Contains(text.Span(token).ToString());

    /// <summary>The changes of a sentence; marks their values as used.</summary>
    public static IEnumerable<DataPoint> Read(Passage passage)
    {
        string? last = null;
        foreach (var value in passage.Free.Where(q => IsChange(q) || q is { Kind: QuantityKind.Time, IsRange: false, IsAttribute: false, IsNotReached: false }).ToList())
        {
            if (!passage.IsFree(value) || (value.Kind == QuantityKind.Time ? VerbBefore(passage, value) : NounBehind(passage, value) ?? NounBefore(passage, value) ?? VerbBefore(passage, value)) is not { } term || term.Text.Length < 4 || IsHazard(passage, term.Text))
                continue;
            passage.Take(value);
            // "…, a placebo-corrected difference of 53%": of what was named before
            if (last is not null && term.Text.Contains("difference", StringComparison.Ordinal) && !term.Text.Contains(" in ", StringComparison.Ordinal))
                term = (last, term.Last);
            last = term.Text;
            var result = Point(passage, value, term.Text);
            // "+2.2 letters; -13 µm in injection-free patients" goes on without an arm, all else needs one.
            var joined = Joined(passage, value, term.Text).ToList();
            foreach (var point in joined.Count > 0 ? [result, .. joined] : Comparisons.With(passage, result, value, Math.Max(value.End, term.Last)))
                yield return point;
        }
    }

    private static bool IsChange(Quantity q) =>
        !q.IsRange && !q.IsAttribute && !q.IsNotReached && q.Kind is QuantityKind.Percent or QuantityKind.Measured or QuantityKind.Ratio or QuantityKind.Plain && q.Precision != Precision.AtLeast && !q.IsRange && !q.IsAttribute;

    // "reduced the risk of death by 42% (HR 0.58)" tells the hazard ratio twice.
    private static bool IsHazard(Passage passage, string term) => term.Contains("risk of", StringComparison.Ordinal) && passage.Anchors.Any(a => a.Rule is TimeToEvent.HazardRatio);

    private static DataPoint Point(Passage passage, Quantity value, string term)
    {
        var point = passage.Draft(Measure.Endpoint, value);
        var isDifference = EndpointContext.IsDifference(passage, value) || term.Contains("difference from placebo", StringComparison.Ordinal);
        return point with
        {
            Term = term,
            Unit = value.Kind == QuantityKind.Plain ? ScoreUnits.Of(term) : point.Unit,
            Arm = isDifference ? "difference" : point.Arm,
            Confidence = value.Kind == QuantityKind.Plain ? 0.75 : 0.88,
        };
    }

    // "a 4.4% reduction in weight", "166.6 mL subcutaneous fat volume reduction", "an 82% slowing"
    private static (string Text, int Last)? NounBehind(Passage passage, Quantity value)
    {
        var text = passage.Text;
        if (value.Kind == QuantityKind.Plain)
            return null;
        for (var i = value.End + 1; i <= value.End + 6 && i < text.Count; i++)
        {
            if (passage.IsBreak(i) || text.Is(i, ',') || text.Is(i, '.') || text[i].IsNumber || text.IsAny(i, "of", "in", "and", "was", "were", "had"))
                return null;
            if (!Nouns.Contains(text.Span(i).ToString()))
                continue;
            var last = ObjectEnd(passage, i);
            var describing = EndpointTerm.Write(text, value.End + 1, i - 1);
            if (last > i)
                return (EndpointTerm.Write(text, value.End + 1, last), last);
            if (describing.Length > 3)
                return (EndpointTerm.Write(text, value.End + 1, i), i);
            // "83% reduction" below "Supplemental injections:"
            return LeadIn(passage) is { } leadIn ? ($"{text.Span(i).ToString().ToLowerInvariant()} in {leadIn}", i) : null;
        }

        return null;
    }

    // "reductions from baseline in triglycerides of up to -73%", "change from baseline in MADRS was -23", "fat volume reduction of 22.4%"
    private static (string Text, int Last)? NounBefore(Passage passage, Quantity value)
    {
        var text = passage.Text;
        var copula = value.First - 1;
        while (text.IsAny(copula, "up", "to", "approximately", "about", "nearly", "only", "a", "an", "median", "mean", "roughly") || text.Is(copula, '~'))
            copula--;
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
            if (term.Contains(' ', StringComparison.Ordinal))
                return (term, value.End);
            // "a mean reduction of 14.2% in body weight"
            var behind = value.End + 1;
            return text.IsAny(behind, "in", "from") && text.Is(copula, "of") && !EndpointTerm.IsGroup(passage, behind) && EndOfObject(passage, behind + 1) is var end && end > behind
                ? (EndpointTerm.Write(text, i, i) + " in " + EndpointTerm.Write(text, behind + 1, end), end) : null;
        }

        return SignedScore(passage, value, copula);
    }

    // "BCVA of +2.2 letters"
    private static (string Text, int Last)? SignedScore(Passage passage, Quantity value, int copula)
    {
        var text = passage.Text;
        var isSigned = text.Span(value.First)[0] is '+' or '-' or '−' or '–';
        if (!isSigned || value.Kind is not (QuantityKind.Measured or QuantityKind.Percent) || !text.IsAny(copula, "of", "was", "were"))
            return null;
        var first = EndpointTerm.StartBefore(passage, copula - 1, 8);
        return first < copula ? (EndpointTerm.Write(text, first, copula - 1), value.End) : null;
    }

    // "attention which declined by 91%", "reduced triglycerides by 80%"
    private static (string Text, int Last)? VerbBefore(Passage passage, Quantity value)
    {
        var text = passage.Text;
        var by = value.First - 1;
        while (text.IsAny(by, "up", "to", "approximately", "about", "nearly", "a", "an", "mean", "median", "average", "of", "more", "than", "as", "much") || text.Is(by, '~'))
            by--;
        if (value.Kind == QuantityKind.Plain)
            return null;
        // "titers increased 12.4-fold"
        if (Verbs.Contains(text.Span(by).ToString()))
            return NounPhraseStart(passage, by - 1) is var start && start < by ? (EndpointTerm.Write(text, start, by), value.End) : null;
        if (text.IsAny(by, "gained", "lost") && value.Kind == QuantityKind.Measured)
            return ($"{value.Unit} {text.Span(by).ToString().ToLowerInvariant()}", value.End);
        if (text.Is(by, "lost") && text.Is(value.End + 1, "of"))
            return ("loss of " + EndpointTerm.Write(text, text.IsAny(value.End + 2, "their", "the") ? value.End + 3 : value.End + 2, EndpointTerm.EndFrom(passage, value.End + 3)), value.End);
        if (!text.Is(by, "by"))
            return null;
        for (var i = by - 1; i >= Math.Max(passage.ClauseStart(value.First), by - 10); i--)
        {
            if (!Verbs.Contains(text.Span(i).ToString()))
                continue;
            // "improved PFS by 3.2 months" is the difference of two medians.
            if (passage.Anchors.Any(a => a.First > i && a.First < by && a.Rule is TimeToEvent.TimeToEventRule))
                return null;
            // "reduced X by": the object stands between; "X was reduced by": before.
            if (by - i > 1)
                return (EndpointTerm.Write(text, i, by - 1), value.End);
            var last = i - 1;
            while (text.IsAny(last, "which", "that", "was", "were", "has", "been", "also", "significantly", "had"))
                last--;
            var first = NounPhraseStart(passage, last);
            return first <= last ? (EndpointTerm.Write(text, first, last) + " " + text.Span(i).ToString().ToLowerInvariant(), value.End) : null;
        }

        return null;
    }

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
            if (text.IsAny(i, "was", "were", "is") || text.Is(i, "of") && (text[i + 1].IsNumber || text.IsAny(i + 1, "up", "approximately", "about")))
                return i - 1;
        }

        return limit;
    }

    // "of -11 µm; -13 µm in injection-free patients", "of -73% in MUIR and -86% in SHASTA-2"
    private static IEnumerable<DataPoint> Joined(Passage passage, Quantity value, string term)
    {
        var text = passage.Text;
        var previous = value;
        foreach (var next in passage.Quantities.Where(q => q.First > value.End && q.Kind == value.Kind && q.Unit == value.Unit && !q.IsRange).ToList())
        {
            if (next.First - previous.End > 14 || !passage.IsFree(next) || !(text.IsAny(next.First - 1, "and") || text.Is(next.First - 1, ';')) || NounBehind(passage, next) is not null)
                yield break;
            for (var i = previous.End + 1; i < next.First - 1; i++)
            {
                if (LinkWords.IsComparison(text, i) || text.Is(i, ';'))
                    yield break;
            }

            if (HasWord(text, next.End, "respectively"))
                yield break;
            passage.Take(next);
            previous = next;
            yield return Point(passage, next, term) with { Confidence = 0.8 };
        }
    }

    private static bool HasWord(TokenizedText text, int after, string word)
    {
        for (var i = after + 1; i < text.Count; i++)
        {
            if (text.Is(i, word))
                return true;
        }

        return false;
    }

    private static string? LeadIn(Passage passage)
    {
        if (passage.Sentence.Block.Kind != Filings.BlockKind.Bullet || passage.Sentence.Above.Count == 0)
            return null;
        var text = passage.Sentence.Document.Blocks[passage.Sentence.Above[^1]].Text;
        return text.Length < 80 && text.EndsWith(':') ? text.TrimEnd(':', ' ').ToLowerInvariant() : null;
    }
}
