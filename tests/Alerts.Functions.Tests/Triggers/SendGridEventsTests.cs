using System.Security.Cryptography;
using System.Text;
using Alerts.Delivery.MailEvents;
using Alerts.Functions.Triggers;
using Alerts.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Alerts.Functions.Tests.Triggers;

public sealed class SendGridEventsTests
{
    private const string Complaint = """[{"email":"reader@example.org","event":"spamreport","timestamp":1900000000}]""";

    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_signed_batch_is_handled_and_an_unsigned_one_is_not()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.True(EventSignature.TryParse(Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()), out var verifies));
        using var app = new App(eventKey: verifies);
        var subscriber = await app.SubscribeAsync();
        var trigger = app.Trigger<HttpSendGridEvents>();

        Assert.Equal((401, ""), App.Answer(await trigger.RunAsync(App.Request(Complaint), None)));
        Assert.Equal(SubscriberState.Confirmed, await StateAsync());

        Assert.Equal((204, ""), App.Answer(await trigger.RunAsync(Signed(Complaint, key), None)));
        Assert.Equal(SubscriberState.Unsubscribed, await StateAsync());
        Assert.Contains(app.Log.Lines, line => line.Contains("1 subscribers mailed no more", StringComparison.Ordinal));

        async Task<SubscriberState> StateAsync() => (await app.Get<SubscriberStore>().GetAsync(subscriber.Id, None))!.State;
    }

    [Fact]
    public async Task Without_a_key_there_is_no_such_address()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var app = new App();

        Assert.Equal((404, ""), App.Answer(await app.Trigger<HttpSendGridEvents>().RunAsync(Signed(Complaint, key), None)));
    }

    private static HttpRequest Signed(string body, ECDsa key)
    {
        var timestamp = $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}";
        var request = App.Request(body);
        request.Headers[EventSignature.TimestampHeader] = timestamp;
        request.Headers[EventSignature.SignatureHeader] = Convert.ToBase64String(
            key.SignData(Encoding.UTF8.GetBytes(timestamp + body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        return request;
    }
}
