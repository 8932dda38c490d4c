using Alerts.Edgar;
using Alerts.Operations;
using Alerts.Pages.Companies;
using Alerts.Pages.Events;
using Alerts.Pages.Feeds;
using Alerts.Pipeline;
using Alerts.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Alerts.Pages;

/// <summary>
/// What everybody may see: pages, feeds and events of companies, all of it made of public filings, none of it of subscribers. Each head maps
/// its addresses to these answers and decides nothing.
/// </summary>
public sealed class PublicSite
{
    private const int MostEntries = 50;

    /// <summary>How many headlines the first page has.</summary>
    internal const int MostHeadlines = 15;

    private readonly CompanyStore companies;
    private readonly NewsReader news;
    private readonly CompanyReader reader;
    private readonly EventReader events;
    private readonly SitePage pages;
    private readonly PublicLinks links;
    private readonly PublicOptions options;
    private readonly AnswerCache cache;

    internal PublicSite(CompanyStore companies, NewsReader news, CompanyReader reader, EventReader events, SitePage pages, PublicLinks links, PublicOptions options, TimeProvider time) =>
        (this.companies, this.news, this.reader, this.events, this.pages, this.links, this.options, cache) =
            (companies, news, reader, events, pages, links, options, new AnswerCache(time));

    /// <summary>GET /: the companies and what changed last.</summary>
    public async Task<WebAnswer> HomeAsync(CancellationToken cancellation) =>
        options.IsShown ? await cache.GetAsync("/", () => MakeHomeAsync(CancellationToken.None), cancellation) : pages.NotFound();

    /// <summary>GET /companies/{cik}: a company for people.</summary>
    public async Task<WebAnswer> CompanyAsync(string cik, CancellationToken cancellation)
    {
        if (await FindAsync(cik, cancellation) is not { } company)
            return pages.NotFound();
        var view = await reader.ReadAsync(company, cancellation);
        return await pages.OfAsync<CompanyBody>(view.Title, links.Of(PublicLinks.Feed(company.Key)), (nameof(CompanyBody.View), view));
    }

    /// <summary>GET /companies/{cik}/programs/{program}: one of its programs, under any of its names.</summary>
    public async Task<WebAnswer> ProgramAsync(string cik, string program, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(program);
        if (await FindAsync(cik, cancellation) is not { } company || await reader.ReadAsync(company, program, cancellation) is not { } view)
            return pages.NotFound();
        return await pages.OfAsync<CompanyBody>(view.Program!, links.Of(PublicLinks.Feed(company.Key)), (nameof(CompanyBody.View), view));
    }

    /// <summary>GET /feeds/{name}: "all.atom", or a company's CIK and ".atom".</summary>
    /// <param name="name">The last part of the address.</param>
    /// <param name="query">A rule: program, kind, change, code.</param>
    /// <param name="search">The query as written, which is part of the feed's own name.</param>
    /// <param name="cancellation">Stops between two reads.</param>
    public async Task<WebAnswer> FeedAsync(string name, IQueryCollection query, string? search, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(name);
        var isOfAll = name == PublicLinks.AllFeeds;
        var company = !isOfAll && name.EndsWith(PublicLinks.FeedSuffix, StringComparison.Ordinal) ? await FindAsync(name[..^PublicLinks.FeedSuffix.Length], cancellation) : null;
        if (!options.IsShown || (company is null && !isOfAll))
            return Unknown($"There is no feed \"{name}\"; expected {PublicLinks.AllFeeds}, or a known company's CIK and {PublicLinks.FeedSuffix}.");
        var (rule, problems) = ChangeQuery.Read(query);
        if (problems.Count > 0)
            return WebAnswer.Refusal(StatusCodes.Status400BadRequest, problems);
        return isOfAll && string.IsNullOrEmpty(search)
            ? await cache.GetAsync(name, () => MakeFeedAsync(null, rule, null, CancellationToken.None), cancellation)
            : await MakeFeedAsync(company, rule, search, cancellation);
    }

