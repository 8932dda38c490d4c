using System.Globalization;
using Alerts.History;
using Alerts.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Alerts.Pages.Events;

/// <summary>What an address asks for: <c>?since=&amp;until=&amp;limit=&amp;after=</c> and a rule.</summary>
internal sealed record EventQuery
{
    private const int MostEvents = 500;
    private const int UsualEvents = 100;

    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    /// <summary>First moment, inclusive.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Last moment, exclusive.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Begin behind this place.</summary>
    public ChangePlace? After { get; init; }

    /// <summary>How many at most.</summary>
    public int Limit { get; init; } = UsualEvents;

    /// <summary>Which changes count.</summary>
    public SubscriptionRule Rule { get; init; } = new();

    /// <summary>The query, or one sentence for each problem, naming the input and what was expected.</summary>
    public static (EventQuery Query, IReadOnlyList<string> Problems) Read(IQueryCollection query)
    {
        var (rule, found) = ChangeQuery.Read(query);
        var problems = found.ToList();
        var (since, until) = (Moment(query, "since", problems), Moment(query, "until", problems));
        if (since > until)
            problems.Add($"until: \"{query["until"]}\" lies before since: \"{query["since"]}\".");
        return (new EventQuery { Since = since, Until = until, After = Place(query, problems), Limit = Number(query, problems), Rule = rule }, problems);
    }

    private static DateTimeOffset? Moment(IQueryCollection query, string name, List<string> problems)
    {
        if (query[name] is not [{ Length: > 0 } text, ..])
            return null;
        // A plus sign that was not written as %2B arrives as a blank.
        if (DateTimeOffset.TryParseExact(text.Replace(' ', '+'), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            return moment;
        problems.Add($"{name}: \"{text}\" is no moment; expected a day like 2022-08-03 (UTC) or a time like 2022-08-03T16:05:00Z.");
        return null;
    }

    private static ChangePlace? Place(IQueryCollection query, List<string> problems)
    {
        if (query["after"] is not [{ Length: > 0 } text, ..])
            return null;
        if (ChangePlace.TryParse(text, out var place))
            return place;
        problems.Add($"after: \"{text}\" is no place in the list; expected what an earlier answer gave as \"after\".");
        return null;
    }

    private static int Number(IQueryCollection query, List<string> problems)
    {
        if (query["limit"] is not [{ Length: > 0 } text, ..])
            return UsualEvents;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostEvents)
            return number;
        problems.Add($"limit: \"{text}\" is no number from 1 to {MostEvents}.");
        return UsualEvents;
    }
}
