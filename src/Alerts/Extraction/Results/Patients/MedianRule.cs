using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Patients;

/// <summary>A median that describes the patients: their age, their prior therapies, how long they were followed.</summary>
internal abstract class MedianRule(Measure measure, string unit, params string[] phrases) : MeasureRule
{
    private const int Reach = 6;

    /// <inheritdoc/>
    public override Measure Measure => measure;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Phrases => phrases;

    /// <inheritdoc/>
    public override bool TakesCount => true;

    /// <inheritdoc/>
    public override bool Fits(Passage passage, Anchor anchor, Quantity quantity)
    {
        // "median follow-up of 8.1 months", "a median of three prior lines", "prior regimens (median of 7.5)"
        var from = Math.Min(anchor.First, quantity.First);
        for (var i = Math.Max(0, from - Reach); i <= quantity.First; i++)
        {
            if (passage.Text.Is(i, "median") && !passage.IsBreak(i))
                return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override IEnumerable<DataPoint> Read(Passage passage, Binding binding)
    {
        if (passage.Exclusions.IsNoResult || binding.IsComparator)
            yield break;
        var point = passage.Draft(measure, binding.Quantity);
        // "a median follow-up of two years, maximum of three": only another arm has another median.
        if (binding.IsFurther && point.Arm is null && !passage.Text.Has(binding.Quantity.End, passage.Text.Count, "respectively"))
            yield break;
        yield return point with { Unit = binding.Quantity.Kind == QuantityKind.Time ? binding.Quantity.Unit : unit, At = null, Confidence = Confidences.Of(binding) };
    }
}
