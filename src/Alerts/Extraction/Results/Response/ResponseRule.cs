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
        // A bare number counts responses only right before the word; "64% of responders" speaks of part of them, and so do
        // "2 unconfirmed PRs".
        !IsOfWhom(passage, anchor, quantity) && (quantity.Kind != QuantityKind.Plain || quantity.Last < anchor.First || IsAlone(passage, quantity)) && !IsAll(passage, quantity) && !passage.Text.Is(anchor.First - 1, "no")
        && !(quantity.Last < anchor.First && anchor.First - quantity.End <= 3 && (passage.Text.Is(anchor.First - 1, "unconfirmed") || (passage.Text.Is(quantity.End + 1, "of") && passage.Text.Span(anchor.Last).StartsWith("responder", StringComparison.OrdinalIgnoreCase))));

    /// <inheritdoc/>
    public override IEnumerable<DataPoint> ReadUnbound(Passage passage, Anchor anchor)
    {
        var text = passage.Text;
        // "with no CRs in the chemotherapy arm"; a rate that is not named is not nought.
        if (passage.Exclusions.IsNoResult || passage.Exclusions.IsDesign || !text.Is(text.IsAny(anchor.First - 1, "confirmed", "objective") ? anchor.First - 2 : anchor.First - 1, "no") || text.IsAny(anchor.Last, "rate", "rates") || measure is not (Measure.Cr or Measure.Pr or Measure.Orr))
            yield break;
        yield return passage.Draft(measure, anchor.First, anchor.Last) with { Value = 0, Unit = "patients", Outcome = "none", At = null, Confidence = 0.9 };
    }

    /// <inheritdoc/>
    public override bool PassesOver(MeasureRule other) => other is Patients.MedianRule;

    /// <summary>
    /// True where the phrase only says whose the figure is: "MRD negativity in 71% of patients in complete response", "58% of responders
    /// remained in CR", "90% of children with a confirmed response had …".
    /// </summary>
    protected static bool IsOfWhom(Passage passage, Anchor anchor, Quantity quantity)
    {
        var text = passage.Text;
        if (quantity.Last > anchor.First || quantity.Kind is not (QuantityKind.Percent or QuantityKind.Share))
            return false;
        if (text.Is(anchor.First - 1, "in"))
            return PatientWords.IsNoun(text.Span(anchor.First - 2)) || text.IsAny(anchor.First - 2, "remained", "remain", "remaining");
        return text.IsAny(text.Is(anchor.First - 1, "a") ? anchor.First - 2 : anchor.First - 1, "with") && text.IsAny(anchor.Last + 1, "had", "remained", "maintained", "achieved");
    }

    // "the ORR in the 36 patients treated was 22%"
    private static bool IsAll(Passage passage, Quantity quantity) =>
        quantity.Kind == QuantityKind.Patients && passage.Text.IsAny(quantity.First - 1, "the", "all", "these") && passage.Text.IsAny(quantity.First - 2, "in", "among", "of", "for");

    // "a PR in three patients and stable disease in eight"
    private static bool IsAlone(Passage passage, Quantity quantity) =>
        passage.Text.Is(quantity.First - 1, "in") && (quantity.Last == passage.Text.Count - 1 || passage.Text.Is(quantity.Last + 1, '.') || passage.Text.Is(quantity.Last + 1, ',') || passage.Text.Is(quantity.Last + 1, ';') || passage.Text.Is(quantity.Last + 1, "and"));

    /// <inheritdoc/>
    public override IEnumerable<DataPoint> Read(Passage passage, Binding binding)
    {
        if (passage.Exclusions.IsNoResult || passage.Exclusions.IsDesign || Rates.Draft(passage, measure, binding) is not { } point)
            yield break;
        yield return point with { Assessor = Assessors.At(passage, binding.Quantity.First, binding.Quantity.Last) };
    }
}
