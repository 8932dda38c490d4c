using Alerts.Delivery;
using Alerts.Functions.Triggers;
using Alerts.Pipeline;
using Alerts.Subscriptions;
using Microsoft.AspNetCore.Mvc;

namespace Alerts.Functions.Tests.Triggers;

public sealed class HttpTriggerTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly App app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_health_page_is_503_with_the_reason_until_EDGAR_was_polled()
    {
        var before = App.Answer(await app.Trigger<HttpHealth>().RunAsync(App.Request(), None));
        Assert.Equal(503, before.Status);
        Assert.Contains("\"problem\": \"EDGAR has not been asked yet.\"", before.Text, StringComparison.Ordinal);

        await app.Get<PollStateStore>().WriteAsync(new PollState(TimeProvider.System.GetUtcNow(), null, null), None);
        var after = App.Answer(await app.Trigger<HttpHealth>().RunAsync(App.Request(), None));
        Assert.Equal(200, after.Status);
        Assert.Contains("\"isHealthy\": true", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_the_unsubscribe_link_asks_and_posting_to_it_unsubscribes()
    {
        var subscriber = await app.SubscribeAsync();
        var code = app.Get<DeliveryOptions>().UnsubscribeUrl(subscriber.Id).Segments[^1];
        var request = App.Request();

        var page = HttpUnsubscribe.Ask(request, code);
        await page.ExecuteResultAsync(new ActionContext { HttpContext = request.HttpContext });
        var asked = App.Answer(page);
        Assert.Equal(200, asked.Status);
        Assert.Contains("method=\"post\"", asked.Text, StringComparison.Ordinal);
        Assert.Equal("no-store", request.HttpContext.Response.Headers.CacheControl);
        Assert.Equal(SubscriberState.Confirmed, await StateAsync());

        Assert.Equal(200, App.Answer(await app.Trigger<HttpUnsubscribe>().RunAsync(App.Request("List-Unsubscribe=One-Click"), code, None)).Status);
        Assert.Equal(SubscriberState.Unsubscribed, await StateAsync());

        Assert.Equal(404, App.Answer(await app.Trigger<HttpUnsubscribe>().RunAsync(App.Request(), "abcdefghijkm.AAAAAAAAAAAA", None)).Status);

        async Task<SubscriberState> StateAsync() => (await app.Get<SubscriberStore>().GetAsync(subscriber.Id, None))!.State;
    }

    [Fact]
    public async Task Companies_are_watched_listed_and_watched_no_more()
    {
        var companies = app.Trigger<HttpCompanies>();

        Assert.Equal(200, App.Answer(await companies.WatchAsync(App.Request(query: "?history=true"), "855654", None)).Status);
        Assert.True((await app.Get<CompanyStore>().GetAsync("0000855654", None))!.WantsHistory);
        Assert.Contains("\"key\": \"0000855654\"", App.Answer(await companies.ListAsync(App.Request(), None)).Text, StringComparison.Ordinal);
        Assert.Equal(204, App.Answer(await companies.UnwatchAsync(App.Request(), "CIK0000855654", None)).Status);

        Assert.Equal(404, App.Answer(await companies.UnwatchAsync(App.Request(), "855654", None)).Status);
        Assert.Contains("is no CIK", App.Answer(await companies.WatchAsync(App.Request(), "imgn", None)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subscribers_are_added_once_listed_without_their_secrets_and_forgotten()
    {
        var subscribers = app.Trigger<HttpSubscribers>();
        var secret = WebhookSecret.FromBytes(new byte[32]).Reveal();
        var webhook = $$$"""{"webhook":"https://example.com/hook","secret":"{{{secret}}}","watchlist":["imgn"],"rule":{"codes":["ORR"]}}""";

        Assert.Equal(201, App.Answer(await subscribers.AddAsync(App.Request("""{"email":"you@example.com"}"""), None)).Status);
        Assert.Equal(409, App.Answer(await subscribers.AddAsync(App.Request("""{"email":"You@example.com"}"""), None)).Status);
        Assert.Equal(201, App.Answer(await subscribers.AddAsync(App.Request(webhook), None)).Status);

        var listed = App.Answer(await subscribers.ListAsync(App.Request(), None)).Text;
        Assert.Contains("https://example.com/hook", listed, StringComparison.Ordinal);
        Assert.Contains("IMGN", listed, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, listed, StringComparison.Ordinal);

        var id = Subscriber.ForEmail("you@example.com", default).Id;
        Assert.Equal(204, App.Answer(await subscribers.RemoveAsync(App.Request(), id, None)).Status);
        Assert.Null(await app.Get<SubscriberStore>().GetAsync(id, None));
    }

    [Fact]
    public async Task A_subscriber_by_e_mail_chooses_digests_and_changes_its_mind()
    {
        var subscribers = app.Trigger<HttpSubscribers>();
        Assert.Equal(404, App.Answer(await subscribers.ChangeAsync(App.Request("""{"email":"you@example.com","cadence":"daily"}"""), None)).Status);

        Assert.Equal(201, App.Answer(await subscribers.AddAsync(App.Request("""{"email":"you@example.com","cadence":"weekly"}"""), None)).Status);
        Assert.Contains("\"cadence\": \"weekly\"", App.Answer(await subscribers.ListAsync(App.Request(), None)).Text, StringComparison.Ordinal);
        Assert.Equal(200, App.Answer(await subscribers.ChangeAsync(App.Request("""{"email":"you@example.com","cadence":"daily","watchlist":["IMGN"]}"""), None)).Status);

        var id = Subscriber.ForEmail("you@example.com", default).Id;
        var changed = await app.Get<SubscriberStore>().UpdateAsync(id, known => known with { State = SubscriberState.Unsubscribed }, None);
        Assert.Equal((Cadence.Daily, "IMGN"), (changed!.Cadence, Assert.Single(changed.Watchlist)));
        await subscribers.ChangeAsync(App.Request("""{"email":"you@example.com","cadence":"weekly"}"""), None);
        Assert.Equal(SubscriberState.Unsubscribed, (await app.Get<SubscriberStore>().GetAsync(id, None))!.State);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("{\"email\":\"you@example.com\",\"cadence\":\"hourly\"}", "cadence")]
    [InlineData("{\"webhook\":\"https://example.com/\",\"secret\":\"whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\",\"cadence\":\"daily\"}", "told at once")]
    [InlineData("null", "expected an object")]
    [InlineData("{}", "either \\\"email\\\" or \\\"webhook\\\"")]
    [InlineData("{\"email\":\"you@example.com\",\"webhook\":\"https://example.com\"}", "either")]
    [InlineData("{\"email\":\"nobody\"}", "is not an e-mail address")]
    [InlineData("{\"emial\":\"you@example.com\"}", "emial")]
    [InlineData("{\"webhook\":\"https://10.0.0.1/\",\"secret\":\"whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"}", "alerts are sent to public addresses only")]
    [InlineData("{\"webhook\":\"https://example.com/\"}", "with \\\"secret\\\"")]
    [InlineData("{\"webhook\":\"https://example.com/\",\"secret\":\"whsec_AAAA\"}", "needs 24 to 64")]
    public async Task A_subscriber_that_cannot_be_told_is_refused_with_the_reason(string body, string said)
    {
        var (status, text) = App.Answer(await app.Trigger<HttpSubscribers>().AddAsync(App.Request(body), None));

        Assert.Equal(400, status);
        Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_self_test_is_archived_and_reports_when_it_was_parsed()
    {
        var test = app.Trigger<HttpSelfTest>();
        var begun = App.Answer(await test.BeginAsync(App.Request(), None));
        Assert.Equal(202, begun.Status);
        var name = begun.Text.Split('"')[3];
        Assert.Contains("\"isParsed\": false", App.Answer(await test.ReadAsync(App.Request(), name, None)).Text, StringComparison.Ordinal);

        await app.Trigger<BlobParseFiling>().RunAsync(App.Blob($"selftest/{name}.txt"), None);

        Assert.Contains("\"isParsed\": true", App.Answer(await test.ReadAsync(App.Request(), name, None)).Text, StringComparison.Ordinal);
        await app.Trigger<QueueDeliverAlert>().RunAsync((await app.TakeAsync(Queues.Deliveries))!, None);
        Assert.Contains("\"isDelivered\": true", App.Answer(await test.ReadAsync(App.Request(), name, None)).Text, StringComparison.Ordinal);
        Assert.Equal(404, App.Answer(await test.ReadAsync(App.Request(), "selftest-unknown", None)).Status);
    }
}
