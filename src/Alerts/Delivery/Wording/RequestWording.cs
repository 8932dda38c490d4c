using System.Globalization;
using Alerts.Records;
using Alerts.Subscriptions;

namespace Alerts.Delivery.Wording;

/// <summary>What was asked for on the public page, in a line.</summary>
internal static class RequestWording
{
    /// <summary>"changes of ALNY and VRTX; clinical data and milestones; about mirvetuximab; confidence 0.7 or more; once a day".</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="namesPrograms">False where the line goes to somebody who may not have written it: the programs are counted then.</param>
    public static string Of(SubscriptionRequest request, bool namesPrograms)
    {
        var rule = request.Rule;
        var parts = new List<string>
        {
            request.Watchlist.Count == 0 ? "changes of every company that is watched here" : "changes of " + List(request.Watchlist),
            rule.Kinds.Count == 0 ? "of every kind" : List(rule.Kinds.Select(Kind)),
        };
        if (rule.Programs.Count > 0)
            parts.Add(namesPrograms ? "about " + List(rule.Programs) : rule.Programs.Count == 1 ? "about one program" : $"about {rule.Programs.Count} programs");
        if (IsNarrower(rule))
            parts.Add("narrowed by further choices");
        parts.Add(string.Create(CultureInfo.InvariantCulture, $"confidence {rule.MinimumConfidence:0.##} or more"));
        parts.Add(How(request.Cadence));
        return PlainText.Line(string.Join("; ", parts), 1500);
    }

    /// <summary>A kind of change, as a reader of filings calls it.</summary>
    public static string Kind(ChangeKind kind) => kind switch
    {
        ChangeKind.Data => "clinical data",
        ChangeKind.Milestone => "milestones",
        _ => "financial guidance",
    };

    /// <summary>How often.</summary>
    public static string How(Cadence cadence) => cadence switch
    {
        Cadence.Daily => "once a day",
        Cadence.Weekly => "once a week",
        _ => "as soon as a filing is read",
    };

    // What only a request in JSON can ask for.
    private static bool IsNarrower(SubscriptionRule rule) =>
        rule.Words.Count + rule.Codes.Count + rule.Items.Count + rule.MinimumDifference.Count > 0
        || rule.MinimumSlipDays is not null || rule.MinimumMidpointPercent is not null || rule.OnlyDisjointIntervals;

    private static string List(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count == 1 ? all[0] : string.Join(", ", all.SkipLast(1)) + " and " + all[^1];
    }
}
