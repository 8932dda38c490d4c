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
        "reduced decreased declined improved increased lowered rose fell dropped slowed suppressed inhibited".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The changes of a sentence; marks their values as used.</summary>
    public static IEnumerable<DataPoint> Read(Passage passage)
    {
        foreach (var value in passage.Free.Where(IsChange).ToList())
        {
            if (!passage.IsFree(value) || (NounBehind(passage, value) ?? NounBefore(passage, value) ?? VerbBefore(passage, value)) is not { } term || term.Text.Length < 4)
                continue;
            passage.Take(value);
            yield return Point(passage, value, term.Text);
            foreach (var further in Further(passage, value, Math.Max(value.End, term.Last), term.Text))
                yield return further;
        }
    }

    private static bool IsChange(Quantity q) =>
        !q.IsRange && !q.IsAttribute && !q.IsNotReached && q.Kind is QuantityKind.Percent or QuantityKind.Measured or QuantityKind.Ratio or QuantityKind.Plain && q.Precision != Precision.AtLeast && !q.IsRange && !q.IsAttribute;

    private static DataPoint Point(Passage passage, Quantity value, string term)
    {
        var point = passage.Draft(Measure.Endpoint, value);
        var isDifference = EndpointContext.IsDifference(passage, value);
        return point with
        {
            Term = term,
            Unit = value.Kind == QuantityKind.Plain ? "score" : point.Unit,
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
        if (!text.IsAny(copula, "of", "was", "were", "is", "by") && !text.Is(copula, ':') && !text.Is(copula, '=') && !text.Is(copula, '('))
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
            return term.Contains(' ', StringComparison.Ordinal) ? (term, value.End) : null;
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
        if (!text.Is(by, "by") || value.Kind == QuantityKind.Plain)
            return null;
        for (var i = by - 1; i >= Math.Max(passage.ClauseStart(value.First), by - 10); i--)
        {
            if (!Verbs.Contains(text.Span(i).ToString()))
                continue;
            // "reduced X by": the object stands between; "X was reduced by": before.
            if (by - i > 1)
                return (EndpointTerm.Write(text, i, by - 1), value.End);
            var last = i - 1;
            while (text.IsAny(last, "which", "that", "was", "were", "has", "been", "also", "significantly", "had"))
                last--;
            var first = NounPhraseStart(passage, last);
            return first <= last ? (EndpointTerm.Write(text, first, i), value.End) : null;
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
        if (text.Is(i, "from") && text.Is(i + 1, "baseline"))
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

    // "of -11 µm; -13 µm in injection-free patients", "of -73% in MUIR and -86% in SHASTA-2", "versus 1.6% for the placebo group"
    private static IEnumerable<DataPoint> Further(Passage passage, Quantity value, int from, string term)
    {
        var text = passage.Text;
        var previous = value;
        foreach (var next in passage.Quantities.Where(q => q.First > value.End && q.Kind == value.Kind && q.Unit == value.Unit && !q.IsRange).ToList())
        {
            var start = Math.Max(previous.End, ReferenceEquals(previous, value) ? Math.Min(from, next.First - 1) : 0);
            if (next.First - previous.End > 26 || !passage.IsFree(next))
                yield break;
            bool isCompared = false, isJoined = false, isNew = NounBehind(passage, next) is not null;
            for (var i = start + 1; i < next.First; i++)
            {
                isCompared |= LinkWords.IsComparison(text, i);
                isJoined |= text.Is(i, "and") && i >= next.First - 2 || text.Is(i, ';') && i == next.First - 1 || text.Is(i, ',') && i == next.First - 1;
            }

            if (isNew || !(isCompared || isJoined))
                yield break;
            passage.Take(next);
            previous = next;
            // "significantly greater than the 1.8% increase in the placebo group": the other way round.
            if (isCompared && Nouns.Contains(text.Span(next.Last + 1).ToString()))
                continue;
            var point = Point(passage, next, term);
            if (isCompared && (point.Arm is null || IsProjected(text, next)))
                continue;
            yield return point with { Confidence = point.Confidence - 0.05 };
        }
    }

    private static bool IsProjected(TokenizedText text, Quantity value) => text.IsAny(value.Last + 1, "projected", "expected") || text.IsAny(value.Last + 2, "projected", "expected");

    private static string? LeadIn(Passage passage)
    {
        if (passage.Sentence.Block.Kind != Filings.BlockKind.Bullet || passage.Sentence.Above.Count == 0)
            return null;
        var text = passage.Sentence.Document.Blocks[passage.Sentence.Above[^1]].Text;
        return text.Length < 80 && text.EndsWith(':') ? text.TrimEnd(':', ' ').ToLowerInvariant() : null;
    }
}
