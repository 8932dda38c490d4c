using System.Text;
using Alerts.Delivery;
using Alerts.Extraction;
using Alerts.History;
using Alerts.Pages;
using Alerts.Pages.Companies;
using Alerts.Pages.Events;
using Alerts.Pipeline;
using Alerts.Records;
using Alerts.Subscriptions;
using Alerts.Tests.History;
using Microsoft.AspNetCore.Http;

namespace Alerts.Tests.Pages;

/// <summary>The public site over a store in memory, into which a test records what it likes.</summary>
internal sealed class Site
{
    public static readonly DateTimeOffset Now = new(2024, 12, 31, 0, 0, 0, TimeSpan.Zero);

    private readonly FilingStore filings;

    public Site(PublicOptions? options = null, DateTimeOffset? now = null, bool canSubscribe = true)
    {
        filings = new FilingStore(Tables);
        var time = Time = new ManualTime(now ?? Now);
        var news = new NewsReader(new ChangeLog(Tables), filings, time);
        var links = new PublicLinks(new DeliveryOptions { From = new EmailAddress("alerts@example.com"), PublicUrl = new Uri("https://alerts.example.com"), LinkSecret = new string('s', 32) });
        Companies = new CompanyStore(Tables);
        Public = new PublicSite(Companies, news, new CompanyReader(news, filings, new TimelineReader(Tables), time), new EventReader(new ChangeLog(Tables)), new SitePage(canSubscribe), links, options ?? new PublicOptions(), time);
    }

    public MemoryTables Tables { get; } = new();

    public ManualTime Time { get; }

    public CompanyStore Companies { get; }

    public PublicSite Public { get; }

    /// <summary>A site that knows ImmunoGen by the labels of the samples.</summary>
    public static async Task<Site> OfImmunoGenAsync(PublicOptions? options = null)
    {
        var site = new Site(options);
        await site.WatchAsync(Say.Cik, "ImmunoGen, Inc.", "IMGN");
        foreach (var filing in ImmunoGenStoryTests.Filings())
            await site.RecordAsync(filing);
        await new HistoryStore(site.Tables).LapseAsync(Say.Cik, Now, default);
        return site;
    }

    public Task WatchAsync(string cik, string? name = null, string? ticker = null) => Companies.UpdateAsync(
        cik, company => company with { Name = name, Ticker = ticker, WatchedSince = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero) }, default);

    public async Task RecordAsync(ParsedFiling filing, string cik = Say.Cik)
    {
        await new HistoryStore(Tables).RecordAsync(filing, cik, default);
        await filings.PutAsync(
            new ProcessedFiling
            {
                Key = new FilingKey(cik, FilingRef.NameOf(filing)),
                Facts = filing.Filing,
                Coverage = filing.Coverage,
                Seen = (filing.Filing.FiledAt ?? new DateTimeOffset(filing.Filing.EventDate!.Value, new TimeOnly(22, 0), TimeSpan.Zero)).AddMinutes(1),
                IsLive = true,
                Version = FilingExtractor.Version,
                DataPoints = filing.DataPoints.Count,
                Guidance = filing.Guidance.Count,
            },
            default);
    }

    public Task<WebAnswer> FeedAsync(string name, string query = "") => Public.FeedAsync(name, Query(query), query, default);

    public Task<WebAnswer> EventsAsync(string query = "", string cik = Say.Cik) => Public.EventsAsync(cik, Query(query), default);

    public static string Text(WebAnswer answer) => Encoding.UTF8.GetString(answer.Body.Span);

    public static IQueryCollection Query(string query) => new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query));
}