    /// <summary>GET /companies: the companies that are known.</summary>
    public async Task<WebAnswer> CompaniesAsync(CancellationToken cancellation)
    {
        if (!options.IsShown)
            return Unknown("There is nothing here.");
        var known = await KnownAsync(cancellation);
        return WebAnswer.Json(new
        {
            Schema = "alerts.companies/1",
            Companies = known.Select(company => new
            {
                company.Key,
                company.Name,
                company.Ticker,
                company.WatchedSince,
                Page = links.Of(PublicLinks.Page(company.Key)),
                Feed = links.Of(PublicLinks.Feed(company.Key)),
                Events = links.Of(PublicLinks.Events(company.Key)),
            }),
        });
    }

    /// <summary>GET /companies/{cik}/events: its changes, oldest first, page by page.</summary>
    /// <param name="cik">The company.</param>
    /// <param name="query">since, until, limit, after, and a rule.</param>
    /// <param name="cancellation">Stops between two reads.</param>
    public async Task<WebAnswer> EventsAsync(string cik, IQueryCollection query, CancellationToken cancellation)
    {
        if (await FindAsync(cik, cancellation) is not { } company)
            return Unknown($"There is no company \"{cik}\" here; GET /companies lists those that are known.");
        var (asked, problems) = EventQuery.Read(query);
        if (problems.Count > 0)
            return WebAnswer.Refusal(StatusCodes.Status400BadRequest, problems);
        var (found, after, hasMore) = await events.ReadAsync(company.Key, asked, cancellation);
        var rest = query.Where(part => part.Key != "after").SelectMany(part => part.Value.Select(value => KeyValuePair.Create(part.Key, value)));
        return WebAnswer.Json(new CompanyEvents
        {
            Company = company.Key,
            Events = found,
            After = after?.ToString(),
            Next = hasMore ? links.Of(PublicLinks.Events(company.Key)).AbsoluteUri + QueryString.Create([.. rest, new("after", after!.ToString())]) : null,
        });
    }

    private async Task<WebAnswer> MakeHomeAsync(CancellationToken cancellation)
    {
        var known = await KnownAsync(cancellation);
        var latest = await news.LatestAsync(known, CompanyReader.Everything, null, MostHeadlines, cancellation);
        return await pages.OfAsync<HomeBody>("What changed", links.AllFeed, (nameof(HomeBody.Companies), known), (nameof(HomeBody.News), latest));
    }

    // Null for the feed of all companies.
    private async Task<WebAnswer> MakeFeedAsync(Company? company, SubscriptionRule rule, string? search, CancellationToken cancellation)
    {
        IReadOnlyList<Company> told = company is not null ? [company] : [.. (await KnownAsync(cancellation)).Where(known => known.WatchedSince is not null)];
        var path = company is null ? links.AllFeed : links.Of(PublicLinks.Feed(company.Key));
        var head = new FeedHead(
            links.FeedTag(company?.Key ?? "all") + search,
            (company?.Title ?? "All companies") + " – Alerts",
            new Uri(path, search),
            company is null ? links.Home : links.Of(PublicLinks.Page(company.Key)),
            told.Select(known => known.WatchedSince).Min() ?? DateTimeOffset.UnixEpoch);
        return await AtomFeed.WriteAsync(head, await news.LatestAsync(told, rule, null, MostEntries, cancellation), links);
    }

    private async Task<Company?> FindAsync(string text, CancellationToken cancellation)
    {
        if (!options.IsShown)
            return null;
        // Tables refuse keys that no company can have.
        var key = EdgarNames.TryCik(text, out var cik) ? cik : text;
        return key.Length is > 0 and <= 100 && key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '=' or '.') && key != SelfTest.Company
            ? await companies.GetAsync(key, cancellation)
            : null;
    }

    private async Task<IReadOnlyList<Company>> KnownAsync(CancellationToken cancellation)
    {
        var known = new List<Company>();
        await foreach (var company in companies.ListAsync(cancellation))
        {
            if (company.Key != SelfTest.Company)
                known.Add(company);
        }

        return [.. known.OrderBy(company => company.Name ?? company.Key, StringComparer.OrdinalIgnoreCase)];
    }

    private static WebAnswer Unknown(string problem) => WebAnswer.Refusal(StatusCodes.Status404NotFound, problem);
}
