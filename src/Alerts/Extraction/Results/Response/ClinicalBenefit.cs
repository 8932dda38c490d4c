using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Response;

/// <summary>Clinical benefit rate; "clinical benefit" alone counts where patients had it: "five of eleven patients had clinical benefit".</summary>
internal sealed class ClinicalBenefit() : ResponseRule(Measure.Cbr, "clinical benefit rate", "CBR", "clinical benefit")
{
    /// <inheritdoc/>
    public override bool Fits(Passage passage, Anchor anchor, Quantity quantity) =>
        base.Fits(passage, anchor, quantity)
        && (passage.Text.IsAny(anchor.Last, "rate", "CBR") || anchor.First == anchor.Last || passage.Text.Is(anchor.Last, ')')
            || (quantity.Last < anchor.First && passage.Text.IsAny(anchor.First - 1, "had", "achieved", "experienced", "derived", "showed", "demonstrated") && passage.Scope.IsOncology));
}
