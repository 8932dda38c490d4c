using System.Text.RegularExpressions;
using Alerts.History;
using Alerts.Pages;
using Alerts.Records;
using Alerts.Tests.History;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;

namespace Alerts.Tests.Pages;

public sealed class PageTests
{
    [Fact]
    public async Task The_first_page_leads_to_each_company_and_to_what_changed_last()
    {
        var page = Parse(await (await Site.OfImmunoGenAsync()).Public.HomeAsync(default));

        Assert.Contains(page.QuerySelectorAll("table a"), link => link.GetAttribute("href") == "/companies/0000855654");
        Assert.StartsWith("IMGN: ", page.QuerySelector(".news a")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/feeds/all.atom", page.QuerySelector("link[rel=alternate]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_first_page_without_companies_says_what_to_do() =>
        Assert.Contains("Watch a company", Parse(await new Site().Public.HomeAsync(default)).Body!.TextContent, StringComparison.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_way_to_subscribe_is_shown_where_one_may(bool canSubscribe) =>
        Assert.Equal(canSubscribe, Parse(await new Site(canSubscribe: canSubscribe).Public.HomeAsync(default)).QuerySelector("nav a[href='/subscribe']") is not null);

    [Fact]
    public async Task Every_headline_leads_to_its_card()
    {
        var site = await Site.OfImmunoGenAsync();
        var company = Parse(await site.Public.CompanyAsync(Say.Cik, default));

        Assert.All(Parse(await site.Public.HomeAsync(default)).QuerySelectorAll(".news a"), link =>
        {
            var target = link.GetAttribute("href")!.Split('#');
            Assert.Equal("/companies/0000855654", target[0]);
            Assert.NotNull(company.GetElementById(target[1]));
        });
    }

    [Fact]
    public async Task A_company_shows_what_is_expected_how_it_moved_what_was_reported_and_what_changed()
    {
        var site = new Site(now: new DateTimeOffset(2022, 8, 1, 0, 0, 0, TimeSpan.Zero));
        await site.WatchAsync(Say.Cik, "IMMUNOGEN INC", "IMGN");
        await site.RecordAsync(Say.Filing("2021-02-12", Say.Topline("2022-04-01..2022-06-30")));
        await site.RecordAsync(Say.Filing("2021-05-10", Say.Topline("2022-07-01..2022-09-30")));
        var last = Say.Filing("2022-05-23", Say.Topline("2023-01-01..2023-04-30"), Say.Point(Measure.Orr, 32.4) with { CiLow = 23.6, CiHigh = 42.2, CiLevel = 95 });
        await site.RecordAsync(last with { Filing = last.Filing with { Company = "ImmunoGen, Inc." }, Coverage = [new CoverageNote("EX-99.2", "the exhibit is an image")] });

        var page = Parse(await site.Public.CompanyAsync("855654", default));

        Assert.Equal("ImmunoGen, Inc. (IMGN)", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            ["MIRASOL top-line data", "early 2023", "Q2 2022", "twice, about 3 quarters", "23 May 2022"],
            Cells(page.QuerySelector("#expected")!.ParentElement!.QuerySelector("tbody tr")!));
        Assert.Equal(3, page.QuerySelectorAll("svg g rect").Length);
        Assert.Equal(["SORAYA ORR", "32.4%", "95% CI 23.6 to 42.2", "23 May 2022"], Cells(page.QuerySelector("#results")!.ParentElement!.QuerySelector("tbody tr")!));
        var card = page.QuerySelector("article.card")!;
        Assert.StartsWith("MIRASOL top line delayed to early 2023", card.QuerySelector("h3")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The company speaks of ToplineData", card.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(card.QuerySelectorAll("a"), link => link.GetAttribute("href")!.StartsWith("https://www.sec.gov/", StringComparison.Ordinal));
        Assert.Contains("EX-99.2: the exhibit is an image", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filing_that_could_not_be_read_is_named_though_it_changed_nothing()
    {
        var site = new Site();
        await site.WatchAsync(Say.Cik);
        await site.RecordAsync(Say.Filing("2022-05-23") with { Coverage = [new CoverageNote("EX-99.1", "the exhibit is an image")] });

        var row = Parse(await site.Public.CompanyAsync(Say.Cik, default)).QuerySelector("#filings")!.ParentElement!.QuerySelector("tbody tr")!;

        Assert.Equal(["23 May 2022", "8-K", "no results, no guidance", "EX-99.1: the exhibit is an image"], Cells(row));
    }

    [Fact]
    public async Task A_program_is_found_under_any_of_its_names_and_shows_no_other()
    {
        var site = new Site();
        await site.WatchAsync(Say.Cik);
        await site.RecordAsync(Say.Filing("2021-02-12", Say.Topline("2022-04-01..2022-06-30") with { Program = "mirvetuximab soravtansine (IMGN853)" }));
        await site.RecordAsync(Say.Filing("2021-03-12", Say.Point(Measure.Orr, 32.4), Say.Point(Measure.Orr, 12) with { Program = "pivekimab", Trial = "CADENZA" }));

        var page = Parse(await site.Public.ProgramAsync(Say.Cik, "IMGN853", default));

        Assert.Contains("MIRASOL top-line data", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("SORAYA ORR", page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("CADENZA", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(404, (await site.Public.ProgramAsync(Say.Cik, "nothing", default)).Status);
    }

    [Fact]
    public async Task Pages_hold_no_script_and_load_nothing_and_keep_the_order_of_headings()
    {
        var site = await Site.OfImmunoGenAsync();
        foreach (var answer in new[]
        {
            await site.Public.HomeAsync(default), await site.Public.CompanyAsync(Say.Cik, default),
            await site.Public.ProgramAsync(Say.Cik, "mirvetuximab soravtansine", default), await site.Public.CompanyAsync("1", default),
        })
        {
            var page = Parse(answer);
            Assert.Empty(page.QuerySelectorAll("script, iframe, object, embed, img, form, link[rel=stylesheet], [onclick], [style]"));
            Assert.Single(page.QuerySelectorAll("h1"));
            var levels = page.QuerySelectorAll("h1, h2, h3, h4").Select(heading => heading.TagName[1] - '0').ToList();
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
            Assert.All(page.QuerySelectorAll("th"), head => Assert.Matches("^(col|row)$", head.GetAttribute("scope")));
            Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
            Assert.All(page.QuerySelectorAll("a"), link => Assert.Matches(new Regex("^(/|https://www\\.sec\\.gov/)"), link.GetAttribute("href")));
        }
    }

    [Fact]
    public async Task A_page_tells_the_browser_to_run_and_load_nothing_and_caches_to_keep_it_for_a_minute()
    {
        var context = new DefaultHttpContext();
        context.Response.Body = new MemoryStream();
        await (await (await Site.OfImmunoGenAsync()).Public.HomeAsync(default)).SendAsync(context);

        Assert.StartsWith("default-src 'none'; style-src 'unsafe-inline';", context.Response.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.Equal("public, max-age=60", context.Response.Headers.CacheControl);
        Assert.Equal("nosniff", context.Response.Headers.XContentTypeOptions);
    }

    [Fact]
    public async Task What_the_operator_turned_off_is_404_everywhere()
    {
        var site = await Site.OfImmunoGenAsync(new PublicOptions { IsShown = false });

        foreach (var answer in new[]
        {
            await site.Public.HomeAsync(default), await site.Public.CompanyAsync(Say.Cik, default), await site.Public.ProgramAsync(Say.Cik, "mirvetuximab soravtansine", default),
            await site.Public.CompaniesAsync(default), await site.EventsAsync(), await site.FeedAsync("all.atom"), await site.FeedAsync("0000855654.atom"),
        })
        {
            Assert.Equal(404, answer.Status);
            Assert.DoesNotContain("IMGN", Site.Text(answer), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_about_all_companies_is_read_once_a_minute_however_many_ask()
    {
        var site = await Site.OfImmunoGenAsync();
        var (home, feed) = (await site.Public.HomeAsync(default), await site.FeedAsync("all.atom"));
        var read = site.Tables.RowsRead;

        Assert.Same(home, await site.Public.HomeAsync(default));
        Assert.Same(feed, await site.FeedAsync("all.atom"));
        Assert.Equal(read, site.Tables.RowsRead);

        site.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.NotSame(home, await site.Public.HomeAsync(default));
    }

    [Fact]
    public async Task A_page_of_a_long_history_reads_no_more_rows_than_one_of_a_short_history()
    {
        var (few, many) = (await RowsReadAsync(years: 8), await RowsReadAsync(years: 24));

        Assert.InRange(many.Company, few.Company / 2, few.Company * 3 / 2);
        Assert.InRange(many.Feed, few.Feed / 2, few.Feed * 3 / 2);
        Assert.InRange(many.Home, few.Home / 2, few.Home * 3 / 2);
    }

    private static async Task<(long Company, long Feed, long Home)> RowsReadAsync(int years)
    {
        var site = new Site();
        await site.WatchAsync(Say.Cik);
        for (var day = new DateOnly(2025 - years, 1, 15); day < new DateOnly(2025, 1, 1); day = day.AddMonths(2))
        {
            // A program lives for some years; the company for many.
            var program = $"IMGN{day.Year / 3}";
            await site.RecordAsync(Say.Filing(
                day.ToString("yyyy-MM-dd"),
                Say.Point(Measure.Orr, day.DayNumber / 100.0) with { Program = program },
                Say.Point(Measure.Dor, day.DayNumber / 1000.0, "months") with { Program = program },
                Say.Topline($"{day.AddMonths(9):yyyy-MM-dd}..{day.AddMonths(9):yyyy-MM-dd}") with { Program = program, Trial = program + "-01" }));
        }

        await new HistoryStore(site.Tables).LapseAsync(Say.Cik, Site.Now, default);
        return (await ReadAsync(() => site.Public.CompanyAsync(Say.Cik, default)), await ReadAsync(() => site.FeedAsync("0000855654.atom")), await ReadAsync(() => site.Public.HomeAsync(default)));

        async Task<long> ReadAsync(Func<Task<WebAnswer>> answer)
        {
            var before = site.Tables.RowsRead;
            Assert.Equal(200, (await answer()).Status);
            return site.Tables.RowsRead - before;
        }
    }

    private static string[] Cells(IElement row) => [.. row.Children.Select(cell => Blanks(cell.TextContent)).Where(text => text.Length > 0)];

    private static string Blanks(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IDocument Parse(WebAnswer answer) => new HtmlParser().ParseDocument(Site.Text(answer));
}
