using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Response;

/// <summary>Stable disease; "SD" alone may be a standard deviation.</summary>
internal sealed class StableDisease() : ResponseRule(Measure.Sd, "stable disease", "SD")
{
    /// <inheritdoc/>
    public override bool Fits(Passage passage, Anchor anchor, Quantity quantity) =>
        base.Fits(passage, anchor, quantity) && (anchor.Last > anchor.First || passage.Scope.IsOncology);
}
