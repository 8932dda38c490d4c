using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Safety;

/// <summary>
/// A share or number of patients to whom something happened because of the treatment: "dose reductions in 19% of
/// patients", "SAEs observed in five patients"; "no serious adverse events" is value 0 with outcome <c>none</c>.
/// </summary>
internal abstract class SafetyRule(Measure measure, params string[] phrases) : MeasureRule
{
    /// <inheritdoc/>
    public override Measure Measure => measure;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Phrases => phrases;

    /// <inheritdoc/>
    public override bool TakesSubject => true;

    /// <inheritdoc/>
    public override bool PassesOver(MeasureRule other) => other is AdverseEventClasses;

    /// <inheritdoc/>
    public override bool Accepts(Quantity quantity) => quantity.Kind != QuantityKind.Plain && Rates.IsRate(quantity);

    /// <inheritdoc/>
    public override bool Fits(Passage passage, Anchor anchor, Quantity quantity) =>
        !Negation.IsBefore(passage.Text, anchor.First) && !IsShift(passage.Text, quantity) && !(quantity.Kind == QuantityKind.Patients && passage.Text.IsAny(quantity.First - 1, "among", "amongst"));

    /// <inheritdoc/>
    public override IEnumerable<DataPoint> Read(Passage passage, Binding binding)
    {
        if (passage.Exclusions.IsNoResult || passage.Exclusions.IsDesign || Rates.Draft(passage, measure, binding) is not { } point)
            yield break;
        yield return point with { At = null, Grade = GradeOf(passage, binding.Anchor), Term = TermOf(passage, binding.Anchor) };
    }

    /// <inheritdoc/>
    public override IEnumerable<DataPoint> ReadUnbound(Passage passage, Anchor anchor)
    {
        if (passage.Exclusions.IsNoResult || passage.Exclusions.IsDesign || !IsDenied(passage, anchor) || passage.Text.Has(passage.ClauseStart(anchor.First), anchor.First, "could", "would", "might", "potentially"))
            yield break;
        yield return passage.Draft(measure, anchor.First, anchor.Last) with
        {
            Value = 0,
            Unit = "patients",
            Outcome = "none",
            At = null,
            Population = null,
            Term = TermOf(passage, anchor),
            Grade = GradeOf(passage, anchor),
            Confidence = 0.92,
        };
    }

    /// <summary>True where the sentence says that it did not happen.</summary>
    protected virtual bool IsDenied(Passage passage, Anchor anchor) => Negation.IsBefore(passage.Text, anchor.First) || Negation.IsBehind(passage.Text, anchor.Last);

    /// <summary>"drug-related", "treatment-related" before the phrase.</summary>
    protected virtual string? TermOf(Passage passage, Anchor anchor) => RelatedTerm(passage, anchor);

    /// <summary>The CTCAE grade, where the measure has one.</summary>
    protected virtual string? GradeOf(Passage passage, Anchor anchor) => null;

    // "reduces side effects by 36.5%", "10.1% fewer patients", "a 43.5% reduction in": how much less, not how many.
    private static bool IsShift(Language.TokenizedText text, Quantity quantity) =>
        quantity.Kind == QuantityKind.Percent
        && (text.IsAny(quantity.Last + 1, "fewer", "less", "lower", "higher", "greater", "reduction", "decrease", "increase", "relative")
            || (text.Is(quantity.First - 1, "by") && text.Has(quantity.First - 8, quantity.First, "reduces", "reduced", "reducing", "lowered", "decreased", "lowers", "decreases", "increased")));

    private static string? RelatedTerm(Passage passage, Anchor anchor)
    {
        for (var i = anchor.Last; i >= Math.Max(0, anchor.First - 4); i--)
        {
            if (passage.Text.Is(i, "related") && passage.Text.Is(i - 1, '-'))
                return passage.Text.Slice(Math.Max(0, i - 2), i).ToLowerInvariant();
        }

        return null;
    }
}
