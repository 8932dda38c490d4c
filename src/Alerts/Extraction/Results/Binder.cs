using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;

namespace Alerts.Extraction.Results;

/// <summary>
/// Decides which value belongs to which measure. All pairs that could belong together are ranked by how loosely
/// the words between tie them; the tightest are taken first, each value once.
/// </summary>
internal static class Binder
{
    /// <summary>Looser than this, a value and a measure have nothing to do with each other.</summary>
    private const int Loosest = 9;

    /// <summary>A sentence's subject hangs together with its object less tightly than "five complete responses".</summary>
    public const int SubjectCost = 3;

    private const int LongestSubject = 40;

    /// <summary>The bindings of a sentence in the order of their values.</summary>
    public static List<Binding> Bind(Passage passage)
    {
        var pairs = new List<Binding>();
        foreach (var anchor in passage.Anchors)
        {
            foreach (var quantity in passage.Quantities)
            {
                if (!quantity.IsRange && anchor.Rule.Accepts(quantity) && anchor.Rule.Fits(passage, anchor, quantity) && Cost(passage, anchor, quantity) is var cost and >= 0)
                    pairs.Add(new Binding(anchor, quantity, cost));
            }
        }

        var bound = new List<Binding>();
        foreach (var pair in pairs.OrderBy(p => p.Cost).ThenBy(p => Math.Abs(p.Quantity.First - p.Anchor.First)))
        {
            if (!bound.Exists(b => ReferenceEquals(b.Quantity, pair.Quantity) || ReferenceEquals(b.Anchor, pair.Anchor)))
                bound.Add(pair);
        }

        Coordination.Complete(passage, bound);
        return [.. bound.OrderBy(b => b.Quantity.First)];
    }

    private static int Cost(Passage passage, Anchor anchor, Quantity quantity)
    {
        if (anchor.Last < quantity.First)
            return Forward(passage, anchor, quantity);
        return quantity.Last < anchor.First ? Backward(passage, anchor, quantity) : -1;
    }

    // "ORR by investigator was 32%", "discontinuations in 7%", "the MTD, given every three weeks, is 3.6 mg/kg"
    private static int Forward(Passage passage, Anchor anchor, Quantity quantity)
    {
        var text = passage.Text;
        var cost = 0;
        for (var i = anchor.Last + 1; i < quantity.First; i++)
        {
            if (StartsOther(passage, anchor, quantity, i) || passage.IsBreak(i) || text.Is(i, ';') || LinkWords.IsBreaking(text.Span(i)) && !IsPrecision(text, i))
                return -1;
            if (text[i].Kind == TokenKind.Word && !LinkWords.IsFree(text.Span(i)))
                cost++;
        }

        // "partial response, six patients (33%) with stable disease": the value begins the next part of a list.
        if (text.Is(quantity.First - 1, ',') && (text.IsAny(quantity.End + 1, "with", "who") || LinkWords.IsVerb(text.Span(quantity.End + 1))))
            return -1;
        // Right behind "was" or "of" more may stand between.
        var before = quantity.First - 1;
        while (before > anchor.Last && (text[before].Kind == TokenKind.Symbol || text.IsAny(before, "a", "an", "the", "median", "mean", "approximately", "nearly", "about", "over", "than", "more")))
            before--;
        var isJoined = text.Has(anchor.Last + 1, quantity.First, "and") || text.IndexOf(anchor.Last + 1, quantity.First, ',') >= 0;
        var isTied = before == anchor.Last || LinkWords.IsCopula(text.Span(before)) || text.Is(quantity.First - 1, ':') || text.Is(quantity.First - 1, '=') || text.Is(quantity.First - 1, '(');
        return cost <= (isTied ? Loosest : isJoined ? -1 : Loosest / 3) ? cost : -1;
    }

    private static int Backward(Passage passage, Anchor anchor, Quantity quantity)
    {
        var text = passage.Text;
        var words = 0;
        var verb = -1;
        var depth = 0;
        for (var i = quantity.End + 1; i < anchor.First; i++)
        {
            // Out of the brackets that the value stands in nothing is said of it.
            depth += text.Is(i, '(') ? 1 : text.Is(i, ')') ? -1 : 0;
            if (depth < 0 || StartsOther(passage, anchor, quantity, i) || passage.IsBreak(i) || text.Is(i, ';') || text.IsAny(i, "versus", "vs", "compared"))
                return -1;
            if (text[i].Kind == TokenKind.Word && LinkWords.IsVerb(text.Span(i)))
                verb = i;
            if (text[i].Kind == TokenKind.Word && !text.IsAny(i, "a", "an", "the", "of"))
                words++;
        }

        // "five complete responses", "a 32% confirmed ORR"
        var isPlain = verb < 0 && text.IndexOf(quantity.End + 1, anchor.First, ',') < 0 && text.IndexOf(quantity.End + 1, anchor.First, '(') < 0;
        var mayPrecede = quantity.Kind is QuantityKind.Percent or QuantityKind.Time || anchor.Rule.TakesCount;
        if (isPlain && mayPrecede && words <= (quantity.Kind == QuantityKind.Time ? 1 : 3))
            return quantity.Kind == QuantityKind.Patients ? words + 1 : words;
        // "4 of the 10 patients who received the drug had an objective response"
        var isSubject = anchor.Rule.TakesSubject && !IsDenominator(text, quantity)
            && (quantity.Kind is QuantityKind.Percent or QuantityKind.Share or QuantityKind.Patients or QuantityKind.Dose || LinkWords.IsVerb(text.Span(quantity.End + 1)));
        if (isSubject && LinkWords.IsVerb(text.Span(anchor.First)))
            return anchor.First - quantity.End <= LongestSubject ? SubjectCost + (words / 4) : -1;
        return isSubject && verb >= 0 && anchor.First - verb <= 5 && anchor.First - quantity.End <= LongestSubject ? SubjectCost + (words / 4) : -1;
    }

    /// <summary>True for "Of 15 evaluable patients, 7 …": the number of all.</summary>
    public static bool IsDenominator(TokenizedText text, Quantity quantity)
    {
        if (quantity.Kind != QuantityKind.Patients)
            return false;
        var before = quantity.First - 1;
        while (text.IsAny(before, "the", "these", "all", "first"))
            before--;
        if (!text.IsAny(before, "of", "among") || (before > 0 && text[before - 1].Kind != TokenKind.Symbol))
            return false;
        return text.IndexOf(quantity.Last + 1, quantity.Last + 10, ',') >= 0;
    }

    // Another measure, or another value that could be this one's, comes between.
    private static bool StartsOther(Passage passage, Anchor anchor, Quantity quantity, int token)
    {
        foreach (var other in passage.Anchors)
        {
            if (other.First == token && !ReferenceEquals(other, anchor) && !anchor.Rule.PassesOver(other.Rule) && !Coordination.IsJoint(passage, anchor, other) && !Coordination.IsJoint(passage, other, anchor))
                return true;
        }

        foreach (var other in passage.Quantities)
        {
            if (other.First == token && !ReferenceEquals(other, quantity) && !other.IsRange && !other.IsAttribute && anchor.Rule.Accepts(other) && other.Kind == quantity.Kind)
                return true;
        }

        return false;
    }

    private static bool IsPrecision(TokenizedText text, int i) => text.Is(i, "than") && text.IsAny(i - 1, "more", "less", "greater");
}
