using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Safety;

/// <summary>Patients who stopped treatment because of adverse events; a program that was discontinued is none.</summary>
internal sealed class Discontinuations() : SafetyRule(
    Measure.Discontinuation, "discontinuation", "discontinuation rate", "treatment discontinuation", "discontinued", "discontinued treatment", "dropouts", "drop-outs", "withdrawals", "withdrew")
{
    /// <inheritdoc/>
    public override bool TakesCount => true;

    /// <inheritdoc/>
    public override bool Accepts(Quantity quantity) => Rates.IsRate(quantity);

    /// <inheritdoc/>
    public override bool Fits(Passage passage, Anchor anchor, Quantity quantity) =>
        base.Fits(passage, anchor, quantity) && (SafetyContext.Around(passage) || NamesEvent(passage, anchor))
        // "one discontinuation", "two treatment-related discontinuations"
        && (quantity.Kind != QuantityKind.Plain || (quantity.Last < anchor.First && anchor.First - quantity.Last < 5 && passage.Text.IsAny(anchor.First, "discontinuation", "discontinuations", "withdrawals", "dropouts", "treatment")));

    // "discontinued treatment due to gastrointestinal symptoms"
    private static bool NamesEvent(Passage passage, Anchor anchor) =>
        passage.Text.Has(anchor.Last + 1, anchor.Last + 4, "due", "because") && passage.Text.Has(anchor.Last + 2, Math.Min(passage.Text.Count, anchor.Last + 9), "symptoms", "intolerance", "intolerability", "effects");

    /// <inheritdoc/>
    protected override bool IsDenied(Passage passage, Anchor anchor) => base.IsDenied(passage, anchor) && SafetyContext.Around(passage);

    /// <inheritdoc/>
    protected override string? TermOf(Passage passage, Anchor anchor) => null;
}
