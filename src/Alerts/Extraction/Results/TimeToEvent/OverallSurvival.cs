using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.TimeToEvent;

/// <summary>Overall survival; a bare "survival rate" counts with its time point only: "the 1-year survival rate was 61%".</summary>
internal sealed class OverallSurvival() : TimeToEventRule(Measure.Os, "overall survival", "OS", "mOS", "survival rate", "median survival")
{
    /// <inheritdoc/>
    public override bool Fits(Passage passage, Anchor anchor, Quantity quantity)
    {
        if (!passage.Text.Is(anchor.First, "survival") || anchor.Last == anchor.First)
            return base.Fits(passage, anchor, quantity);
        // "relapse-free survival rate"
        if (passage.Text.Is(anchor.First - 1, "free") || passage.Text.Is(anchor.First - 1, '-'))
            return false;
        // "if caught early, the survival rate after five years is 90%": what is known of the disease
        if (passage.Text.Has(anchor.Last + 1, quantity.First, "is"))
            return false;
        // "At 24 months, the survival rate was 71%", "a survival rate of 49% at four years"
        var hasTime = passage.Quantities.Any(q => q is { Kind: QuantityKind.Time, IsAttribute: true } && q.Last == anchor.First - 1)
            || ((passage.Text.IsAny(anchor.First - 1, "the", "a", "and", "patient") || quantity.End == anchor.First - 1) && TimePoints.InStatement(passage, quantity) is not null);
        return hasTime && quantity.Kind == QuantityKind.Percent && base.Fits(passage, anchor, quantity);
    }
}
