namespace Alerts.Delivery.Wording;

/// <summary>The codes of applications and designations as people say them.</summary>
internal static class DesignationWording
{
    public static string Of(string what) => what.ToUpperInvariant() switch
    {
        "BTD" or "BREAKTHROUGH" => "breakthrough designation",
        "FAST_TRACK" => "fast track designation",
        "ORPHAN" => "orphan designation",
        "PRIORITY_REVIEW" => "priority review",
        "RMAT" => "RMAT designation",
        "PRIME" => "PRIME designation",
        "ACCELERATED_APPROVAL" => "accelerated approval",
        "RARE_PEDIATRIC" => "rare pediatric disease designation",
        // BLA, sNDA, MAA … are their own names.
        _ => PlainText.Line(what.Replace('_', ' '), 30),
    };
}
