using System.Text.Json;
using Alerts.Records;
using Alerts.Subscriptions;
using Alerts.Tests.Delivery;

namespace Alerts.Tests.Subscriptions;

public sealed class SubscriptionRuleTests
{
    private static readonly Change Runway = AlertSamples.RevenueRaised with
    {
        By = null,
        Before = new FinancialGuidance { Metric = FinancialMetric.CashRunway, To = new(2023, 6, 30), Quote = "", Document = "", Start = 0 },
        After = new FinancialGuidance { Metric = FinancialMetric.CashRunway, To = new(2023, 9, 30), Quote = "", Document = "", Start = 0 },
    };

    // What is asked for, of which change, and whether it counts.
    private static readonly Dictionary<string, (string Rule, Change Change, bool Matches)> Table = new()
    {
        ["nothing asked"] = ("{}", AlertSamples.ToplineDelayed, true),
        ["kind given"] = ("""{"kinds":["milestone"]}""", AlertSamples.ToplineDelayed, true),
        ["other kind"] = ("""{"kinds":["data","financial"]}""", AlertSamples.ToplineDelayed, false),
        ["word given"] = ("""{"changes":["delayed","withdrawn"]}""", AlertSamples.ToplineDelayed, true),
        ["other word"] = ("""{"changes":["achieved"]}""", AlertSamples.ToplineDelayed, false),
        ["code given, any case"] = ("""{"codes":["topline_data"]}""", AlertSamples.ToplineDelayed, true),
        ["other code"] = ("""{"codes":["ORR"]}""", AlertSamples.ToplineDelayed, false),
        ["first word of the program"] = ("""{"programs":["Mirvetuximab"]}""", AlertSamples.ToplineDelayed, true),
        ["part of a word is no name"] = ("""{"programs":["mirve"]}""", AlertSamples.ToplineDelayed, false),
        ["trial named"] = ("""{"programs":["mirasol"]}""", AlertSamples.ToplineDelayed, true),
        ["other program"] = ("""{"programs":["pivekimab","T-DM1"]}""", AlertSamples.ToplineDelayed, false),
        ["name of the statement, hyphen apart"] = ("""{"programs":["t dm1"]}""", AlertSamples.Accepted with { After = ((Milestone)AlertSamples.Accepted.After!) with { Program = "T-DM1" } }, true),
        ["slip long enough"] = ("""{"minimumSlipDays":212}""", AlertSamples.ToplineDelayed, true),
        ["slip too short"] = ("""{"minimumSlipDays":213}""", AlertSamples.ToplineDelayed, false),
        ["earlier counts by its size"] = ("""{"minimumSlipDays":30}""", AlertSamples.ToplineDelayed with { Word = ChangeWord.Accelerated, By = -31 }, true),
        ["achieved is news of any size"] = ("""{"minimumSlipDays":30}""", AlertSamples.Accepted with { By = 1 }, true),
        ["revised by too little"] = ("""{"minimumDifference":{"ORR":5}}""", AlertSamples.OrrRevised, false),
        ["revised by enough"] = ("""{"minimumDifference":{"ORR":0.7}}""", AlertSamples.OrrRevised, true),
        ["bound of another measure"] = ("""{"minimumDifference":{"DOR":5}}""", AlertSamples.OrrRevised, true),
        ["new has no difference"] = ("""{"minimumDifference":{"ORR":5}}""", AlertSamples.OrrRevised with { Word = ChangeWord.New, Before = null, By = null }, true),
        ["intervals overlap"] = ("""{"onlyDisjointIntervals":true}""", AlertSamples.OrrRevised, false),
        ["intervals apart"] = ("""{"onlyDisjointIntervals":true}""", AlertSamples.OrrRevised with { IntervalsOverlap = false }, true),
        ["midpoint moved by 10.3 %"] = ("""{"minimumMidpointPercent":10}""", AlertSamples.RevenueRaised, true),
        ["midpoint moved too little"] = ("""{"minimumMidpointPercent":11}""", AlertSamples.RevenueRaised, false),
        ["runway moved by 92 days"] = ("""{"minimumSlipDays":92}""", Runway, true),
        ["runway moved too little"] = ("""{"minimumSlipDays":93}""", Runway, false),
        ["confidence at the default"] = ("{}", AlertSamples.ToplineDelayed with { Confidence = SubscriptionRule.DefaultMinimumConfidence }, true),
        ["confidence below the default"] = ("{}", AlertSamples.ToplineDelayed with { Confidence = 0.69 }, false),
        ["lower confidence asked for"] = ("""{"minimumConfidence":0.5}""", AlertSamples.ToplineDelayed with { Confidence = 0.5 }, true),
        ["reaffirmed never"] = ("""{"changes":["reaffirmed"],"minimumConfidence":0}""", AlertSamples.ToplineDelayed with { Word = ChangeWord.Reaffirmed }, false),
    };

    public static TheoryData<string> Cases => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Change_counts_when_all_that_is_asked_holds(string name)
    {
        var (rule, change, matches) = Table[name];

        Assert.Equal(matches, JsonSerializer.Deserialize<SubscriptionRule>(rule, RecordJson.Options)!.Matches(change));
    }

    [Fact]
    public void Misspelt_rule_is_refused_instead_of_matching_everything() => Assert.Throws<JsonException>(
        () => JsonSerializer.Deserialize<SubscriptionRule>("""{"kind":["data"]}""", RecordJson.Options));

    [Fact]
    public void Filing_must_have_one_of_the_items()
    {
        var reader = AlertSamples.Reader() with { Rule = new() { Items = ["7.01", "2.02"] } };

        Assert.True(reader.Watches(AlertSamples.Filing));
        Assert.False(reader.Watches(AlertSamples.Filing with { Items = ["5.02"] }));
    }

    [Theory]
    [InlineData("imgn", true)]
    [InlineData("855654", true)]
    [InlineData("0000855654", true)]
    [InlineData("MRNA", false)]
    [InlineData("855655", false)]
    public void Company_is_watched_by_ticker_or_cik(string entry, bool watched) =>
        Assert.Equal(watched, (AlertSamples.Reader() with { Watchlist = [entry] }).Watches(AlertSamples.Filing));

    [Fact]
    public void Empty_watchlist_watches_every_company_and_selects_what_matches()
    {
        var reader = AlertSamples.Reader() with { Watchlist = [], Rule = new() { Kinds = [ChangeKind.Financial] } };

        Assert.Equal([AlertSamples.RevenueRaised], reader.Select(AlertSamples.Filing with { Cik = null, Ticker = null }, [AlertSamples.Accepted, AlertSamples.RevenueRaised]));
    }
}
