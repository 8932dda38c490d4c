using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Response;

/// <summary>Partial response; a "very good partial response" is another category.</summary>
internal sealed class PartialResponse() : ResponseRule(Measure.Pr, "partial response rate", "partial response", "partial remission", "partial responder", "PR")
{
    /// <inheritdoc/>
    public override bool Fits(Passage passage, Anchor anchor, Quantity quantity) =>
        base.Fits(passage, anchor, quantity) && !passage.Text.IsAny(anchor.First - 1, "good", "pathologic", "pathological", "renal");
}
