using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.TimeToEvent;

/// <summary>
/// A hazard ratio belongs to the survival measure named with it: "PFS (HR 0.65; 95% CI 0.46–0.91; p=0.0046)". One that
/// names none is no data point.
/// </summary>
internal sealed class HazardRatio : MeasureRule
{
    /// <inheritdoc/>
    public override Measure Measure => Measure.Pfs;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Phrases => ["hazard ratio", "HR"];

    /// <inheritdoc/>
    public override bool Accepts(Quantity quantity) => quantity.Kind == QuantityKind.Plain && quantity.Value is > 0 and < 10;

    /// <inheritdoc/>
    public override bool Fits(Passage passage, Anchor anchor, Quantity quantity) => quantity.First > anchor.Last;

    /// <inheritdoc/>
    public override bool PassesOver(MeasureRule other) => other is TimeToEventRule or Safety.Deaths;

    /// <inheritdoc/>
    public override IEnumerable<DataPoint> Read(Passage passage, Binding binding)
    {
        if (passage.Exclusions.IsNoResult || passage.Exclusions.IsDesign || MeasureOf(passage, binding.Anchor) is not { } measure)
            yield break;
        // The ratio is of the program whose figure stands first, not of the control named last.
        var first = passage.Quantities.FirstOrDefault(q => q.First < binding.Anchor.First && q.Kind == QuantityKind.Time && !q.IsAttribute);
        yield return passage.Draft(measure, binding with { Start = first }) with { Unit = "HR", Arm = "difference", Confidence = Confidences.Of(binding), Assessor = Assessors.At(passage, binding.Quantity.First, binding.Quantity.Last), At = null };
    }

    private static Measure? MeasureOf(Passage passage, Anchor anchor)
    {
        var here = passage.Anchors.Where(a => a.Rule is TimeToEventRule).ToList();
        var named = here.LastOrDefault(a => a.First < anchor.First) ?? here.FirstOrDefault(a => a.First - anchor.Last < 6);
        if (named is not null)
            return named.Rule.Measure;
        if (EventIn(passage, anchor.Last + 1, anchor.Last + 8) is { } behind)
            return behind;
        // "reduced the risk of disease progression or death by 45% (HR 0.55)"
        for (var i = anchor.First - 1; i >= 0; i--)
        {
            if (passage.Text.Is(i, "risk") && EventIn(passage, i + 1, i + 6) is { } risk)
                return risk;
        }

        // "… improved PFS. The hazard ratio was 0.65."
        var block = passage.Sentence.Block;
        var before = block.Text[..(passage.Sentence.Start - block.Start)];
        return AnchorReader.Read(Tokenizer.Read(before)).LastOrDefault(a => a.Rule is TimeToEventRule)?.Rule.Measure;
    }

    private static Measure? EventIn(Passage passage, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (passage.Text.Is(i, "progression"))
                return Measure.Pfs;
            // "cardiovascular death" and "death or hospitalization" are endpoints of their own.
            if (passage.Text.IsAny(i, "death", "mortality"))
                return passage.Text.IsAny(i - 1, "cardiovascular", "cardiac", "CV", "vascular", "sudden") || passage.Text.IsAny(i + 1, "or", "and", "from") ? null : Measure.Os;
        }

        return null;
    }
}
