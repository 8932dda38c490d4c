using System.Globalization;
using Alerts.Records;
using Alerts.Subscriptions;

namespace Alerts.Delivery.Wording;

/// <summary>A subscription in a sentence, so that nobody wonders why an alert came.</summary>
internal static class RuleWording
{
    /// <summary>"You watch IMGN for changes: kinds milestone; shifts of 30 days or more; confidence 0.7 or more."</summary>
    public static string Why(Subscriber subscriber)
    {
        var rule = subscriber.Rule;
        var parts = new List<string>();
        if (rule.Programs.Count > 0)
            parts.Add("about " + List(rule.Programs));
        if (rule.Kinds.Count > 0)
            parts.Add("kinds " + List(rule.Kinds.Select(RecordCode.Of)));
        if (rule.Words.Count > 0)
            parts.Add("changes " + List(rule.Words.Select(RecordCode.Of)));
        if (rule.Codes.Count > 0)
            parts.Add("codes " + List(rule.Codes));
        if (rule.Items.Count > 0)
            parts.Add("items " + List(rule.Items));
        foreach (var (code, least) in rule.MinimumDifference)
            parts.Add($"{code} by {least:0.####} or more");
        if (rule.MinimumSlipDays is { } days)
            parts.Add($"shifts of {days} days or more");
        if (rule.MinimumMidpointPercent is { } percent)
            parts.Add($"midpoints moved by {percent:0.####}% or more");
        if (rule.OnlyDisjointIntervals)
            parts.Add("revisions whose intervals do not overlap");
        var every = parts.Count == 0;
        parts.Add("confidence " + rule.MinimumConfidence.ToString("0.##", CultureInfo.InvariantCulture) + " or more");
        var what = every ? "every change with " : "changes: ";
        return PlainText.Line($"You watch {Companies(subscriber.Watchlist)} for {what}{string.Join("; ", parts)}.", 500);
    }

    private static string Companies(IReadOnlyList<string> watchlist) => watchlist.Count switch
    {
        0 => "every company",
        1 => watchlist[0],
        _ => List(watchlist),
    };

    private static string List(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count <= 5 ? string.Join(", ", all) : string.Join(", ", all.Take(4)) + $" and {all.Count - 4} more";
    }
}
