using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Patients;

/// <summary>Median number of prior therapies: "a median of three prior lines of therapy", "prior regimens (median of 7.5)".</summary>
internal sealed class PriorTherapies() : MedianRule(Measure.PriorTherapies, "lines", [.. Names()])
{
    private static readonly string[] Earlier = ["prior", "previous", "earlier"];

    private static readonly string[] Kinds = ["", "systemic ", "chemotherapy ", "anticancer ", "anti-cancer ", "cancer ", "treatment "];

    private static readonly string[] Things = ["therapies", "regimens", "treatments", "lines", "lines of therapy", "lines of systemic therapy", "lines of systemic therapies", "lines of treatment", "lines of chemotherapy", "lines of therapies", "agents", "chemotherapies"];

    /// <inheritdoc/>
    public override bool Accepts(Quantity quantity) => quantity is { Kind: QuantityKind.Plain, Value: > 0 and < 40 };

    // "prior lines of systemic therapy", "earlier chemotherapy regimens", "lines of prior therapy"
    private static IEnumerable<string> Names() =>
        Earlier.SelectMany(earlier => Kinds.SelectMany(kind => Things.Select(thing => $"{earlier} {kind}{thing}")))
            .Concat(["lines of prior therapy", "lines of prior systemic therapy", "lines of previous therapy", "lines of therapy", "number of prior therapies"]);
}
