using Alerts.Extraction.Quantities;

namespace Alerts.Extraction.Results;

/// <summary>How sure a binding is, from how tightly value and measure hang together.</summary>
internal static class Confidences
{
    /// <summary>Below what history and alerts ask for: somebody should look at the record first.</summary>
    public const double ForReview = 0.6;

    private const double Tight = 0.98;

    private const double PerWord = 0.03;

    private const double Loosest = 0.7;

    /// <summary>The confidence of a bound value.</summary>
    public static double Of(Binding binding)
    {
        var value = Tight - (binding.Cost * PerWord) - (binding.IsFurther ? 0.05 : 0) - (binding.Quantity.Precision == Precision.Exact ? 0 : 0.05);
        return Math.Round(Math.Max(Loosest, value), 2);
    }
}
