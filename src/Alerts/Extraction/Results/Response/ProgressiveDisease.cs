using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Response;

/// <summary>Progressive disease; "PD" alone may be pharmacodynamics.</summary>
internal sealed class ProgressiveDisease() : ResponseRule(Measure.Pd, "progressive disease", "PD")
{
    /// <inheritdoc/>
    public override bool Fits(Passage passage, Anchor anchor, Quantity quantity) =>
        base.Fits(passage, anchor, quantity) && (anchor.Last > anchor.First || passage.Scope.IsOncology);
}
