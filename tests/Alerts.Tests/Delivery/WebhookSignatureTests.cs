using System.Text;
using Alerts.Delivery.Webhooks;
using Alerts.Subscriptions;

namespace Alerts.Tests.Delivery;

public sealed class WebhookSignatureTests
{
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1614265330);
    private static readonly WebhookSecret Secret = WebhookSecret.Parse(AlertSamples.Secret);
    private static readonly WebhookSecret Other = WebhookSecret.FromBytes(Encoding.ASCII.GetBytes("another secret of 32 characters!"));

    private static readonly byte[] Body = """{"test": 2432232314}"""u8.ToArray();

    // The vector that the reference implementations of the standard share.
    [Fact]
    public void Signature_is_the_published_one() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSignature.Sign([Secret], Id, At, Body));

    [Fact]
    public void Every_secret_makes_a_signature_while_secrets_are_replaced()
    {
        var signatures = WebhookSignature.Sign([Other, Secret], Id, At, Body);

        Assert.Equal(2, signatures.Split(' ').Length);
        Assert.EndsWith(" v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signatures, StringComparison.Ordinal);
        Assert.Null(Problem(signatures, [Secret]));
        Assert.Null(Problem(signatures, [Other]));
    }

    [Fact]
    public void Another_body_time_id_or_secret_does_not_verify()
    {
        var signature = WebhookSignature.Sign([Secret], Id, At, Body);
        var seconds = At.ToUnixTimeSeconds().ToString();

        Assert.NotNull(WebhookSignature.Problem([Secret], Id, seconds, signature, "{}"u8, At));
        Assert.NotNull(WebhookSignature.Problem([Secret], "msg_other", seconds, signature, Body, At));
        Assert.NotNull(WebhookSignature.Problem([Secret], Id, (At.ToUnixTimeSeconds() + 1).ToString(), signature, Body, At));
        Assert.NotNull(WebhookSignature.Problem([Other], Id, seconds, signature, Body, At));
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(-300, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)]
    public void Message_is_good_for_five_minutes_either_way(int seconds, bool good) =>
        Assert.Equal(good, Problem(WebhookSignature.Sign([Secret], Id, At, Body), [Secret], At.AddSeconds(seconds)) is null);

    [Theory]
    [InlineData("")]
    [InlineData("v1,")]
    [InlineData("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1O")]
    [InlineData("v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("v1,not base64 at all v1,AAAA")]
    public void Malformed_signatures_do_not_verify(string signatures) => Assert.NotNull(Problem(signatures, [Secret]));

    [Fact]
    public void Id_with_a_full_stop_is_not_signed() =>
        Assert.Throws<ArgumentException>(() => WebhookSignature.Sign([Secret], "msg.1", At, Body));

    [Fact]
    public void Secrets_never_print()
    {
        var endpoint = new WebhookEndpoint(new("https://hooks.example.com/a"), [Secret]);

        Assert.DoesNotContain("MfKQ9r8G", $"{Secret} {endpoint} {AlertSamples.Receiver(endpoint.Url)}", StringComparison.Ordinal);
        Assert.Equal(AlertSamples.Secret, Secret.Reveal());
    }

    [Theory]
    [InlineData("whsec_", "0 bytes")]
    [InlineData("whsec_c2hvcnQ=", "5 bytes")]
    [InlineData("whsec_%%%", "base64")]
    public void Unfit_secrets_are_refused_with_the_reason(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => WebhookSecret.Parse(text)).Message, StringComparison.Ordinal);

    private static string? Problem(string signatures, WebhookSecret[] secrets, DateTimeOffset? now = null) =>
        WebhookSignature.Problem(secrets, Id, At.ToUnixTimeSeconds().ToString(), signatures, Body, now ?? At);
}
