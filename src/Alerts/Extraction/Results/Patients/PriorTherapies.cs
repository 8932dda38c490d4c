using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Patients;

/// <summary>Median number of prior therapies: "a median of three prior lines of therapy", "prior regimens (median of 7.5)".</summary>
internal sealed class PriorTherapies() : MedianRule(
    Measure.PriorTherapies, "lines", "prior lines of therapy", "prior lines of systemic therapy", "prior lines of systemic therapies", "prior lines of treatment", "prior lines", "prior therapies", "prior systemic therapies", "prior regimens", "prior chemotherapy regimens",
    "prior treatment regimens", "prior treatments", "prior systemic regimens", "lines of prior therapy", "lines of prior systemic therapy", "previous lines of therapy", "previous therapies", "lines of therapy", "prior anticancer therapies", "prior cancer therapies", "number of prior therapies", "prior agents", "prior systemic agents")
{
    /// <inheritdoc/>
    public override bool Accepts(Quantity quantity) => quantity is { Kind: QuantityKind.Plain, Value: > 0 and < 40 };
}
