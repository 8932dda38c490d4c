using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Safety;

/// <summary>Deaths in the trial: "no treatment-related deaths", "two patients died"; "progression or death" is an endpoint.</summary>
internal sealed class Deaths() : SafetyRule(Measure.Death, "deaths", "death", "died")
{
    /// <inheritdoc/>
    public override bool TakesCount => true;

    /// <inheritdoc/>
    public override bool Accepts(Quantity quantity) => Rates.IsRate(quantity);

    /// <inheritdoc/>
    public override bool Fits(Passage passage, Anchor anchor, Quantity quantity) =>
        base.Fits(passage, anchor, quantity) && IsCounted(passage, anchor) && (quantity.Kind != QuantityKind.Plain || quantity.Last < anchor.First)
        && (quantity.Kind != QuantityKind.Percent || passage.Text.Is(anchor.First, "died"));

    /// <inheritdoc/>
    protected override bool IsDenied(Passage passage, Anchor anchor) => base.IsDenied(passage, anchor)
        // "no deaths or serious adverse events"
        && (IsCounted(passage, anchor) || (passage.Text.Is(anchor.First, "deaths") && passage.Text.Is(anchor.Last + 1, "or")));

    /// <inheritdoc/>
    protected override string? TermOf(Passage passage, Anchor anchor)
    {
        for (var i = anchor.First - 1; i >= Math.Max(0, anchor.First - 4); i--)
        {
            if (passage.Text.IsAny(i, "related", "attributed", "attributable"))
                return "related";
        }

        return null;
    }

    private static bool IsCounted(Passage passage, Anchor anchor)
    {
        var text = passage.Text;
        return !text.IsAny(anchor.First - 1, "of", "or", "to", "from", "for", "and", "cell", "sudden", "programmed") && !text.IsAny(anchor.Last + 1, "receptor", "ligand", "from", "or") && !text.Is(anchor.First - 1, '/') && !text.Is(anchor.First - 1, '-') | text.Is(anchor.First - 2, "related");
    }
}
