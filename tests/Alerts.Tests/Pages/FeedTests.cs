using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Alerts.History;
using Alerts.Pages;
using Alerts.Records;
using Alerts.Tests.History;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;

namespace Alerts.Tests.Pages;

public sealed class FeedTests
{
    private const string Company = "0000855654.atom";

    /// <summary>
    /// To accept a change on purpose, copy immunogen.received.atom from the test's output folder over tests/Alerts.Tests/Pages/immunogen.atom.
    /// </summary>
    [Fact]
    public async Task The_feed_of_ImmunoGen_tells_its_story_newest_first()
    {
        var answer = await (await Site.OfImmunoGenAsync()).FeedAsync(Company);
        var text = Site.Text(answer);
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "immunogen.received.atom"), text);

        Assert.Equal("application/atom+xml; charset=utf-8", answer.ContentType);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Corpus.Root, "tests", "Alerts.Tests", "Pages", "immunogen.atom")), text);
    }

    [Fact]
    public async Task A_feed_keeps_the_rules_of_RFC_4287()
    {
        var site = await Site.OfImmunoGenAsync();
        var entries = AtomCheck.Entries(Site.Text(await site.FeedAsync(Company)));

        Assert.InRange(entries.Count, 10, 50);
        Assert.Equal(entries.Select(entry => entry.Value("updated")).OrderDescending(StringComparer.Ordinal), entries.Select(entry => entry.Value("updated")));
        Assert.All(entries, entry => Assert.StartsWith("https://www.sec.gov/Archives/edgar/data/855654/", entry.Address("alternate"), StringComparison.Ordinal));
        Assert.Equal(entries.Select(Name), AtomCheck.Entries(Site.Text(await site.FeedAsync("all.atom"))).Select(Name));

        static string Name(XElement entry) => entry.Value("id") + entry.Value("title");
    }

    [Fact]
    public async Task An_empty_feed_keeps_them_too()
    {
        var site = new Site();
        Assert.Empty(AtomCheck.Entries(Site.Text(await site.FeedAsync("all.atom"))));

        await site.WatchAsync(Say.Cik);
        Assert.Empty(AtomCheck.Entries(Site.Text(await site.FeedAsync(Company))));
    }

    [Fact]
    public async Task An_entry_is_a_filing_or_a_day_of_lapses_and_keeps_its_name()
    {
        var site = new Site();
        await site.WatchAsync(Say.Cik);
        await site.RecordAsync(Say.Filing("2021-02-12", Say.Topline("2021-07-01..2021-09-30")));
        await new HistoryStore(site.Tables).LapseAsync(Say.Cik, Site.Now, default);

        var entries = AtomCheck.Entries(Site.Text(await site.FeedAsync(Company)));

        Assert.Equal(
            ["tag:alerts.example.com,2026:0000855654:0000855654-21-021200:2021-10-31", "tag:alerts.example.com,2026:0000855654:0000855654-21-021200"],
            entries.Select(entry => entry.Value("id")));
        Assert.Equal(["2021-10-31T00:00:00Z", "2021-02-12T17:00:00Z"], entries.Select(entry => entry.Value("updated")));
    }

    [Fact]
    public async Task A_feed_holds_fifty_entries_at_most_the_newest()
    {
        var site = new Site();
        await site.WatchAsync(Say.Cik);
        for (var day = new DateOnly(2015, 1, 15); day < new DateOnly(2021, 1, 1); day = day.AddMonths(1))
            await site.RecordAsync(Say.Filing(day.ToString("yyyy-MM-dd"), Say.Point(Measure.Orr, day.DayNumber / 100.0)));

        var entries = AtomCheck.Entries(Site.Text(await site.FeedAsync(Company)));

        Assert.Equal(50, entries.Count);
        Assert.Equal("2020-12-15T17:00:00Z", entries[0].Value("updated"));
        Assert.Equal("2016-11-15T17:00:00Z", entries[^1].Value("updated"));
    }

    [Theory]
    [InlineData("?change=delayed", "top line delayed to Q4 2021")]
    [InlineData("?kind=data&program=SORAYA&code=DOR", "SORAYA DOR 5.9 months")]
    [InlineData("?kind=DATA,financial&code=dor", "SORAYA DOR 5.9 months")]
    [InlineData("?program=nothing", null)]
    public async Task A_query_narrows_a_feed_as_a_rule_does(string query, string? title)
    {
        var site = new Site();
        await site.WatchAsync(Say.Cik);
        await site.RecordAsync(Say.Filing("2021-02-12", Say.Topline("2021-07-01..2021-09-30", "SORAYA")));
        await site.RecordAsync(Say.Filing("2021-05-10", Say.Topline("2021-10-01..2021-12-31", "SORAYA")));
        await site.RecordAsync(Say.Filing("2021-11-30", Say.Point(Measure.Dor, 5.9, "months"), Say.Point(Measure.Orr, 32.4)));

        var entries = AtomCheck.Entries(Site.Text(await site.FeedAsync(Company, query)));

        if (title is null)
            Assert.Empty(entries);
        else
            Assert.EndsWith(title, Assert.Single(entries).Value("title"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?kind=rumour", "kind: \\\"rumour\\\" is unknown; expected data, milestone, financial.")]
    [InlineData("?change=late", "change: \\\"late\\\" is unknown; expected new, revised, delayed")]
    [InlineData("?code=XYZ", "\\\"XYZ\\\" is no code")]
    [InlineData("?confidence=high", "confidence: \\\"high\\\" is no number")]
    [InlineData("?confidence=2", "from 0 to 1")]
    [InlineData("?program=%2D", "names no program")]
    public async Task A_query_that_cannot_be_meant_is_refused_by_name(string query, string said)
    {
        var answer = await (await Site.OfImmunoGenAsync()).FeedAsync(Company, query);

        Assert.Equal(400, answer.Status);
        Assert.Contains(said, Site.Text(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0000000001.atom")]
    [InlineData("0000855654.rss")]
    [InlineData("selftest.atom")]
    [InlineData("a/b\u0001.atom")]
    public async Task A_feed_of_nobody_is_404(string name) => Assert.Equal(404, (await (await Site.OfImmunoGenAsync()).FeedAsync(name)).Status);

    [Fact]
    public void Whatever_a_filing_holds_the_feed_is_well_formed_and_holds_no_markup_of_it() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(new Replay(new Rnd(20261), null)),
            Prop.ForAll(Arb.From(Hostile), text => Holds(text).GetAwaiter().GetResult()));

    [Fact]
    public async Task Who_has_a_feed_is_told_304_by_its_tag_or_by_its_date()
    {
        var answer = await (await Site.OfImmunoGenAsync()).FeedAsync(Company);

        Assert.Equal((304, 0), await SentAsync(answer, request => request.IfNoneMatch = answer.ETag));
        Assert.Equal((304, 0), await SentAsync(answer, request => request.IfNoneMatch = "\"other\", W/" + answer.ETag));
        Assert.Equal((304, 0), await SentAsync(answer, request => request.IfModifiedSince = answer.LastModified!.Value.ToString("R")));
        Assert.Equal((200, answer.Body.Length), await SentAsync(answer, request => request.IfNoneMatch = "\"other\""));
        Assert.Equal((200, answer.Body.Length), await SentAsync(answer, request => request.IfModifiedSince = answer.LastModified!.Value.AddSeconds(-1).ToString("R")));
        // The tag decides where both are given.
        Assert.Equal((200, answer.Body.Length), await SentAsync(answer, request =>
        {
            request.IfNoneMatch = "\"other\"";
            request.IfModifiedSince = answer.LastModified!.Value.ToString("R");
        }));
    }

    private static async Task<(int Status, int Length)> SentAsync(WebAnswer answer, Action<IHeaderDictionary> ask)
    {
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;
        ask(context.Request.Headers);
        await answer.SendAsync(context);
        Assert.Equal("public, max-age=60", context.Response.Headers.CacheControl);
        Assert.Equal(answer.ETag, context.Response.Headers.ETag);
        Assert.NotEmpty(context.Response.Headers.LastModified.ToString());
        return (context.Response.StatusCode, (int)body.Length);
    }

    private static readonly Gen<string> Hostile =
        from pieces in Gen.Elements(
            "\0", "\u0001", "\u000b", "\u001f", "\u0085", "\u2028", "\ud83d\ude00", "\ufffe", "\uffff", "]]>", "<script>alert(1)</script>",
            "<!--", "&", "&#0;", "&amp;", "<![CDATA[", "\"", "'", "é", "שלום\u202e", "javascript:x", "%00", "a").ListOf()
        select string.Concat(pieces);

    private static async Task Holds(string text)
    {
        var site = new Site();
        await site.WatchAsync(Say.Cik, text, "IMGN");
        var filing = Say.Filing(
            "2021-02-12",
            Say.Topline("2021-07-01..2021-09-30", "Trial " + text) with { Quote = "Quote " + text, Document = "EX " + text, When = text, Population = text },
            Say.Point(Measure.Endpoint, 5) with { Program = "Program " + text, Term = "term " + text, Arm = text, Flags = [text] });
        await site.RecordAsync(filing with
        {
            Filing = filing.Filing with { Company = text, Form = text, Items = [text] },
            Coverage = [new CoverageNote("EX " + text, "reason " + text)],
        });

        var feed = Site.Text(await site.FeedAsync(Company));
        Assert.All(feed, letter => Assert.True(XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter)));
        var content = Assert.Single(AtomCheck.Entries(feed)).Value("content");
        Assert.DoesNotContain("<script", content, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(new Regex("<!--|<!\\[CDATA"), content);
        foreach (var page in new[] { await site.Public.HomeAsync(default), await site.Public.CompanyAsync(Say.Cik, default), await site.Public.ProgramAsync(Say.Cik, "Program " + text, default) })
            Assert.DoesNotContain("<script", Site.Text(page), StringComparison.OrdinalIgnoreCase);
        Assert.InRange((await site.EventsAsync("?program=" + Uri.EscapeDataString(text))).Status, 200, 400);
    }
}
