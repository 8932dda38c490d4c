using Alerts.Records;

namespace Alerts.Tests.History;

public sealed class FigureHistoryTests
{
    [Theory]
    [InlineData(60e6, 65e6, 50e6, 55e6, ChangeWord.Lowered, -10e6)]
    [InlineData(50e6, 55e6, 60e6, 65e6, ChangeWord.Raised, 10e6)]
    [InlineData(60e6, 70e6, 62e6, 66e6, ChangeWord.Narrowed, -1e6)]
    [InlineData(62e6, 66e6, 60e6, 70e6, ChangeWord.Widened, 1e6)]
    [InlineData(60e6, 60e6, 61e6, 61e6, ChangeWord.Raised, 1e6)]
    [InlineData(60e6, 65e6, 58e6, 63e6, ChangeWord.Lowered, -2e6)]
    public async Task Two_ranges_give_one_word_and_the_shift_of_the_midpoint(double low, double high, double newLow, double newHigh, ChangeWord word, double by)
    {
        var history = await Say.History(
            Say.Filing("2018-08-03", Say.Figure(FinancialMetric.Revenue, low, high)),
            Say.Filing("2018-11-02", Say.Figure(FinancialMetric.Revenue, newLow, newHigh)));

        Assert.Equal(word, history[1].Word);
        Assert.Equal(by, history[1].By);
    }

    [Fact]
    public async Task A_summary_reads_as_one_would_say_it()
    {
        var history = await Say.History(
            Say.Filing("2018-08-03", Say.Figure(FinancialMetric.Revenue, 60e6, 65e6)),
            Say.Filing("2018-11-02", Say.Figure(FinancialMetric.Revenue, 50e6, 55e6)));

        Assert.Equal("FY2018 revenue: $60–65M → $50–55M (lowered by $10M at the midpoint)", history[1].Summary);
    }

    [Fact]
    public async Task Guidance_for_a_new_year_is_new()
    {
        var history = await Say.History(
            Say.Filing("2018-02-09", Say.Figure(FinancialMetric.Revenue, 60e6, 65e6)),
            Say.Filing("2019-02-15", Say.Figure(FinancialMetric.Revenue, 70e6, 75e6, "FY2019")));

        Assert.Equal(["2018-02-09 new", "2019-02-15 new"], Say.Words(history));
    }

    [Fact]
    public async Task A_runway_that_reaches_further_is_raised_by_the_days()
    {
        FinancialGuidance Runway(string to) => Say.Figure(FinancialMetric.CashRunway, null, null) with { Period = null, Unit = null, To = DateOnly.Parse(to) };
        var history = await Say.History(Say.Filing("2024-03-01", Runway("2025-06-30")), Say.Filing("2024-05-01", Runway("2026-06-30")));

        Assert.Equal(["2024-03-01 new", "2024-05-01 raised"], Say.Words(history));
        Assert.Equal(365, history[1].By);
        Assert.Equal("cash runway: by end of Q2 2025 → by end of Q2 2026 (raised by about 1 year)", history[1].Summary);
    }

    [Fact]
    public async Task A_line_that_an_outlook_drops_while_it_repeats_the_others_is_omitted()
    {
        Statement[] Outlook(string period, bool tax) =>
        [
            Say.Figure(FinancialMetric.Revenue, 29.5e6, 30.5e6, period),
            Say.Figure(FinancialMetric.OperatingExpenses, 9.5e6, 9.9e6, period),
            .. tax ? [Say.Figure(FinancialMetric.TaxRate, 33, 33, period, "%")] : Array.Empty<Statement>(),
        ];
        var history = await Say.History(
            Say.Results("2006-08-16", Outlook("Q1 2007", tax: true)),
            Say.Results("2006-11-01", Outlook("Q2 2007", tax: false)),
            Say.Results("2007-01-31", Outlook("Q3 2007", tax: false)));

        var omitted = Assert.Single(history, change => change.Word == ChangeWord.Omitted);
        Assert.Equal("Q1 2007 tax rate: 33% no longer given", omitted.Summary);
        Assert.Equal("2006-11-01", omitted.At!.Value.ToString("yyyy-MM-dd"));
        Assert.Null(omitted.After);
    }

    [Fact]
    public async Task A_table_with_a_column_of_prior_guidance_still_says_what_changed()
    {
        var history = await Say.History(
            Say.Filing("2018-08-03", Say.Figure(FinancialMetric.Revenue, 60e6, 65e6)),
            Say.Filing("2018-11-02", Say.Figure(FinancialMetric.Revenue, 60e6, 65e6), Say.Figure(FinancialMetric.Revenue, 50e6, 55e6)));

        Assert.Equal(["2018-08-03 new", "2018-11-02 lowered"], Say.Words(history));
    }
}
