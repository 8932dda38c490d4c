using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.TimeToEvent;

/// <summary>Duration of response; "durability" counts with a rate and its time point only: "durability at 12 months was 82%".</summary>
internal sealed class DurationOfResponse() : TimeToEventRule(
    Measure.Dor, "duration of response", "duration of overall response", "duration of objective response", "response duration", "DOR", "DoR", "mDOR", "mDoR", "durability", "durability of response", "durability of complete response")
{
    /// <inheritdoc/>
    public override bool Fits(Passage passage, Anchor anchor, Quantity quantity) =>
        base.Fits(passage, anchor, quantity) && (!passage.Text.Is(anchor.First, "durability") || (quantity.Kind == QuantityKind.Percent && TimePoints.At(passage, quantity.First, quantity.Last) is not null));
}
