using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Safety;

/// <summary>Patients with serious adverse events.</summary>
internal sealed class SeriousAdverseEvents() : SafetyRule(
    Measure.Sae, "serious adverse event", "serious adverse reaction", "serious treatment-related adverse event", "serious treatment-emergent adverse event", "serious drug-related adverse event", "serious TEAE", "serious TRAE", "serious AE", "SAE", "serious side effect")
{
    /// <inheritdoc/>
    public override bool TakesCount => true;

    /// <inheritdoc/>
    public override bool Accepts(Quantity quantity) => Rates.IsRate(quantity);

    /// <inheritdoc/>
    public override bool Fits(Passage passage, Anchor anchor, Quantity quantity) =>
        // "one SAE", "two treatment-related SAEs"
        base.Fits(passage, anchor, quantity) && (quantity.Kind != QuantityKind.Plain || (quantity.Last < anchor.First && anchor.First - quantity.Last < 4));

    /// <inheritdoc/>
    protected override bool IsDenied(Passage passage, Anchor anchor) =>
        // "no serious adverse events associated with infusion reactions" leaves others open.
        base.IsDenied(passage, anchor) && !(passage.Text.Is(anchor.Last + 1, "associated") && !passage.Text.IsAny(anchor.Last + 3, "treatment", "study", "drug", "the") && !passage.IsDrug(anchor.Last + 3));
}
