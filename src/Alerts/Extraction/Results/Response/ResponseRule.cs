using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Response;

/// <summary>
/// A share or number of patients with a kind of response: "ORR by investigator was 32.4% (95% CI: 23.6, 42.2)",
/// "including five complete responses", "4 of the 10 patients had an objective response".
/// </summary>
internal abstract class ResponseRule(Measure measure, params string[] phrases) : MeasureRule
{
    /// <inheritdoc/>
    public override Measure Measure => measure;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Phrases => phrases;

    /// <inheritdoc/>
    public override bool TakesSubject => true;

    /// <inheritdoc/>
    public override bool TakesCount => true;

    /// <inheritdoc/>
    public override bool Accepts(Quantity quantity) => Rates.IsRate(quantity);

    /// <inheritdoc/>
    public override bool Fits(Passage passage, Anchor anchor, Quantity quantity) =>
        // A bare number counts responses only right before the word.
        quantity.Kind != QuantityKind.Plain || quantity.Last < anchor.First;

    /// <inheritdoc/>
    public override IEnumerable<DataPoint> Read(Passage passage, Binding binding)
    {
        if (passage.Exclusions.IsNoResult || passage.Exclusions.IsDesign || Rates.Draft(passage, measure, binding) is not { } point)
            yield break;
        yield return point with { Assessor = Assessors.At(passage, binding.Quantity.First, binding.Quantity.Last) };
    }
}
