using System.Text.Json;
using Alerts.History;
using Alerts.Records;
using Alerts.Tests.Delivery;
using Alerts.Tests.History;
using FsCheck;
using FsCheck.Fluent;

namespace Alerts.Tests.Pages;

public sealed class EventTests
{
    private static readonly JsonSchemaCheck Schema = new(JsonDocument.Parse(File.ReadAllText(Path.Combine(Corpus.Root, "schemas", "events-1.schema.json"))).RootElement);

    [Fact]
    public async Task Events_are_what_the_schema_says()
    {
        var site = await Site.OfImmunoGenAsync();
        using var whole = await ReadAsync(site, "?limit=500&confidence=0");
        using var first = await ReadAsync(site, "?limit=3");

        Assert.Empty(Schema.Problems(whole.RootElement));
        Assert.Empty(Schema.Problems(first.RootElement));
        Assert.Equal(await CountAsync(site), whole.RootElement.GetProperty("events").GetArrayLength());
        Assert.False(whole.RootElement.TryGetProperty("next", out _));
    }

    [Fact]
    public void The_schema_describes_changes_as_that_of_webhooks_does()
    {
        using var events = JsonDocument.Parse(File.ReadAllText(Path.Combine(Corpus.Root, "schemas", "events-1.schema.json")));
        using var alert = JsonDocument.Parse(File.ReadAllText(AlertPayloadTests.SchemaFile));

        foreach (var name in (string[])["moment", "day", "change", "course", "statement"])
            Assert.True(JsonElement.DeepEquals(alert.RootElement.GetProperty("$defs").GetProperty(name), events.RootElement.GetProperty("$defs").GetProperty(name)), name);
    }

    [Fact]
    public async Task Since_is_inclusive_and_until_exclusive()
    {
        var site = new Site();
        await site.WatchAsync(Say.Cik);
        foreach (var day in (string[])["2021-02-01", "2021-03-01", "2021-04-01"])
            await site.RecordAsync(Say.Filing(day, Say.Point(Measure.Orr, DateOnly.Parse(day).Month)));

        Assert.Equal("3", await ValuesAsync("?since=2021-03-01T17:00:00Z&until=2021-04-01T17:00:00Z"));
        Assert.Equal("3, 4", await ValuesAsync("?since=2021-03-01"));
        Assert.Equal("2", await ValuesAsync("?until=2021-03-01T12:00:00-05:00"));
        Assert.Equal("3, 4", await ValuesAsync("?since=2021-03-01T12:00:00-05:00"));

        async Task<string> ValuesAsync(string query)
        {
            using var page = await ReadAsync(site, query);
            return string.Join(", ", page.RootElement.GetProperty("events").EnumerateArray().Select(item => item.GetProperty("change").GetProperty("after").GetProperty("value").GetInt32()));
        }
    }

