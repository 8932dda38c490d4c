using System.Net;
using Alerts.Local;
using Alerts.Local.Web;
using Alerts.Tests.Local.Demo;
using Alerts.Tests.Local.Storage;

namespace Alerts.Tests.Local;

public sealed class ServeTests
{
    [Fact]
    public async Task The_demos_folder_can_be_looked_at_in_a_browser_and_followed_by_a_feed_reader()
    {
        using var folder = new TempFolder();
        await DemoWork.RunAsync(folder.Path);
        await using var services = LocalServices.Open(new LocalSettings { Data = folder.Path });
        await using var server = await WebServer.StartAsync(new Uri("http://127.0.0.1:0"), services, default);
        using var browser = new HttpClient { BaseAddress = new Uri(server.Addresses.Single()) };

        Assert.Contains("href=\"/companies/0000855654\"", await browser.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Contains("<h1>ImmunoGen, Inc. (IMGN)</h1>", await browser.GetStringAsync("/companies/855654"), StringComparison.Ordinal);
        Assert.Contains("<h1>mirvetuximab soravtansine</h1>", await browser.GetStringAsync("/companies/855654/programs/IMGN853"), StringComparison.Ordinal);
        Assert.Contains("\"key\":\"0000855654\"", await browser.GetStringAsync("/companies"), StringComparison.Ordinal);
        Assert.Contains("\"schema\":\"alerts.events/1\"", await browser.GetStringAsync("/companies/855654/events?limit=1"), StringComparison.Ordinal);

        var feed = await browser.GetAsync(new Uri("/feeds/855654.atom", UriKind.Relative));
        Assert.Equal("application/atom+xml", feed.Content.Headers.ContentType!.MediaType);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/feeds/855654.atom");
        again.Headers.IfNoneMatch.Add(feed.Headers.ETag!);
        var unchanged = await browser.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Empty(await unchanged.Content.ReadAsByteArrayAsync());

        using var head = new HttpRequestMessage(HttpMethod.Head, "/companies/855654");
        var headers = await browser.SendAsync(head);
        Assert.Equal(HttpStatusCode.OK, headers.StatusCode);
        Assert.Contains("default-src 'none'", headers.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(new Uri("/companies/1", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync(new Uri("/companies/855654/events?limit=x", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task An_address_that_is_none_is_named()
    {
        using var folder = new TempFolder();

        var result = await Cli.RunAsync("serve", "--data", folder.Path, "--listen", "somewhere");

        Assert.Equal(1, result.Exit);
        Assert.Contains("--listen: \"somewhere\" is no address to listen on", result.Error, StringComparison.Ordinal);
    }
}
