using Alerts.Subscriptions;
using Alerts.Tests.Delivery;

namespace Alerts.Tests.Subscriptions;

public sealed class SubscriberTokensTests
{
    private static readonly SubscriberTokens Tokens = new("a secret of the tests, 32 characters or more");

    [Fact]
    public void Token_unsubscribes_its_own_subscriber_only()
    {
        var token = Tokens.ForUnsubscribe("abcdefgh2345");

        Assert.True(Tokens.MayUnsubscribe("abcdefgh2345", token));
        Assert.False(Tokens.MayUnsubscribe("abcdefgh2346", token));
        Assert.False(Tokens.MayUnsubscribe("abcdefgh2345", token[..^1]));
        Assert.False(Tokens.MayUnsubscribe("abcdefgh2345", ""));
        Assert.False(new SubscriberTokens("another secret of the tests, as long").MayUnsubscribe("abcdefgh2345", token));
    }

    [Fact]
    public void Short_secrets_are_refused() => Assert.Throws<ArgumentException>(() => new SubscriberTokens("short"));

    [Fact]
    public void Link_fits_the_header_for_every_public_address_that_is_accepted()
    {
        var longest = AlertSamples.Options with { PublicUrl = new("https://func-abcdefghijklm-12.azurewebsites.net/") };

        Assert.Empty(longest.Problems());
        Assert.True(longest.UnsubscribeUrl(AlertSamples.Reader().Id).AbsoluteUri.Length + 2 <= 77);
        Assert.Contains("shorter host name", Assert.Single((longest with { PublicUrl = new("https://func-abcdefghijklm-123.azurewebsites.net/") }).Problems()), StringComparison.Ordinal);
    }
}
