using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Response;

/// <summary>Disease control rate.</summary>
internal sealed class DiseaseControl() : ResponseRule(Measure.Dcr, "disease control rate", "disease control", "DCR")
{
    /// <inheritdoc/>
    public override bool Fits(Passage passage, Anchor anchor, Quantity quantity) =>
        // The Centers for Disease Control and Prevention.
        base.Fits(passage, anchor, quantity) && !passage.Text.Is(anchor.First - 1, "for") && !passage.Text.Is(anchor.Last + 2, "Prevention");
}
