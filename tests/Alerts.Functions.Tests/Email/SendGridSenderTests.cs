using System.Net;
using System.Text.Json;
using Alerts.Delivery;
using Alerts.Delivery.Email;
using Alerts.Delivery.MailEvents;
using Alerts.Functions.Email;
using Alerts.Subscriptions;
using Alerts.Tests;
using SendGrid;

namespace Alerts.Functions.Tests.Email;

public sealed class SendGridSenderTests
{
    private static readonly DateTimeOffset Now = new(2022, 8, 3, 12, 0, 0, TimeSpan.Zero);

    private static readonly EmailMessage Message = new()
    {
        Id = "msg_5d41402abc4b2a76b9719d911017c592",
        Delivery = new DeliveryKey("0000855654:0000855654-22-000042", "abcdefghijkm"),
        From = new EmailAddress("alerts@example.com", "Alerts"),
        To = new EmailAddress("reader@example.org"),
        Subject = "IMGN: ORR 32.4 % – “confirmed”",
        Date = Now,
        Text = "The text.\n",
        Html = "<p>The page.</p>",
        UnsubscribeUrl = new Uri("https://alerts.example.com/u/abcdefghijkm.AAAAAAAAAAAA"),
    };

    [Fact]
    public async Task A_message_goes_out_with_its_id_and_a_way_to_leave_and_is_tracked_by_nobody()
    {
        var (result, body) = await SendAsync(new HttpResponseMessage(HttpStatusCode.Accepted));

        Assert.IsType<DeliveryResult.Delivered>(result);
        using var json = JsonDocument.Parse(body!);
        var mail = json.RootElement;
        Assert.Equal("alerts@example.com", mail.GetProperty("from").GetProperty("email").GetString());
        var to = mail.GetProperty("personalizations")[0];
        Assert.Equal("reader@example.org", to.GetProperty("to")[0].GetProperty("email").GetString());
        Assert.Equal(Message.Subject, to.GetProperty("subject").GetString());
        Assert.Equal("0000855654:0000855654-22-000042/abcdefghijkm", to.GetProperty("custom_args").GetProperty(MailEventReader.DeliveryMark).GetString());
        var headers = to.GetProperty("headers");
        Assert.Equal("<msg_5d41402abc4b2a76b9719d911017c592@example.com>", headers.GetProperty("Message-ID").GetString());
        Assert.Equal("<https://alerts.example.com/u/abcdefghijkm.AAAAAAAAAAAA>", headers.GetProperty("List-Unsubscribe").GetString());
        Assert.InRange(headers.GetProperty("List-Unsubscribe").GetString()!.Length, 1, 77);
        Assert.Equal("List-Unsubscribe=One-Click", headers.GetProperty("List-Unsubscribe-Post").GetString());
        Assert.Equal(["text/plain", "text/html"], mail.GetProperty("content").EnumerateArray().Select(content => content.GetProperty("type").GetString()));
        Assert.All(
            mail.GetProperty("tracking_settings").EnumerateObject(),
            setting => Assert.False(setting.Value.TryGetProperty("enable", out var enabled) && enabled.GetBoolean(), setting.Name));
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    public async Task What_may_work_later_is_tried_again(HttpStatusCode status)
    {
        var (result, _) = await SendAsync(new HttpResponseMessage(status) { Content = new StringContent("the reason") });

        Assert.Contains($"SendGrid answered {(int)status}: the reason", Assert.IsType<DeliveryResult.Retry>(result).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge)]
    public async Task What_will_never_work_is_given_up(HttpStatusCode status)
    {
        var (result, _) = await SendAsync(new HttpResponseMessage(status) { Content = new StringContent(new string('x', 5_000)) });

        Assert.InRange(Assert.IsType<DeliveryResult.Failed>(result).Reason.Length, 1, 400);
    }

    [Fact]
    public async Task The_delay_that_SendGrid_asks_for_is_kept()
    {
        var asked = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = new StringContent("") };
        asked.Headers.Add("X-RateLimit-Reset", $"{Now.AddSeconds(90).ToUnixTimeSeconds()}");
        Assert.Equal(TimeSpan.FromSeconds(90), Assert.IsType<DeliveryResult.Retry>((await SendAsync(asked)).Result).After);

        var retryAfter = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { Content = new StringContent("") };
        retryAfter.Headers.Add("Retry-After", "7");
        Assert.Equal(TimeSpan.FromSeconds(7), Assert.IsType<DeliveryResult.Retry>((await SendAsync(retryAfter)).Result).After);
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached_is_tried_again_and_a_stop_is_a_stop()
    {
        Assert.IsType<DeliveryResult.Retry>((await SendAsync(null)).Result);

        using var handler = new Handler(null);
        using var http = new HttpClient(handler);
        var sender = new SendGridSender(new SendGridClient(http, "key"), new ManualTime(Now));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sender.SendAsync(Message, new CancellationToken(canceled: true)));
    }

    private static async Task<(DeliveryResult Result, string? Body)> SendAsync(HttpResponseMessage? answer)
    {
        using var handler = new Handler(answer);
        using var http = new HttpClient(handler);
        var result = await new SendGridSender(new SendGridClient(http, "key"), new ManualTime(Now)).SendAsync(Message, CancellationToken.None);
        return (result, handler.Body);
    }

    private sealed class Handler(HttpResponseMessage? answer) : HttpMessageHandler
    {
        public string? Body { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Body = await request.Content!.ReadAsStringAsync(cancellationToken);
            return answer ?? throw new HttpRequestException("no route");
        }
    }
}
