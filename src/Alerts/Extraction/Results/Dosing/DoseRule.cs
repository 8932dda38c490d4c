using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Dosing;

/// <summary>A dose that the trial established: "The MTD, given every three weeks, is 3.6 mg/kg".</summary>
internal abstract class DoseRule(Measure measure, params string[] phrases) : MeasureRule
{
    /// <inheritdoc/>
    public override Measure Measure => measure;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Phrases => phrases;

    /// <inheritdoc/>
    public override bool TakesSubject => true;

    /// <inheritdoc/>
    public override bool Accepts(Quantity quantity) => quantity is { Kind: QuantityKind.Dose };

    /// <inheritdoc/>
    public override bool Fits(Passage passage, Anchor anchor, Quantity quantity)
    {
        if (quantity.First < anchor.First)
            return passage.Text.IsAny(anchor.First - 1, "as", "the", "be") && !passage.Text.IsAny(quantity.First - 1, "than", "to", "below", "above");
        for (var i = anchor.Last + 1; i < quantity.First; i++)
        {
            if (passage.Text.IsAny(i, "not", "yet", "above", "below", "beyond", "exceed", "exceeding"))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override IEnumerable<DataPoint> Read(Passage passage, Binding binding)
    {
        if (passage.Exclusions.IsNoResult || passage.Exclusions.IsDesign || binding.IsFurther)
            yield break;
        yield return passage.Draft(measure, binding.Quantity) with { At = null, Confidence = Confidences.Of(binding) };
    }
}
