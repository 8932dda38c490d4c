using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;
using Alerts.Extraction.Results.Safety;

namespace Alerts.Extraction.Results;

/// <summary>
/// Decides which value belongs to which measure. All pairs that could belong together are ranked by how loosely
/// the words between tie them; the tightest are taken first, each value once.
/// </summary>
internal static class Binder
{
    /// <summary>Looser than this, a value and a measure have nothing to do with each other.</summary>
    private const int Loosest = 9;

    private const int SubjectCost = 3;

    private const int LongestSubject = 40;

    private const int FurtherReach = 16;

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

        ShareJoint(passage, bound);
        AddPaired(passage, bound);
        AddFurther(passage, bound);
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
            if (StartsOther(passage, anchor, quantity, i) || passage.IsBreak(i) || LinkWords.IsBreaking(text.Span(i)) && !IsPrecision(text, i))
                return -1;
            if (text[i].Kind == TokenKind.Word && !LinkWords.IsFree(text.Span(i)))
                cost++;
        }

        // Right behind "was" or "of" more may stand between.
        var before = quantity.First - 1;
        while (before > anchor.Last && (text[before].Kind == TokenKind.Symbol || text.IsAny(before, "a", "an", "the", "median", "mean", "approximately", "nearly", "about", "over", "than", "more")))
            before--;
        var isJoined = HasWord(text, anchor.Last, "and", quantity.First) || HasSign(text, anchor.Last + 1, quantity.First, ',');
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
            if (depth < 0 || StartsOther(passage, anchor, quantity, i) || passage.IsBreak(i) || text.IsAny(i, "versus", "vs", "compared"))
                return -1;
            if (text[i].Kind == TokenKind.Word && LinkWords.IsVerb(text.Span(i)))
                verb = i;
            if (text[i].Kind == TokenKind.Word && !text.IsAny(i, "a", "an", "the", "of"))
                words++;
        }

        // "five complete responses", "a 32% confirmed ORR"
        if (words <= (quantity.Kind == QuantityKind.Time ? 1 : 3) && verb < 0 && !HasSign(text, quantity.End + 1, anchor.First, ',') && !HasSign(text, quantity.End + 1, anchor.First, '(') && (quantity.Kind is QuantityKind.Percent or QuantityKind.Time || anchor.Rule.TakesCount))
            return quantity.Kind == QuantityKind.Patients ? words + 1 : words;
        // "4 of the 10 patients who received the drug had an objective response"
        if (IsDenominator(text, quantity))
            return -1;
        var isSubject = anchor.Rule.TakesSubject && (quantity.Kind is QuantityKind.Percent or QuantityKind.Share or QuantityKind.Patients or QuantityKind.Dose || LinkWords.IsVerb(text.Span(quantity.End + 1)));
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
        return HasSign(text, quantity.Last + 1, Math.Min(text.Count, quantity.Last + 10), ',');
    }

    // Another measure, or another value that could be this one's, comes between.
    private static bool StartsOther(Passage passage, Anchor anchor, Quantity quantity, int token)
    {
        foreach (var other in passage.Anchors)
        {
            if (other.First == token && !ReferenceEquals(other, anchor) && !anchor.Rule.PassesOver(other.Rule) && !IsJoint(passage, anchor, other) && !IsJoint(passage, other, anchor))
                return true;
        }

        foreach (var other in passage.Quantities)
        {
            if (other.First == token && !ReferenceEquals(other, quantity) && !other.IsRange && !other.IsAttribute && anchor.Rule.Accepts(other) && other.Kind == quantity.Kind)
                return true;
        }

        return false;
    }

    // "PFS and OS": two measures with nothing but "and" between.
    private static bool IsJoint(Passage passage, Anchor first, Anchor second)
    {
        if (second.First <= first.Last || second.First - first.Last > 4)
            return false;
        for (var i = first.Last + 1; i < second.First; i++)
        {
            if (!passage.Text.IsAny(i, "and", "median", "the") && !passage.Text.Is(i, ',') && !passage.Text.Is(i, '/'))
                return false;
        }

        return true;
    }

    // "median PFS and OS were both 7.0 months", "PFS and OS were 5.6 and 12.3 months, respectively"
    private static void ShareJoint(Passage passage, List<Binding> bound)
    {
        foreach (var anchor in passage.Anchors)
        {
            if (bound.Exists(b => ReferenceEquals(b.Anchor, anchor)))
                continue;
            var next = bound.Find(b => b.Anchor.First > anchor.Last && IsJoint(passage, anchor, b.Anchor) && b.Quantity.First > b.Anchor.Last);
            if (next is null || !anchor.Rule.Accepts(next.Quantity))
                continue;
            var second = passage.Quantities.FirstOrDefault(q => q.First > next.Quantity.End && q.Kind == next.Quantity.Kind && q.Unit == next.Quantity.Unit && !bound.Exists(b => ReferenceEquals(b.Quantity, q)));
            if (second is not null && HasWord(passage.Text, second.End, "respectively"))
            {
                bound[bound.IndexOf(next)] = next with { Quantity = second };
                bound.Add(new Binding(anchor, next.Quantity, next.Cost));
            }
            else if (HasWord(passage.Text, next.Anchor.Last, "both", next.Quantity.First))
            {
                bound.Add(new Binding(anchor, next.Quantity, next.Cost));
            }
        }
    }

    // "64% of patients in the zelimab group and 61% in the placebo group experienced an adverse event"
    private static void AddPaired(Passage passage, List<Binding> bound)
    {
        foreach (var binding in bound.ToList())
        {
            var second = binding.Quantity;
            var first = passage.Quantities.LastOrDefault(q => q.End < second.First && q.Kind == second.Kind && !q.IsRange);
            if (second.First > binding.Anchor.First || first is null || second.First - first.End > 14 || binding.Cost < SubjectCost || bound.Exists(b => ReferenceEquals(b.Quantity, first)) || Arms.Behind(passage, first.Last) is null || !HasWord(passage.Text, first.End, "and", second.First))
                continue;
            bound.Add(new Binding(binding.Anchor, first, binding.Cost));
        }
    }

    // "ORR was 45% in cohort A and 26% in cohort B", "… versus 12% for placebo"
    private static void AddFurther(Passage passage, List<Binding> bound)
    {
        foreach (var start in bound.ToList())
        {
            var last = start;
            foreach (var quantity in passage.Quantities)
            {
                if (quantity.First <= last.Quantity.End)
                    continue;
                if (quantity.First - last.Quantity.End > FurtherReach || bound.Exists(b => ReferenceEquals(b.Quantity, quantity)))
                    break;
                if (quantity.IsRange || quantity.IsAttribute)
                    continue;
                // "in two patients on placebo and four on zelitinib"
                if (last.Quantity.Kind == QuantityKind.Patients && quantity.Kind == QuantityKind.Plain && double.IsInteger(quantity.Value) && Arms.Behind(passage, quantity.Last) is not null && Continues(passage, start.Anchor, last.Quantity, quantity, out _))
                {
                    bound.Add(new Binding(start.Anchor, quantity with { Kind = QuantityKind.Patients, Unit = "patients" }, start.Cost + 1) { IsFurther = true });
                    break;
                }

                if (quantity.Kind != last.Quantity.Kind || quantity.Unit != last.Quantity.Unit)
                    continue;
                if (!Continues(passage, start.Anchor, last.Quantity, quantity, out var isComparator) || !start.Anchor.Rule.Accepts(quantity) || !start.Anchor.Rule.Fits(passage, start.Anchor, quantity))
                    break;
                last = new Binding(start.Anchor, quantity, start.Cost + 1) { IsFurther = true, IsComparator = isComparator };
                bound.Add(last);
            }
        }
    }

    private static bool Continues(Passage passage, Anchor anchor, Quantity before, Quantity next, out bool isComparator)
    {
        var text = passage.Text;
        isComparator = false;
        var isJoined = false;
        for (var i = before.End + 1; i < next.First; i++)
        {
            // "…, including 12 CRs, compared to 15.9%": an aside.
            if (text.Is(i, ',') && text.Is(i + 1, "including") && AsideEnd(text, i + 1, next.First) is var behind and > 0)
            {
                i = behind;
                continue;
            }

            if (passage.IsBreak(i) || passage.Anchors.Any(a => a.First == i && a.Rule != anchor.Rule) || text.IsAny(i, "including", "had", "have") || text.Is(i, "with") && !text.IsAny(i - 1, "compared", "treated", "patients", "participants") && i < next.First - 4 && !isComparator && !isJoined && text.Is(i - 1, ','))
                return false;
            // Events of another grade are another finding.
            if (Grades.At(text, i) is not null)
                return false;
            isComparator |= LinkWords.IsComparison(text, i);
            isJoined |= isComparator || text.Is(i, "and") || text.Is(i, ',') || text.Is(i, '/');
        }

        // "… and 20% of patients discontinued" says something new.
        var after = next.End + 1;
        return isJoined && !StartsStatement(passage, after, isComparator);
    }

    // "… and 20% of patients discontinued" says something new; "… and 5% of patients receiving placebo" goes on.
    private static bool StartsStatement(Passage passage, int after, bool isComparator)
    {
        var text = passage.Text;
        if (isComparator)
            return false;
        for (var i = after; i < after + 12 && i < text.Count && !passage.IsBreak(i) && !text.Is(i, ',') && !text.Is(i, '.') && !text.Is(i, "and") && !text[i].IsNumber; i++)
        {
            if (LinkWords.IsVerb(text.Span(i)) && !text.IsAny(i, "with", "reported", "observed", "required") || text.IsAny(i, "were", "was", "are"))
                return true;
        }

        return false;
    }

    private static int AsideEnd(TokenizedText text, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (text.Is(i, ','))
                return i;
        }

        return -1;
    }

    private static bool HasSign(TokenizedText text, int first, int end, char sign)
    {
        for (var i = first; i < end; i++)
        {
            if (text.Is(i, sign))
                return true;
        }

        return false;
    }

    private static bool IsPrecision(TokenizedText text, int i) => text.Is(i, "than") && text.IsAny(i - 1, "more", "less", "greater");

    private static bool HasWord(TokenizedText text, int after, string word, int end = int.MaxValue)
    {
        for (var i = after + 1; i < Math.Min(text.Count, end); i++)
        {
            if (text.Is(i, word))
                return true;
        }

        return false;
    }
}
