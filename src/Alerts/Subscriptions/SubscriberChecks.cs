using System.Text.RegularExpressions;
using Alerts.Delivery.Webhooks;
using Alerts.Records;

namespace Alerts.Subscriptions;

/// <summary>What is wrong with a subscriber, before it is stored.</summary>
public static partial class SubscriberChecks
{
    // As JSON in a table's cell of 32,768 characters.
    private const int LongestNames = 15_000;

    private static readonly HashSet<string> KnownCodes =
        [.. Codes<Measure>(), .. Codes<MilestoneCode>(), .. Codes<FinancialMetric>()];

    /// <summary>One sentence for each problem, naming the input and what was expected; empty where all is well.</summary>
    public static IReadOnlyList<string> Problems(Subscriber subscriber, TargetPolicy targets) =>
        [.. OfChannel(subscriber, targets), .. OfWatchlist(subscriber.Watchlist), .. OfRule(subscriber.Rule)];

    /// <summary>The same of a rule alone, such as one read from a file.</summary>
    public static IReadOnlyList<string> Problems(SubscriptionRule rule) => [.. OfRule(rule)];

    private static IEnumerable<string> OfChannel(Subscriber subscriber, TargetPolicy targets)
    {
        if (subscriber is { Email: null, Webhook: null } or { Email: not null, Webhook: not null })
            yield return "A subscriber has either an e-mail address or a webhook.";
        if (subscriber.Email is { } email && !EmailAddress.IsValid(email))
            yield return $"\"{email}\" is not an e-mail address that every mail system accepts; expected one like name@example.com.";
        if (subscriber.Webhook is not { } webhook)
            yield break;
        if (subscriber.Cadence != Cadence.Immediate)
            yield return "A webhook is told at once; digests are for e-mail addresses.";
        if (targets.Refusal(webhook.Url) is { } refusal)
            yield return refusal;
        if (webhook.Secrets.Count is < 1 or > 4)
            yield return $"A webhook has one signing secret, or up to four while they are replaced, not {webhook.Secrets.Count}.";
    }

    private static IEnumerable<string> OfWatchlist(IReadOnlyList<string> watchlist)
    {
        if (watchlist.Count > Watchlist.Most)
            yield return $"The watchlist names {watchlist.Count} companies; at most {Watchlist.Most} fit. An empty list watches all.";
        foreach (var entry in watchlist.Where(entry => Watchlist.Normalize(entry) is null))
            yield return $"\"{entry}\" on the watchlist is neither a CIK (up to ten digits) nor a ticker such as IMGN.";
    }

    private static IEnumerable<string> OfRule(SubscriptionRule rule)
    {
        foreach (var code in rule.Codes.Concat(rule.MinimumDifference.Keys).Where(code => !KnownCodes.Contains(code.ToUpperInvariant())))
            yield return $"\"{code}\" is no code of a measure, milestone or metric; expected one such as ORR, TOPLINE_DATA or REVENUE.";
        foreach (var item in rule.Items.Where(item => !Item().IsMatch(item)))
            yield return $"\"{item}\" is no item of Form 8-K; expected one such as 7.01, or 12 for filings before August 2004.";
        foreach (var program in rule.Programs.Where(program => !program.Any(char.IsLetterOrDigit)))
            yield return $"\"{program}\" names no program; expected a name such as mirvetuximab soravtansine.";
        foreach (var (code, least) in rule.MinimumDifference.Where(pair => !(pair.Value >= 0)))
            yield return $"The least difference of {code} is {least}; expected a number from 0 on.";
        if (rule.MinimumSlipDays < 0)
            yield return $"The least slip is {rule.MinimumSlipDays} days; expected a number from 0 on.";
        if (rule.MinimumMidpointPercent is { } percent && !(percent >= 0))
            yield return $"The least move of a midpoint is {percent} %; expected a number from 0 on.";
        if (!(rule.MinimumConfidence is >= 0 and <= 1))
            yield return $"The least confidence is {rule.MinimumConfidence}; expected a number from 0 to 1.";
        var names = rule.Programs.Concat(rule.Codes).Concat(rule.Items).Sum(name => name.Length + 3);
        if (names > LongestNames)
            yield return $"The rule's programs, codes and items are {names} characters together; at most {LongestNames} fit.";
    }

    private static IEnumerable<string> Codes<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(RecordCode.Of);

    [GeneratedRegex(@"\A[1-9][0-9]?(\.[0-9]{2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Item();
}
