using System.Collections.Concurrent;
using Alerts.Delivery.Wording;
using Alerts.History;
using Alerts.Pipeline;
using Alerts.Records;
using Alerts.Subscriptions;

namespace Alerts.Pages;

/// <summary>
/// Reads what was new last, of one company or of many. Tables are read forwards only, so it looks through windows of time that end where the
/// one before began and are each twice as long: what it reads in vain is about as much as what it shows, whatever the length of history.
/// </summary>
internal sealed class NewsReader(ChangeLog log, FilingStore filings, TimeProvider time)
{
    // One company's news of some months; of very many companies a day's.
    private const double FirstDays = 128;

    // Rows and queries. A rare change of very many companies is looked for so far back and no further.
    private const int MostReads = 5000;

    private const int AtOnce = 8;

    // Before every filing on EDGAR; what stands there has no date at all.
    private static readonly DateTimeOffset Earliest = new(1993, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The latest news, newest first.</summary>
    /// <param name="companies">Whose.</param>
    /// <param name="rule">Which changes count.</param>
    /// <param name="program">Only this program, under any of its names; null for all.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Stops between two reads.</param>
    public async Task<IReadOnlyList<News>> LatestAsync(
        IReadOnlyList<Company> companies, SubscriptionRule rule, string? program, int most, CancellationToken cancellation)
    {
        var found = new List<News>();
        if (companies.Count == 0)
            return found;
        var span = TimeSpan.FromDays(Math.Max(1, FirstDays / companies.Count));
        DateTimeOffset? to = null;
        DateTimeOffset? from = time.GetUtcNow() - span;
        for (var reads = 0; found.Count < most && reads < MostReads; span *= 2)
        {
            var (news, read) = await WindowAsync(companies, rule, program, from, to, cancellation);
            found.AddRange(news);
            reads += read + companies.Count;
            if (from is null)
                break;
            (to, from) = (from, from - Earliest > span ? from - span : null);
        }

        var latest = found.OrderByDescending(news => news.At).ThenBy(news => news.Occasion.ToString(), StringComparer.Ordinal).Take(most).ToArray();
        await EachAsync(latest, async (index, ended) =>
            latest[index] = latest[index] with { Filing = await filings.GetAsync(new FilingKey(latest[index].Company.Key, latest[index].Occasion.Filing), ended) }, cancellation);
        return latest;
    }

    private async Task<(IReadOnlyCollection<News> News, int Read)> WindowAsync(
        IReadOnlyList<Company> companies, SubscriptionRule rule, string? program, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellation)
    {
        var found = new ConcurrentBag<News>();
        var read = 0;
        await EachAsync(companies, async (index, ended) =>
        {
            var changes = new List<Change>();
            await foreach (var change in log.ReadAsync(companies[index].Key, from, to, null, program, ended))
            {
                Interlocked.Increment(ref read);
                if (rule.Matches(change))
                    changes.Add(change);
            }

            foreach (var group in changes.GroupBy(change => OccasionOf(companies[index], change)))
                found.Add(new News(companies[index], group.Key, group.First().At!.Value, ChangeImportance.Order(HistoryStore.InReadingOrder(group)), null));
        }, cancellation);
        return (found, read);
    }

    private static Occasion OccasionOf(Company company, Change change) =>
        new(company.Key, change.Filing ?? "", change.Word == ChangeWord.Lapsed ? DateOnly.FromDateTime(change.At!.Value.UtcDateTime) : null);

    private static Task EachAsync<T>(IReadOnlyList<T> items, Func<int, CancellationToken, Task> work, CancellationToken cancellation) => Parallel.ForEachAsync(
        Enumerable.Range(0, items.Count),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
        async (index, ended) => await work(index, ended));
}
