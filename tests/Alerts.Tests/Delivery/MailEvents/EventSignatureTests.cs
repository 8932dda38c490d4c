using System.Security.Cryptography;
using System.Text;
using Alerts.Delivery.MailEvents;

namespace Alerts.Tests.Delivery.MailEvents;

public sealed class EventSignatureTests
{
    // Made with openssl and a key that was thrown away: openssl dgst -sha256 -sign key.pem over the timestamp and the body.
    private const string Key = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAELXEihbl8tc6d3SfJIXDS34DeC71gGtl36xiY8SpN4KYJ3rn4I9DVjn8yR89YPEON+KtUMxVLvRnFT1aL41TDfw==";
    private const string Signature = "MEUCIEHw0jNMll2WwBeYcjZVg0O9f8OKxoQ+MM+aIZdKFH5AAiEAxfa22y/LROaOvnyiZ/v2vuQ3cEWpaOANSZ1W+1q5X2A=";
    private const string Timestamp = "1659550000";
    private const string Body =
        """[{"email":"reader@example.org","event":"bounce","type":"bounce","reason":"550 5.1.1 No such mailbox","timestamp":1659549990,"delivery":"0000855654:0000855654-22-000042/abcdefghijkm"}]""" + "\r\n";

    [Fact]
    public void Signature_of_another_implementation_is_verified()
    {
        Assert.True(EventSignature.TryParse(Key, out var key));

        Assert.True(key.Verify(Signature, Timestamp, Encoding.UTF8.GetBytes(Body)));
    }

    [Theory]
    [InlineData(Signature, "1659550001", Body)]
    [InlineData(Signature, Timestamp, "[]")]
    [InlineData("MEUCIEHw0jNMll2WwBeYcjZVg0O9f8OKxoQ+MM+aIZdKFH5AAiEAxfa22y/LROaOvnyiZ/v2vuQ3cEWpaOANSZ1W+1q5X2E=", Timestamp, Body)]
    [InlineData("MEUCIEHw", Timestamp, Body)]
    [InlineData("", Timestamp, Body)]
    [InlineData("not base64", Timestamp, Body)]
    public void What_was_changed_is_not(string signature, string timestamp, string body)
    {
        Assert.True(EventSignature.TryParse(Key, out var key));

        Assert.False(key.Verify(signature, timestamp, Encoding.UTF8.GetBytes(body)));
    }

    [Fact]
    public void Keys_are_public_ones_on_the_curve_that_SendGrid_uses()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var right = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.True(EventSignature.TryParse(Convert.ToBase64String(right.ExportSubjectPublicKeyInfo()), out _));
        foreach (var wrong in new[] { "", "SG.something", Key[..^8], Convert.ToBase64String(other.ExportSubjectPublicKeyInfo()), Convert.ToBase64String(right.ExportPkcs8PrivateKey()) })
            Assert.False(EventSignature.TryParse(wrong, out _), wrong);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-25 * 3600, true)]
    [InlineData((-25 * 3600) - 1, false)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void Old_batches_and_those_from_the_future_are_refused(int seconds, bool isTimely)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_659_550_000);

        Assert.Equal(isTimely, EventSignature.IsTimely($"{now.ToUnixTimeSeconds() + seconds}", now));
        Assert.False(EventSignature.IsTimely("soon", now));
        Assert.False(EventSignature.IsTimely(new string('9', 40), now));
    }
}
