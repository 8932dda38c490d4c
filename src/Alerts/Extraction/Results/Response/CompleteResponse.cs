using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Response;

/// <summary>Complete response or remission; never the FDA's "complete response letter".</summary>
internal sealed class CompleteResponse() : ResponseRule(Measure.Cr, "complete response rate", "complete response", "complete remission rate", "complete remission", "complete responder", "CR", "CR rate")
{
    /// <inheritdoc/>
    public override bool Fits(Passage passage, Anchor anchor, Quantity quantity) =>
        base.Fits(passage, anchor, quantity) && !passage.Text.IsAny(anchor.Last + 1, "letter", "letters") && !passage.Text.IsAny(anchor.First - 1, "pathologic", "pathological", "molecular", "metabolic", "hematologic", "renal", "immune", "composite")
        && !(passage.Text.Is(anchor.Last + 1, "with") && passage.Text.IsAny(anchor.Last + 2, "incomplete", "partial"));
}
