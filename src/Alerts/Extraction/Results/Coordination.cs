using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;
using Alerts.Extraction.Results.Safety;

namespace Alerts.Extraction.Results;

/// <summary>
/// Completes the bindings of a sentence where words are shared: two measures with one value, one measure with a value for each
/// arm, two groups with one verb.
/// </summary>
internal static class Coordination
{
    /// <summary>Between two values of one measure stand at most so many tokens.</summary>
    private const int FurtherReach = 16;

    private const int PairReach = 14;

    /// <summary>Adds what is shared.</summary>
    public static void Complete(Passage passage, List<Binding> bound)
    {
        ShareJoint(passage, bound);
        AddPaired(passage, bound);
        AddFurther(passage, bound);
        NameArms(passage, bound);
        ShareProbability(bound);
    }

    // "22% with zelitinib versus 12% with chemotherapy (p=0.015)": the p-value is of the comparison.
    private static void ShareProbability(List<Binding> bound)
    {
        foreach (var control in bound.Where(b => b is { IsComparator: true, Quantity.PValue: not null }).ToList())
        {
            var index = bound.FindIndex(b => !b.IsFurther && ReferenceEquals(b.Anchor, control.Anchor) && b.Quantity.PValue is null);
            if (index >= 0)
                bound[index] = bound[index] with { PValue = control.Quantity.PValue };
        }
    }

    /// <summary>True for "PFS and OS": two measures with nothing but "and" between.</summary>
    public static bool IsJoint(Passage passage, Anchor first, Anchor second)
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

    // "median PFS and OS were both 7.0 months", "dose delays, reductions and discontinuations were 33%, 20% and 9%, respectively"
    private static void ShareJoint(Passage passage, List<Binding> bound)
    {
        for (var i = 0; i < passage.Anchors.Count; i++)
        {
            var joint = JointFrom(passage, i);
            if (joint.Count < 2)
                continue;
            i += joint.Count - 1;
            var values = RunBehind(passage, joint);
            if (values.Count == joint.Count && passage.Text.Has(values[^1].End + 1, passage.Text.Count, "respectively"))
            {
                bound.RemoveAll(b => joint.Contains(b.Anchor) || values.Contains(b.Quantity));
                bound.AddRange(joint.Zip(values, (anchor, value) => new Binding(anchor, value, 0)));
            }
            else if (values.Count > 0 && passage.Text.Has(joint[^1].Last + 1, values[0].First, "both"))
            {
                bound.AddRange(joint.Where(a => !bound.Exists(b => ReferenceEquals(b.Anchor, a))).Select(a => new Binding(a, values[0], 0)).ToList());
            }
        }
    }

    // The measures named together from one on.
    private static List<Anchor> JointFrom(Passage passage, int first)
    {
        var joint = new List<Anchor> { passage.Anchors[first] };
        for (var i = first + 1; i < passage.Anchors.Count && IsJoint(passage, joint[^1], passage.Anchors[i]); i++)
            joint.Add(passage.Anchors[i]);
        return joint;
    }

    // "33%, 20% and 9%" behind them.
    private static List<Quantity> RunBehind(Passage passage, List<Anchor> joint)
    {
        var run = new List<Quantity>();
        foreach (var quantity in passage.Quantities.Where(q => q.First > joint[^1].Last && !q.IsRange && !q.IsAttribute))
        {
            if (run.Count > 0 && (quantity.Kind != run[0].Kind || quantity.Unit != run[0].Unit || quantity.First - run[^1].End > 4))
                break;
            if (run.Count == 0 && (quantity.First - joint[^1].Last > FurtherReach || !joint[^1].Rule.Accepts(quantity)))
                continue;
            run.Add(quantity);
            if (run.Count == joint.Count)
                break;
        }

        return run;
    }

