using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Dosing;

/// <summary>Half-life of the drug in people: "The half-life of huC242-DM4 is five days".</summary>
internal sealed class HalfLife : MeasureRule
{
    /// <inheritdoc/>
    public override Measure Measure => Measure.HalfLife;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Phrases => ["half-life", "terminal half-life", "elimination half-life", "half lives"];

    /// <inheritdoc/>
    public override bool Accepts(Quantity quantity) => quantity is { Kind: QuantityKind.Time, IsNotReached: false };

    /// <inheritdoc/>
    public override IEnumerable<DataPoint> Read(Passage passage, Binding binding)
    {
        if (passage.Exclusions.IsNoResult || passage.Exclusions.IsDesign || binding.IsComparator)
            yield break;
        // "ranged from 8 to 11 hours" states none.
        if (passage.Text.Has(Math.Max(0, binding.Quantity.First - 5), binding.Quantity.First, "ranged", "ranging", "between", "range"))
            yield break;
        yield return passage.Draft(Measure, binding.Quantity) with { At = null, Confidence = Confidences.Of(binding) };
    }
}
