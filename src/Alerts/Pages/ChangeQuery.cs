using System.Globalization;
using Alerts.Records;
using Alerts.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Alerts.Pages;

/// <summary>
/// Reads which changes an address asks for: <c>?program=…&amp;kind=…&amp;change=…&amp;code=…</c>, each as often as wanted or with commas between.
/// It is a subscriber's rule in an address, and means the same.
/// </summary>
internal static class ChangeQuery
{
    /// <summary>The rule, or one sentence for each problem, naming the input and what was expected.</summary>
    public static (SubscriptionRule Rule, IReadOnlyList<string> Problems) Read(IQueryCollection query)
    {
        var problems = new List<string>();
        var rule = new SubscriptionRule
        {
            Programs = [.. query["program"].OfType<string>().Where(name => name.Length > 0)],
            Kinds = Words<ChangeKind>(query, "kind", problems),
            Words = Words<ChangeWord>(query, "change", problems),
            Codes = Values(query, "code"),
            MinimumConfidence = Confidence(query, problems),
        };
        return (rule, [.. problems, .. SubscriberChecks.Problems(rule)]);
    }

    private static List<T> Words<T>(IQueryCollection query, string name, List<string> problems)
        where T : struct, Enum
    {
        var known = Enum.GetValues<T>().ToDictionary(RecordCode.Of, StringComparer.OrdinalIgnoreCase);
        var words = new List<T>();
        foreach (var text in Values(query, name))
        {
            if (known.TryGetValue(text, out var word))
                words.Add(word);
            else
                problems.Add($"{name}: \"{text}\" is unknown; expected {string.Join(", ", known.Keys)}.");
        }

        return words;
    }

    private static double Confidence(IQueryCollection query, List<string> problems)
    {
        if (query["confidence"] is not [{ Length: > 0 } text, ..])
            return SubscriptionRule.DefaultMinimumConfidence;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var least))
            return least;
        problems.Add($"confidence: \"{text}\" is no number; expected one from 0 to 1.");
        return SubscriptionRule.DefaultMinimumConfidence;
    }

    private static List<string> Values(IQueryCollection query, string name) =>
        [.. query[name].OfType<string>().SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}