    // "64% of patients in the zelimab group and 61% in the placebo group experienced an adverse event"
    private static void AddPaired(Passage passage, List<Binding> bound)
    {
        foreach (var binding in bound.ToList())
        {
            var second = binding.Quantity;
            var isSubject = second.First < binding.Anchor.First && (binding.Cost >= Binder.SubjectCost || LinkWords.IsVerb(passage.Text.Span(binding.Anchor.First)));
            var first = passage.Quantities.LastOrDefault(q => q.End < second.First && q.Kind == second.Kind && !q.IsRange);
            if (!isSubject || first is null || second.First - first.End > PairReach || IsBound(bound, first))
                continue;
            var hasGroup = Arms.Behind(passage, first.Last) is not null || passage.Text.Has(first.End + 1, second.First, "taking", "receiving", "treated", "given", "on");
            if (hasGroup && passage.Text.Has(first.End + 1, second.First, "and"))
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
                if (quantity.First - last.Quantity.End > FurtherReach)
                    break;
                // "42%, including 12 CRs, compared to 16%": the count in the aside is another measure's.
                if (quantity.IsRange || quantity.IsAttribute || (IsBound(bound, quantity) && quantity.Kind != last.Quantity.Kind))
                    continue;
                if (IsBound(bound, quantity))
                    break;
                var next = IsCountOfArm(passage, last.Quantity, quantity) ? quantity with { Kind = QuantityKind.Patients, Unit = "patients" } : quantity;
                // "was not reached with zelimab and was 18 months with placebo"
                if ((next.Kind != last.Quantity.Kind || next.Unit != last.Quantity.Unit) && !(last.Quantity.IsNotReached && next.Kind == QuantityKind.Time && !next.IsAttribute) && !(next.IsNotReached && last.Quantity.Kind == QuantityKind.Time))
                    continue;
                if (!Continues(passage, start.Anchor, last.Quantity, next, out var isComparator) || !start.Anchor.Rule.Accepts(next) || !start.Anchor.Rule.Fits(passage, start.Anchor, next))
                    break;
                last = new Binding(start.Anchor, next, start.Cost + 1) { IsFurther = true, IsComparator = isComparator, Start = start.Quantity };
                bound.Add(last);
            }
        }
    }

    // "41% and 22% in the zelitinib and control arms, respectively"
    private static void NameArms(Passage passage, List<Binding> bound)
    {
        foreach (var anchor in bound.Where(b => b.IsFurther).Select(b => b.Anchor).Distinct().ToList())
        {
            var values = bound.Where(b => ReferenceEquals(b.Anchor, anchor)).OrderBy(b => b.Quantity.First).ToList();
            List<Quantity> quantities = [.. values.Select(b => b.Quantity)];
            IReadOnlyList<string> arms = Respective.Of(passage, quantities);
            // "serious adverse events in 12% and 14%": the arms of the statement before.
            if (arms.Count == 0)
                arms = ArmsBefore.Of(passage, quantities);
            for (var i = 0; i < arms.Count; i++)
                bound[bound.IndexOf(values[i])] = values[i] with { Arm = arms[i] };
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
            if (text.Is(i, ',') && text.Is(i + 1, "including") && text.IndexOf(i + 1, next.First, ',') is var behind and > 0)
            {
                i = behind;
                continue;
            }

            // Another measure, a new statement, or events of another grade.
            if (passage.IsBreak(i) || passage.Anchors.Any(a => a.First == i && a.Rule != anchor.Rule && !IsAside(text, a)) || text.IsAny(i, "including", "had", "have") || Grades.At(text, i) is not null)
                return false;
            // "… with a CR/CRi rate of 20%": a rate with a name of its own.
            if (text.IsAny(i, "rate", "rates") && text[i - 1].Kind == TokenKind.Word && !text.IsAny(i - 1, "month", "week", "year", "day", "the", "a", "this", "corresponding", "response", "survival", "confirmed"))
                return false;
            isComparator |= LinkWords.IsComparison(text, i);
            isJoined |= isComparator || text.Is(i, "and") || text.Is(i, ',') || text.Is(i, '/');
        }

        return isJoined && (isComparator || !StartsStatement(passage, next.End + 1));
    }

    // "died during follow-up": says when.
    private static bool IsAside(TokenizedText text, Anchor anchor) => anchor.Rule is Patients.FollowUp && text.IsAny(text.Is(anchor.First - 1, "the") ? anchor.First - 2 : anchor.First - 1, "during", "through", "throughout");

    // "… and 20% of patients discontinued" says something new; "… and 5% of patients receiving placebo" goes on.
    private static bool StartsStatement(Passage passage, int after)
    {
        var text = passage.Text;
        var depth = 0;
        for (var i = after; i < after + 14 && i < text.Count && !passage.IsBreak(i) && !text.Is(i, '.'); i++)
        {
            depth += text.Is(i, '(') ? 1 : text.Is(i, ')') ? -1 : 0;
            if (depth > 0)
                continue;
            if (text.Is(i, ',') || text.Is(i, "and") || text[i].IsNumber)
                return false;
            if (LinkWords.IsVerb(text.Span(i)) && !text.IsAny(i, "with", "reported", "observed", "required") || text.IsAny(i, "were", "was", "are", "surviving", "remaining", "maintaining", "alive"))
                return true;
        }

        return false;
    }

    // "in two patients on placebo and four on zelitinib"
    private static bool IsCountOfArm(Passage passage, Quantity before, Quantity next) =>
        before.Kind == QuantityKind.Patients && next.Kind == QuantityKind.Plain && double.IsInteger(next.Value) && Arms.Behind(passage, next.Last) is not null;

    private static bool IsBound(List<Binding> bound, Quantity quantity) => bound.Exists(b => ReferenceEquals(b.Quantity, quantity));
}
