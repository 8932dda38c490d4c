using Alerts.Delivery.Webhooks;
using Alerts.Delivery.Wording;
using Alerts.Pipeline;
using Alerts.Subscriptions;

namespace Alerts.Signup;

/// <summary>
/// What is wrong with a request from the public page: all that <see cref="SubscriberChecks"/> finds, less room than the operator has, and
/// companies that nobody watches, of which no alert would ever come.
/// </summary>
public sealed class SignupChecks(CompanyStore companies)
{
    private const int MostCompanies = 100;
    private const int MostNames = 20;
    private const int LongestName = 100;

    /// <summary>One sentence for each problem, naming the input and what was expected; empty where all is well.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(Subscriber wanted, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        List<string> problems = [.. SubscriberChecks.Problems(wanted, TargetPolicy.Public), .. OfSize(wanted)];
        problems.AddRange(OfCompanies(wanted.Watchlist, await WatchedAsync(cancellation)));
        // They are shown on a page; what was typed may be long.
        return [.. problems.Select(problem => PlainText.Line(problem, 300)).Take(20)];
    }

    /// <summary>The companies that are watched, by key.</summary>
    public async Task<IReadOnlyList<Company>> WatchedAsync(CancellationToken cancellation)
    {
        var watched = new List<Company>();
        await foreach (var company in companies.ListAsync(cancellation))
        {
            if (company.WatchedSince is not null)
                watched.Add(company);
        }

        return watched;
    }

    private static IEnumerable<string> OfSize(Subscriber wanted)
    {
        if (wanted.Watchlist.Count > MostCompanies)
            yield return $"{wanted.Watchlist.Count} companies are named; at most {MostCompanies} fit here. Name none to hear of all.";
        var rule = wanted.Rule;
        foreach (var (what, names) in new[] { ("programs", rule.Programs), ("codes", rule.Codes), ("items", rule.Items) })
        {
            if (names.Count > MostNames)
                yield return $"{names.Count} {what} are named; at most {MostNames} fit here.";
            foreach (var name in names.Where(name => name.Length > LongestName || name.Any(char.IsControl)))
                yield return $"\"{PlainText.Line(name, 40)}\" among the {what} is too long or no plain text; expected at most {LongestName} characters.";
        }
    }

    private static IEnumerable<string> OfCompanies(IReadOnlyList<string> named, IReadOnlyList<Company> watched)
    {
        var known = watched.SelectMany(company => new[] { company.Key, company.Ticker?.ToUpperInvariant() }).ToHashSet(StringComparer.Ordinal);
        // What is no company at all has been said.
        var unknown = named.Where(entry => Watchlist.Normalize(entry) is not null && !known.Contains(entry)).ToList();
        if (unknown.Count > 0)
            yield return $"Not watched here: {string.Join(", ", unknown)}. Name companies that are watched, or none to hear of all.";
    }
}
