using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.TimeToEvent;

/// <summary>
/// A median in time units, a landmark rate with its time point, or "not reached": "The median DOR is 5.9 months (95% CI:
/// 5.6, 7.7)", "the 12-month PFS rate was 45%", "median OS was not reached".
/// </summary>
internal abstract class TimeToEventRule(Measure measure, params string[] phrases) : MeasureRule
{
    /// <inheritdoc/>
    public override Measure Measure => measure;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Phrases => phrases;

    /// <inheritdoc/>
    public override bool Accepts(Quantity quantity) =>
        quantity.IsNotReached || ((!quantity.IsAttribute || (quantity.Kind == QuantityKind.Time && !double.IsInteger(quantity.Value))) && quantity.Kind switch
        {
            QuantityKind.Time => true,
            QuantityKind.Percent => quantity.Value is >= 0 and <= 100,
            _ => false,
        });

    /// <inheritdoc/>
    public override bool PassesOver(MeasureRule other) => other is Patients.MedianRule;

    /// <inheritdoc/>
    public override bool Fits(Passage passage, Anchor anchor, Quantity quantity)
    {
        var text = passage.Text;
        if (quantity.IsNotReached)
            return quantity.First > anchor.Last;
        // "a 6.7-month median PFS"
        if (quantity.IsAttribute)
            return text.Is(quantity.Last + 1, "median") && anchor.First == quantity.Last + 2;
        if (quantity.Kind == QuantityKind.Time)
            // "at 12 months" says when, not how long.
            return !text.IsAny(quantity.First - 1, "at", "after", "through", "over", "by", "within", "every", "beyond", "past") && !text.IsAny(quantity.Last + 1, "of", "follow", "improvement", "benefit", "later");
        return !text.IsAny(quantity.Last + 1, "mature", "maturity", "reduction", "improvement", "lower", "increase", "reduced", "risk", "of") || text.IsAny(quantity.Last + 2, "patients", "the");
    }

    /// <inheritdoc/>
    public override IEnumerable<DataPoint> Read(Passage passage, Binding binding)
    {
        var quantity = binding.Quantity;
        if (passage.Exclusions.IsNoResult || passage.Exclusions.IsDesign || quantity.Precision is Precision.AtLeast or Precision.AtMost || passage.SubjectAt((binding.Start ?? quantity).First).IsComparator)
            yield break;
        var point = passage.Draft(measure, binding) with { Confidence = Confidences.Of(binding), Assessor = Assessors.At(passage, quantity.First, quantity.Last) };
        if (binding.IsComparator && point.Arm is null && Controls.Of(passage) is { } control)
            point = point with { Arm = control };
        if (binding.IsComparator && point.Arm is null)
            yield break;
        if (quantity.IsNotReached)
            yield return point with { Value = null, Unit = null, Outcome = "not_reached", At = null };
        else if (quantity.Kind == QuantityKind.Percent && (Landmark(passage, binding) ?? point.At) is { } landmark)
            yield return point with { At = landmark };
        else if (quantity.Kind == QuantityKind.Time && IsMedian(passage, binding))
            yield return point with { At = null };
    }

    // "12-month PFS rate of 39%", "… and the 24-month rate was 51%"
    private static string? Landmark(Passage passage, Binding binding)
    {
        var anchor = binding.Anchor;
        var before = passage.Quantities.LastOrDefault(q => q.Kind == QuantityKind.Percent && q.End < binding.Quantity.First);
        var time = binding.IsFurther && before is not null ? passage.Quantities.LastOrDefault(q => q is { Kind: QuantityKind.Time, IsAttribute: true } && q.First > before.End && q.Last < binding.Quantity.First) : null;
        if (time is null && binding.IsFurther && TimePoints.Behind(passage, binding.Quantity.End) is { } own)
            return own;
        time ??= passage.Quantities.FirstOrDefault(q => q is { Kind: QuantityKind.Time, IsAttribute: true } && q.Last < anchor.First && anchor.First - q.Last <= 3);
        return time is null ? null : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{time.Value} {time.Unit}");
    }

    // Without the word "median" only a plain "PFS was 7 months" counts.
    private static bool IsMedian(Passage passage, Binding binding)
    {
        for (var i = passage.ClauseStart(binding.Anchor.First); i < Math.Max(binding.Quantity.First, binding.Anchor.Last + 1); i++)
        {
            if (passage.Text.IsAny(i, "median", "mPFS", "mOS", "mDOR"))
                return true;
        }

        return binding.IsFurther || binding.Quantity.IsAttribute || binding.Quantity.Interval is not null || (binding.Cost == 0 && binding.Quantity.Precision == Precision.Exact && binding.Quantity.First > binding.Anchor.Last);
    }
}
