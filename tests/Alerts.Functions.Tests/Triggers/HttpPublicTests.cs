using System.Text;
using Alerts.Functions.Triggers;
using Alerts.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Functions.Tests.Triggers;

public sealed class HttpPublicTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly App app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task What_a_filing_changed_is_shown_on_pages_in_feeds_and_as_events()
    {
        await ParsedAsync();
        var pages = app.Trigger<HttpPages>();
        var events = app.Trigger<HttpEvents>();

        Assert.Contains("href=\"/companies/0000855654\"", (await SentAsync(await pages.HomeAsync(App.Request(), None))).Text, StringComparison.Ordinal);
        Assert.Contains("Latest results", (await SentAsync(await pages.CompanyAsync(App.Request(), "855654", None))).Text, StringComparison.Ordinal);
        Assert.Contains("mirvetuximab soravtansine</h1>", (await SentAsync(await pages.ProgramAsync(App.Request(), "855654", "mirvetuximab soravtansine", None))).Text, StringComparison.Ordinal);
        Assert.Contains("tag:alerts.example.com,2026:0000855654:" + App.Accession, (await SentAsync(await app.Trigger<HttpFeeds>().RunAsync(App.Request(), "855654.atom", None))).Text, StringComparison.Ordinal);
        Assert.Contains("https://alerts.example.com/feeds/0000855654.atom", (await SentAsync(await events.ListAsync(App.Request(), None))).Text, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"ORR\"", (await SentAsync(await events.RunAsync(App.Request(query: "?code=ORR"), "855654", None))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_a_feed_already_is_sent_nothing()
    {
        await ParsedAsync();
        var feeds = app.Trigger<HttpFeeds>();
        var first = App.Request();
        await SentAsync(await feeds.RunAsync(first, "855654.atom", None), first.HttpContext);

        var again = App.Request();
        again.Headers.IfNoneMatch = first.HttpContext.Response.Headers.ETag;

        Assert.Equal((304, ""), await SentAsync(await feeds.RunAsync(again, "855654.atom", None), again.HttpContext));
    }

    [Fact]
    public async Task What_nobody_knows_is_404_and_what_nobody_can_mean_is_400()
    {
        await ParsedAsync();

        Assert.Equal(404, (await SentAsync(await app.Trigger<HttpPages>().CompanyAsync(App.Request(), "1", None))).Status);
        Assert.Equal(404, (await SentAsync(await app.Trigger<HttpFeeds>().RunAsync(App.Request(), "1.atom", None))).Status);
        var (status, text) = await SentAsync(await app.Trigger<HttpEvents>().RunAsync(App.Request(query: "?since=then"), "855654", None));
        Assert.Equal(400, status);
        Assert.Contains("since: \\\"then\\\" is no moment", text, StringComparison.Ordinal);
    }

    private async Task ParsedAsync()
    {
        await app.Get<CompanyStore>().WatchAsync(App.Company, DateTimeOffset.UnixEpoch, wantsHistory: false, None);
        await app.Trigger<BlobParseFiling>().RunAsync(await app.ArchiveAsync(), None);
    }

    private static async Task<(int Status, string Text)> SentAsync(IActionResult result, HttpContext? context = null)
    {
        context ??= new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;
        await result.ExecuteResultAsync(new ActionContext(context, new RouteData(), new ActionDescriptor()));
        return (context.Response.StatusCode, Encoding.UTF8.GetString(body.ToArray()));
    }
}
