using Alerts.Delivery.Wording;
using Alerts.History;
using Alerts.Pipeline;
using Alerts.Records;
using Alerts.Subscriptions;

namespace Alerts.Pages.Companies;

/// <summary>Reads what the pages show: the last of everything, so that a long history costs no more than a short one.</summary>
internal sealed class CompanyReader(NewsReader reader, FilingStore filings, TimelineReader timelines, TimeProvider time)
{
    // As many as the first page leads to, should all of them be of one company.
    private const int MostNews = PublicSite.MostHeadlines;
    private const int MostFilings = 15;
    private const int MostMilestones = 16;
    private const int MostResults = 15;
    private const int MostOfProgram = 60;

    /// <summary>Everything that history holds is shown, with its confidence beside it.</summary>
    public static SubscriptionRule Everything { get; } = new() { MinimumConfidence = 0 };

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>A company as a whole.</summary>
    public async Task<CompanyView> ReadAsync(Company company, CancellationToken cancellation)
    {
        var news = await reader.LatestAsync([company], Everything, null, MostNews, cancellation);
        var changes = news.SelectMany(item => item.Changes).ToList();
        var milestones = await timelines.ReadMilestonesAsync(company.Key, changes, MostMilestones, cancellation);
        var programs = changes.Select(change => change.Program).Concat(milestones.Lines.Select(line => line.Program)).OfType<string>();
        return new CompanyView
        {
            Company = company,
            Title = TitleOf(company, news),
            Today = Today,
            Programs = await timelines.DistinctProgramsAsync(company.Key, programs, cancellation),
            Milestones = milestones,
            Results = ResultList.Latest(changes.Where(change => change.Kind == ChangeKind.Data), MostResults),
            News = news,
            Filings = await filings.LatestAsync(company.Key, MostFilings, cancellation),
        };
    }

    /// <summary>One program under any of its names; null where nothing is known of it.</summary>
    public async Task<CompanyView?> ReadAsync(Company company, string program, CancellationToken cancellation)
    {
        var milestones = await timelines.ReadMilestonesAsync(company.Key, program, cancellation);
        var results = await timelines.ReadResultsAsync(company.Key, program, cancellation);
        var news = await reader.LatestAsync([company], Everything, program, MostNews, cancellation);
        var name = milestones.Lines.MaxBy(line => line.Entries[^1].At)?.Program ?? results.MaxBy(result => result.At)?.Program ?? (news.Count > 0 ? news[0].Changes[0].Program : null);
        return name is null ? null : new CompanyView
        {
            Company = company,
            Title = TitleOf(company, news),
            Today = Today,
            Program = name,
            Milestones = milestones,
            Results = ResultList.Latest(results, MostOfProgram),
            News = news,
        };
    }

    // EDGAR's lists shout; covers of filings write the name as the company does.
    private static string TitleOf(Company company, IReadOnlyList<News> news) =>
        news.Select(item => item.Filing?.Facts.Company).FirstOrDefault(name => name is not null) is { } name
            ? (company with { Name = PlainText.Line(name, 100) }).Title
            : company.Title;
}
