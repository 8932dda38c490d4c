using System.Net;
using System.Net.Sockets;
using Alerts.Delivery;
using Alerts.Delivery.Webhooks;
using Alerts.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Alerts.Tests.Delivery;

public sealed class WebhookSenderTests
{
    private const string Id = "msg_1a5310e119cca975bc7525967394fb68";
    private static readonly byte[] Body = """{"type":"alert.created","text":"α"}"""u8.ToArray();
    private readonly ManualTime time = new(AlertSamples.Created);

    [Fact]
    public async Task Delivery_carries_the_bytes_that_were_signed()
    {
        await using var receiver = await LoopbackReceiver.StartAsync(HttpStatusCode.NoContent);

        Assert.IsType<DeliveryResult.Delivered>(await SendAsync(receiver.Url));

        var request = Assert.Single(receiver.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("/hook?tenant=7", request.Target);
        Assert.Equal(Body, request.Body);
        Assert.Equal(Id, request.Header("webhook-id"));
        Assert.Equal("1659557160", request.Header("webhook-timestamp"));
        Assert.Equal("application/json; charset=utf-8", request.Header("Content-Type"));
        Assert.Null(request.Problem(AlertSamples.Secret, AlertSamples.Created));
        Assert.DoesNotContain("traceparent", request.Headers.Keys);
    }

    [Theory]
    [InlineData(200, "Delivered")]
    [InlineData(202, "Delivered")]
    [InlineData(301, "Failed")]
    [InlineData(400, "Failed")]
    [InlineData(401, "Failed")]
    [InlineData(404, "Failed")]
    [InlineData(408, "Retry")]
    [InlineData(410, "Gone")]
    [InlineData(429, "Retry")]
    [InlineData(500, "Retry")]
    [InlineData(502, "Retry")]
    [InlineData(504, "Retry")]
    public async Task Status_decides_what_becomes_of_a_delivery(int status, string result)
    {
        await using var receiver = await LoopbackReceiver.StartAsync((HttpStatusCode)status);

        var answer = await SendAsync(receiver.Url);

        Assert.Equal(result, answer.GetType().Name);
        Assert.Single(receiver.Requests);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Wed, 03 Aug 2022 20:16:00 GMT", 600)]
    [InlineData("Wed, 03 Aug 2022 19:00:00 GMT", 0)]
    [InlineData("soon", null)]
    public async Task Retry_after_is_read_as_seconds_or_as_a_date(string value, int? seconds)
    {
        await using var receiver = await LoopbackReceiver.StartAsync(HttpStatusCode.ServiceUnavailable, value);

        var retry = Assert.IsType<DeliveryResult.Retry>(await SendAsync(receiver.Url));

        Assert.Equal(seconds is { } after ? TimeSpan.FromSeconds(after) : null, retry.After);
    }

    [Fact]
    public async Task Redirect_is_not_followed()
    {
        await using var inner = await LoopbackReceiver.StartAsync(HttpStatusCode.OK);
        await using var receiver = await LoopbackReceiver.StartAsync(context =>
        {
            context.Response.Redirect(inner.Url.AbsoluteUri, permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        });

        Assert.Contains("Redirects are not followed", Assert.IsType<DeliveryResult.Failed>(await SendAsync(receiver.Url)).Reason, StringComparison.Ordinal);
        Assert.Empty(inner.Requests);
    }

    [Fact]
    public async Task Refusal_is_quoted_in_one_short_line()
    {
        await using var receiver = await LoopbackReceiver.StartAsync(HttpStatusCode.BadRequest, body: "bad\r\ntenant \u202E" + new string('x', 100_000));

        var reason = Assert.IsType<DeliveryResult.Failed>(await SendAsync(receiver.Url)).Reason;

        Assert.StartsWith("The receiver answered 400: bad tenant x", reason, StringComparison.Ordinal);
        Assert.InRange(reason.Length, 100, 600);
        Assert.DoesNotContain(reason, char.IsControl);
    }

    [Fact]
    public async Task Answer_without_an_end_is_not_read_to_its_end()
    {
        await using var receiver = await LoopbackReceiver.StartAsync(async context =>
        {
            context.Response.StatusCode = 500;
            var chunk = new byte[16 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
        });

        Assert.IsType<DeliveryResult.Retry>(await SendAsync(receiver.Url));
    }

    [Fact]
    public async Task Receiver_that_does_not_answer_is_left_after_the_timeout()
    {
        var arrived = new TaskCompletionSource();
        await using var receiver = await LoopbackReceiver.StartAsync(async context =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        var sending = SendAsync(receiver.Url);
        await arrived.Task;
        Assert.False(sending.IsCompleted);
        time.Advance(AlertSamples.Options.WebhookTimeout);

        Assert.Contains("did not answer within 20 seconds", Assert.IsType<DeliveryResult.Retry>(await sending).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Caller_who_cancels_gets_the_cancellation_and_no_result()
    {
        using var cancellation = new CancellationTokenSource();
        await using var receiver = await LoopbackReceiver.StartAsync(async context =>
        {
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(receiver.Url, cancellation: cancellation.Token));
    }

    [Fact]
    public async Task Receiver_that_is_not_there_is_tried_again()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();

        Assert.IsType<DeliveryResult.Retry>(await SendAsync(new($"http://127.0.0.1:{port}/")));
    }

    // http is allowed here, so that what refuses is the check of the address and not the scheme.
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task Loopback_is_refused_unless_the_operator_allows_it(string host)
    {
        await using var receiver = await LoopbackReceiver.StartAsync(HttpStatusCode.OK);
        var url = new UriBuilder(receiver.Url) { Host = host }.Uri;

        var failed = Assert.IsType<DeliveryResult.Failed>(await SendAsync(url, new(AllowHttp: true, AllowPrivateAddresses: false)));

        Assert.Contains("loopback", failed.Reason, StringComparison.Ordinal);
        Assert.Empty(receiver.Requests);
    }

    // The name's text tells nothing; only what it resolves to at the time of connecting does.
    [Fact]
    public async Task Connection_itself_refuses_a_name_that_leads_home()
    {
        await using var receiver = await LoopbackReceiver.StartAsync(HttpStatusCode.OK);
        using var client = new HttpClient(WebhookConnection.CreateHandler(new(AllowHttp: true, AllowPrivateAddresses: false)));

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new UriBuilder(receiver.Url) { Host = "localhost" }.Uri));

        Assert.IsType<TargetRefusedException>(error.InnerException);
        Assert.Empty(receiver.Requests);
    }

    private async Task<DeliveryResult> SendAsync(Uri url, TargetPolicy? policy = null, CancellationToken cancellation = default)
    {
        var options = AlertSamples.Options with { Targets = policy ?? TargetPolicy.Anywhere };
        using var client = new HttpClient(WebhookConnection.CreateHandler(options.Targets));
        var endpoint = new WebhookEndpoint(url, [WebhookSecret.Parse(AlertSamples.Secret)]);
        return await new WebhookSender(client, options, time).SendAsync(endpoint, Id, Body, cancellation);
    }
}
