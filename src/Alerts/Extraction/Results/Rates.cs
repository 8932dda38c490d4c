using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results;

/// <summary>What all shares and numbers of patients have in common.</summary>
internal static class Rates
{
    /// <summary>True for percentages, shares and counts.</summary>
    public static bool IsRate(Quantity quantity) => !quantity.IsAttribute && quantity.Kind switch
    {
        QuantityKind.Percent => quantity.Value is >= 0 and <= 100,
        QuantityKind.Share or QuantityKind.Patients => true,
        QuantityKind.Plain => double.IsInteger(quantity.Value) && quantity.Value is >= 0 and < 1000,
        _ => false,
    };

    /// <summary>The data point of a bound rate; null where the figure is no result: a bound ("above 30%"), an unnamed control.</summary>
    public static DataPoint? Draft(Passage passage, Measure measure, Binding binding)
    {
        var quantity = binding.Quantity;
        if (quantity.Precision is Precision.AtLeast or Precision.AtMost && quantity.Kind == QuantityKind.Percent)
            return null;
        if (passage.SubjectAt((binding.Start ?? quantity).First).IsComparator)
            return null;
        var point = passage.Draft(measure, binding) with { Confidence = Confidences.Of(binding) };
        if (binding.IsComparator && point.Arm is null && Controls.Of(passage) is { } control)
            point = point with { Arm = control };
        if (binding.IsComparator && point.Arm is null)
            return null;
        if (quantity.Kind == QuantityKind.Plain)
            point = point with { Unit = "patients" };
        // "Of 15 evaluable patients, 7 (47%) achieved a PR"
        var all = passage.Quantities.FirstOrDefault(q => q.First < quantity.First && Binder.IsDenominator(passage.Text, q));
        var count = point.Unit == "patients" ? point.Value : point.Count;
        return all is not null && point.Of is null && count <= all.Value ? point with { Of = all.Value } : point;
    }
}
