using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Patients;

/// <summary>Median age: "Median age was 62 and 61 years, respectively", "an average (median) age of 50".</summary>
internal sealed class Age() : MedianRule(Measure.Age, "years", "age")
{
    /// <inheritdoc/>
    public override bool Accepts(Quantity quantity) => quantity switch
    {
        { Kind: QuantityKind.Time, IsAttribute: false } => quantity.Unit is "years" or "months",
        { Kind: QuantityKind.Plain } => quantity.Value is > 0 and < 111,
        _ => false,
    };
}
