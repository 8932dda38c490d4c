using Alerts.Delivery.Webhooks;
using Alerts.Subscriptions;
using Alerts.Tests.Delivery;

namespace Alerts.Tests.Subscriptions;

public sealed class SubscriberChecksTests
{
    [Theory]
    [InlineData("ana@example.com", true)]
    [InlineData("ana.o'neil+8k@mail.example.co.uk", true)]
    [InlineData("ana", false)]
    [InlineData("ana@localhost", false)]
    [InlineData("ana@@example.com", false)]
    [InlineData(".ana@example.com", false)]
    [InlineData("ana @example.com", false)]
    [InlineData("ana@example.com\r\nBcc: all@example.com", false)]
    [InlineData("ana@example.com\n", false)]
    [InlineData("<ana@example.com>", false)]
    [InlineData("ana@-example.com", false)]
    [InlineData("ana@127.0.0.1", false)]
    [InlineData("änä@example.com", false)]
    [InlineData("", false)]
    public void E_mail_address_is_one_that_every_mail_system_accepts(string address, bool valid)
    {
        Assert.Equal(valid, EmailAddress.IsValid(address));
        var problems = SubscriberChecks.Problems(AlertSamples.Reader() with { Email = address }, TargetPolicy.Public);
        Assert.Equal(valid, problems.Count == 0);
    }

    [Fact]
    public void Digests_are_for_e_mail_addresses()
    {
        var receiver = AlertSamples.Receiver(new("https://hooks.example.com/a"));

        Assert.Empty(SubscriberChecks.Problems(AlertSamples.Reader() with { Cadence = Cadence.Weekly }, TargetPolicy.Public));
        Assert.Contains("told at once", Assert.Single(SubscriberChecks.Problems(receiver with { Cadence = Cadence.Daily }, TargetPolicy.Public)), StringComparison.Ordinal);
    }

    [Fact]
    public void Overlong_addresses_are_refused()
    {
        Assert.False(EmailAddress.IsValid(new string('a', 65) + "@example.com"));
        Assert.False(EmailAddress.IsValid("a@" + string.Join('.', Enumerable.Repeat("abcdefgh", 30)) + ".com"));
        Assert.False(EmailAddress.IsValid(new string('@', 1_000_000)));
    }

    [Theory]
    [InlineData("https://hooks.example.com/a?b=c", null)]
    [InlineData("http://hooks.example.com/", "uses http")]
    [InlineData("ftp://hooks.example.com/", "not an absolute https address")]
    [InlineData("https://user:pass@hooks.example.com/", "user name or password")]
    [InlineData("https://hooks.example.com/#part", "fragment")]
    [InlineData("https://10.1.2.3/", "private")]
    [InlineData("https://[::1]/", "loopback")]
    [InlineData("https://[::ffff:169.254.169.254]/", "link-local")]
    [InlineData("https://0x7f000001/", "loopback")]
    [InlineData("https://2130706433/", "loopback")]
    public void Webhook_address_is_public_and_https(string url, string? problem)
    {
        var problems = SubscriberChecks.Problems(AlertSamples.Receiver(new(url)), TargetPolicy.Public);

        if (problem is null)
            Assert.Empty(problems);
        else
            Assert.Contains(problem, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Loopback_over_http_passes_where_the_operator_allows_it() =>
        Assert.Empty(SubscriberChecks.Problems(AlertSamples.Receiver(new("http://127.0.0.1:8080/")), TargetPolicy.Anywhere));

    [Fact]
    public void Every_problem_is_named_with_its_input()
    {
        var problems = SubscriberChecks.Problems(
            AlertSamples.Reader() with
            {
                Watchlist = ["IMGN", "not a company", "12345678901"],
                Rule = new()
                {
                    Codes = ["ORR", "ORRR"],
                    Items = ["2.02", "2"],
                    Programs = ["--"],
                    MinimumDifference = new Dictionary<string, double> { ["OS"] = -1, ["XYZ"] = 1 },
                    MinimumSlipDays = -1,
                    MinimumMidpointPercent = double.NaN,
                    MinimumConfidence = 1.5,
                },
            },
            TargetPolicy.Public);

        string[] named = ["not a company", "12345678901", "ORRR", "XYZ", "--", "OS is -1", "-1 days", "NaN", "1.5"];
        Assert.All(named, name => Assert.Contains(problems, problem => problem.Contains(name, StringComparison.Ordinal)));
        Assert.Equal(named.Length, problems.Count);
    }

    [Fact]
    public void Subscriber_has_one_channel_and_a_webhook_its_secrets()
    {
        Assert.Contains("either", Assert.Single(SubscriberChecks.Problems(AlertSamples.Reader() with { Email = null }, TargetPolicy.Public)), StringComparison.Ordinal);
        Assert.Contains("secret", Assert.Single(SubscriberChecks.Problems(
            AlertSamples.Reader() with { Email = null, Webhook = new(new("https://hooks.example.com"), []) }, TargetPolicy.Public)), StringComparison.Ordinal);
    }
}
