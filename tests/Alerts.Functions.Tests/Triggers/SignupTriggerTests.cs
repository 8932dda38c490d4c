using System.Text;
using Alerts.Delivery;
using Alerts.Functions.Triggers;
using Alerts.Pipeline;
using Alerts.Subscriptions;
using Microsoft.AspNetCore.Mvc;

namespace Alerts.Functions.Tests.Triggers;

public sealed class SignupTriggerTests : IDisposable
{
    private const string Address = "reader@example.org";

    private static readonly CancellationToken None = CancellationToken.None;

    private readonly App app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_reader_subscribes_by_the_form_and_the_link_that_is_mailed()
    {
        var form = App.Answer(await app.Trigger<HttpSubscribe>().FormAsync(App.Request(), None));
        Assert.Equal(200, form.Status);
        Assert.Contains("action=\"/subscribe\"", form.Text, StringComparison.Ordinal);

        Assert.Equal(202, await SubscribeAsync($"email={Uri.EscapeDataString(Address)}&kinds=data"));
        await app.Trigger<QueueDeliverAlert>().RunAsync((await app.TakeAsync(Queues.Deliveries))!, None);
        var mail = await MailAsync();
        var code = Code();
        Assert.Contains(code, mail, StringComparison.Ordinal);

        Assert.Contains("method=\"post\"", App.Answer(await app.Trigger<HttpConfirm>().AskAsync(App.Request(), code, None)).Text, StringComparison.Ordinal);
        Assert.Equal(SubscriberState.Pending, Known().State);
        Assert.Equal(200, App.Answer(await app.Trigger<HttpConfirm>().RunAsync(App.Request(), code, None)).Status);
        Assert.Equal(SubscriberState.Confirmed, Known().State);
        Assert.Equal(404, App.Answer(await app.Trigger<HttpConfirm>().RunAsync(App.Request(), "abcdefghijkm.AAAAAAAAAAAA", None)).Status);
    }

    [Fact]
    public async Task Pages_are_kept_by_no_cache_and_load_nothing()
    {
        var request = App.Request();

        var result = await app.Trigger<HttpSubscribe>().FormAsync(request, None);
        await result.ExecuteResultAsync(new ActionContext { HttpContext = request.HttpContext });

        var headers = request.HttpContext.Response.Headers;
        Assert.Equal("no-store", headers.CacheControl);
        Assert.Contains("default-src 'none'", headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_is_said_above_the_form() => Assert.Equal(400, await SubscribeAsync("email=nobody"));

    [Fact]
    public async Task The_operator_can_add_whom_a_stranger_asked_for_and_nobody_confirmed()
    {
        await SubscribeAsync($"email={Uri.EscapeDataString(Address)}");

        Assert.Equal(201, App.Answer(await app.Trigger<HttpSubscribers>().AddAsync(App.Request($$"""{"email":"{{Address}}"}"""), None)).Status);

        Assert.Equal((SubscriberState.Confirmed, null), (Known().State, Known().Request));
        Assert.Equal(409, App.Answer(await app.Trigger<HttpSubscribers>().AddAsync(App.Request($$"""{"email":"{{Address}}"}"""), None)).Status);
    }

    private async Task<int?> SubscribeAsync(string body)
    {
        var request = App.Request(body);
        request.ContentType = "application/x-www-form-urlencoded";
        return App.Answer(await app.Trigger<HttpSubscribe>().RunAsync(request, None)).Status;
    }

    private Subscriber Known() => app.Get<SubscriberStore>().GetAsync(Subscriber.IdOfEmail(Address), None).Result!;

    private string Code()
    {
        var known = Known();
        return app.Get<DeliveryOptions>().ConfirmationUrl(known.Id, known.Request!.At).Segments[^1];
    }

    private async Task<string> MailAsync()
    {
        await foreach (var blob in app.Blobs.ListAsync(Functions.Email.BlobOutbox.Container, "", None))
        {
            var content = await app.Blobs.ReadAsync(Functions.Email.BlobOutbox.Container, blob, None);
            return Encoding.UTF8.GetString(content!.Content.Span).Replace("=\r\n", "", StringComparison.Ordinal);
        }

        return "";
    }
}
