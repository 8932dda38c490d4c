using Alerts.Extraction;
using Alerts.Records;
using Alerts.Subscriptions;

namespace Alerts.Tests.Extraction;

/// <summary>No number without its evidence, and no doubt without a mark on the record.</summary>
public class TrustTests
{
    private static readonly DataPoint Rate = Point("The ORR was 40% (4 of 10 patients).") with { Value = 40, Unit = "%" };

    [Fact]
    public void A_quote_that_holds_the_figure_at_its_place_is_evidence() =>
        Assert.True(Evidence.Holds(Text.Filing(Rate.Quote), Rate));

    [Theory]
    [InlineData("a figure that the quote does not hold", 41, 0)]
    [InlineData("a part of another figure", 4.0001, 0)]
    [InlineData("another place", 40, 3)]
    public void What_the_text_does_not_prove_is_no_evidence(string what, double value, int start) =>
        Assert.False(Evidence.Holds(Text.Filing(Rate.Quote), Rate with { Value = value, Start = start }), what);

    [Fact]
    public void Digits_inside_another_number_are_no_evidence()
    {
        var point = Point("The trial enrolled 1,500 patients over 15.5 months.");

        Assert.All([5d, 15d, 500d], value => Assert.False(Evidence.Holds(Text.Filing(point.Quote), point with { Value = value })));
    }

    [Fact]
    public void A_document_of_another_name_is_no_evidence() =>
        Assert.False(Evidence.Holds(Text.Filing(Rate.Quote), Rate with { Document = "EX-99.2" }));

    public static TheoryData<string, DataPoint> Doubtful => new()
    {
        { "percentage differs from count/of", Rate with { Count = 4, Of = 12 } },
        { "count above its denominator", Rate with { Value = 12, Unit = "patients", Count = 12, Of = 10 } },
        { "interval is upside down", Rate with { CiLow = 50, CiHigh = 30 } },
        { "value outside its interval", Rate with { CiLow = 45, CiHigh = 60 } },
        { "p-value says significant, interval includes 1", Rate with { Unit = "HR", Value = 0.8, CiLow = 0.6, CiHigh = 1.1, PValue = 0.01 } },
        { "p-value says not significant, interval excludes 1", Rate with { Unit = "HR", Value = 0.8, CiLow = 0.6, CiHigh = 0.9, PValue = 0.2 } },
    };

    [Theory]
    [MemberData(nameof(Doubtful))]
    public void Figures_that_cannot_be_right_together_are_flagged_and_left_for_review(string flag, DataPoint point)
    {
        var checkedPoint = Arithmetic.Check(point);

        Assert.Contains(flag, checkedPoint.Flags!);
        Assert.Equal(point.Value, checkedPoint.Value);
        Assert.True(checkedPoint.Confidence < SubscriptionRule.DefaultMinimumConfidence);
    }

    [Theory]
    [InlineData(40.0, 4, 10)]
    [InlineData(31.6, 12, 38)]
    [InlineData(45.0, 5, 11)]
    public void Rounded_percentages_are_right(double percent, double count, double of) =>
        Assert.Null(Arithmetic.Check(Rate with { Value = percent, Count = count, Of = of }).Flags);

    [Fact]
    public void A_tight_statement_is_surer_than_a_loose_one()
    {
        var tight = Only("ORR was 32%.");
        var loose = Only("Of the patients treated in this trial with zelitinib, approximately 32% in the end had an objective response.");

        Assert.True(tight.Confidence > loose.Confidence);
    }

    private static DataPoint Only(string text) =>
        Assert.Single(FilingExtractor.Extract(Text.Filing("# Results of the Phase 2 AURORA trial of zelitinib in patients with cancer\n" + text)).DataPoints, p => p.Measure == Measure.Orr);

    private static DataPoint Point(string quote) =>
        new() { Measure = Measure.Orr, Quote = quote, Document = "EX-99.1", Start = 0, Confidence = 0.98 };
}