    [Fact]
    public async Task The_next_page_asks_what_the_first_one_asked()
    {
        using var page = await ReadAsync(await Site.OfImmunoGenAsync(), "?since=2021-01-01&kind=milestone&limit=2&program=mirvetuximab%20soravtansine");

        var next = new Uri(page.RootElement.GetProperty("next").GetString()!);
        Assert.Equal("https://alerts.example.com/companies/0000855654/events", next.GetLeftPart(UriPartial.Path));
        foreach (var part in (string[])["since=2021-01-01", "kind=milestone", "limit=2", "program=mirvetuximab%20soravtansine", "after=2021"])
            Assert.Contains(part, next.Query, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_joined_are_the_whole_list_whatever_their_size_and_whatever_arrives_meanwhile() => For(
        from filings in Gen.Choose(1, 5).ListOf()
        from size in Gen.Choose(1, 7)
        from known in Gen.Choose(0, filings.Count)
        select (filings, size, known),
        async story =>
        {
            var site = new Site();
            await site.WatchAsync(Say.Cik);
            var arrived = 0;
            async Task ArriveAsync(int until)
            {
                for (; arrived < Math.Min(until, story.filings.Count); arrived++)
                    await site.RecordAsync(Filing(arrived, story.filings[arrived]));
            }

            await ArriveAsync(story.known);
            var joined = await JoinAsync(site, story.size, () => ArriveAsync(arrived + 1));
            // Who has come to the end goes on from there later.
            await ArriveAsync(story.filings.Count);
            joined.AddRange(await JoinAsync(site, story.size, () => Task.CompletedTask, joined.LastOrDefault()));

            Assert.Equal(await AllAsync(site), joined);
        });

    [Fact]
    public void A_filing_that_is_read_late_repeats_and_hides_nothing() => For(
        from filings in Gen.Choose(1, 4).NonEmptyListOf()
        from order in Gen.Shuffle(Enumerable.Range(0, filings.Count).ToArray())
        from size in Gen.Choose(1, 5)
        select (filings, order, size),
        async story =>
        {
            var site = new Site();
            await site.WatchAsync(Say.Cik);
            await site.RecordAsync(Filing(story.order[0], story.filings[story.order[0]]));
            var before = await AllAsync(site);
            var late = new Queue<int>(story.order.Skip(1));
            var joined = await JoinAsync(site, story.size, async () =>
            {
                if (late.TryDequeue(out var index))
                    await site.RecordAsync(Filing(index, story.filings[index]));
            });

            Assert.Equal(joined.Count, joined.Distinct().Count());
            Assert.Empty(before.Except(joined));
            Assert.Equal(joined.Order(StringComparer.Ordinal), joined);
        });

    [Fact]
    public async Task A_filter_that_nothing_passes_ends()
    {
        using var page = await ReadAsync(await Site.OfImmunoGenAsync(), "?code=TAX_RATE");

        Assert.Equal(0, page.RootElement.GetProperty("events").GetArrayLength());
        Assert.False(page.RootElement.TryGetProperty("next", out _));
    }

    [Theory]
    [InlineData("?since=yesterday", "since: \\\"yesterday\\\" is no moment; expected a day like 2022-08-03")]
    [InlineData("?until=2022-13-01", "until: \\\"2022-13-01\\\"")]
    [InlineData("?since=2022-02-01&until=2022-01-01", "lies before since")]
    [InlineData("?limit=0", "limit: \\\"0\\\" is no number from 1 to 500")]
    [InlineData("?limit=501", "limit: \\\"501\\\"")]
    [InlineData("?limit=ten", "limit: \\\"ten\\\"")]
    [InlineData("?after=there", "after: \\\"there\\\" is no place in the list")]
    [InlineData("?after=20220101T0000000000000Z!x!", "after:")]
    [InlineData("?kind=rumour&limit=0", "kind: \\\"rumour\\\" is unknown")]
    public async Task A_bad_parameter_is_named(string query, string said)
    {
        var answer = await (await Site.OfImmunoGenAsync()).EventsAsync(query);

        Assert.Equal(400, answer.Status);
        Assert.Contains(said, Site.Text(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12")]
    [InlineData("nobody")]
    [InlineData("selftest")]
    [InlineData("a b/c\u0007")]
    [InlineData("")]
    public async Task An_unknown_company_is_404(string cik)
    {
        var answer = await (await Site.OfImmunoGenAsync()).EventsAsync(cik: cik);

        Assert.Equal(404, answer.Status);
        Assert.Contains("There is no company", Site.Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Companies_are_listed_with_their_addresses_but_for_that_of_the_self_test()
    {
        var site = await Site.OfImmunoGenAsync();
        await site.WatchAsync("selftest");
        using var list = JsonDocument.Parse((await site.Public.CompaniesAsync(default)).Body);

        var company = Assert.Single(list.RootElement.GetProperty("companies").EnumerateArray());
        Assert.Equal("0000855654", company.GetProperty("key").GetString());
        Assert.Equal("https://alerts.example.com/feeds/0000855654.atom", company.GetProperty("feed").GetString());
    }

    private static void For<T>(Gen<T> stories, Func<T, Task> holds) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(12).WithReplay(new Replay(new Rnd(20262), null)),
        Prop.ForAll(Arb.From(stories), story => holds(story).GetAwaiter().GetResult()));

    // Each states results that no other does, some filings at the same second.
    private static ParsedFiling Filing(int index, int results)
    {
        var filing = Say.Filing("2021-01-04", [.. Enumerable.Range(0, results).Select(n => Say.Point(Measure.Endpoint, n) with { Term = $"endpoint {index} {n}" })]);
        return filing with { Filing = filing.Filing with { Accession = $"0000855654-21-{index:000000}", FiledAt = Site.Now.AddDays((index / 2) - 300) } };
    }

    private static async Task<List<string>> JoinAsync(Site site, int size, Func<Task> meanwhile, string? after = null)
    {
        var joined = new List<string>();
        for (var query = $"?limit={size}" + (after is null ? "" : "&after=" + Uri.EscapeDataString(after)); ;)
        {
            using var page = await ReadAsync(site, query);
            joined.AddRange(page.RootElement.GetProperty("events").EnumerateArray().Select(Place));
            await meanwhile();
            if (!page.RootElement.TryGetProperty("next", out var next))
                return joined;
            query = new Uri(next.GetString()!).Query;
        }
    }

    private static string Place(JsonElement item) => new ChangePlace(
        item.GetProperty("at").GetDateTimeOffset(), item.GetProperty("filing").GetString()!, item.GetProperty("change").GetProperty("id").GetString()!).ToString();

    private static async Task<List<string>> AllAsync(Site site)
    {
        var all = new List<string>();
        await foreach (var change in new HistoryStore(site.Tables).ChangesAsync(Say.Cik))
            all.Add(ChangePlace.Of(change).ToString());
        return [.. all.Order(StringComparer.Ordinal)];
    }

    private static async Task<int> CountAsync(Site site) => (await AllAsync(site)).Count;

    private static async Task<JsonDocument> ReadAsync(Site site, string query) => JsonDocument.Parse((await site.EventsAsync(query)).Body);
}
