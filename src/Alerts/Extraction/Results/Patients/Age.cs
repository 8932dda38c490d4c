using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Patients;

/// <summary>Median age: "Median age was 62 and 61 years, respectively", "an average (median) age of 50".</summary>
internal sealed class Age() : MedianRule(Measure.Age, "years", "age")
{
    /// <inheritdoc/>
    public override bool Fits(Passage passage, Anchor anchor, Quantity quantity) =>
        // "the median age of diagnosis is 70 years" is the disease's; "35 sites" are no years.
        base.Fits(passage, anchor, quantity) && !passage.Text.IsAny(anchor.Last + 2, "diagnosis", "onset") && !passage.Text.Is(anchor.First - 1, "diagnosis")
        && (quantity.Kind != QuantityKind.Plain || passage.Text[quantity.Last + 1].Kind != TokenKind.Word || !passage.Text.Is(quantity.First - 1, "at"));

    /// <inheritdoc/>
    public override bool Accepts(Quantity quantity) => quantity switch
    {
        { Kind: QuantityKind.Time, IsAttribute: false } => quantity.Unit is "years" or "months",
        { Kind: QuantityKind.Plain } => quantity.Value is > 0 and < 111,
        _ => false,
    };
}
