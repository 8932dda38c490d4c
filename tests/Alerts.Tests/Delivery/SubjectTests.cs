using Alerts.Records;

namespace Alerts.Tests.Delivery;

public sealed class SubjectTests
{
    private static readonly (string Expected, Change Change)[] Table =
    [
        ("IMGN: MIRASOL top line delayed to early 2023", AlertSamples.ToplineDelayed),
        ("IMGN: BLA accepted", AlertSamples.Accepted),
        ("IMGN: PDUFA 28 Nov 2022", AlertSamples.Pdufa),
        ("IMGN: SORAYA ORR 32.4% → 31.7%", AlertSamples.OrrRevised),
        ("IMGN: FY2022 revenue guidance raised to $75–85M", AlertSamples.RevenueRaised),
        ("IMGN: BLA submission expected Q1 2022", Milestone(ChangeWord.New, null, Window("2022-01-01", "2022-03-31") with { What = "BLA" })),
        ("IMGN: mirvetuximab soravtansine approved", Milestone(ChangeWord.Achieved, null, Window("2022-11-14", "2022-11-14", MilestoneCode.Approval))),
        ("IMGN: BLA submission moved up to end of 2021", Milestone(ChangeWord.Accelerated, Window("2022-01-01", "2022-03-31") with { What = "BLA" }, Window("2021-08-05", "2021-12-31") with { What = "BLA", When = "by year-end" })),
        ("IMGN: BLA submission withdrawn", Milestone(ChangeWord.Withdrawn, Window("2022-01-01", "2022-03-31") with { What = "BLA" }, null)),
        ("IMGN: BLA submission overdue, was Q1 2022", Milestone(ChangeWord.Lapsed, Window("2022-01-01", "2022-03-31") with { What = "BLA" }, null)),
        ("IMGN: BLA submission no longer mentioned", Milestone(ChangeWord.Omitted, Window("2022-01-01", "2022-03-31") with { What = "BLA" }, null)),
        ("IMGN: BLA submission now dated Q1 2022", Milestone(ChangeWord.Narrowed, Window(null, null) with { What = "BLA" }, Window("2022-01-01", "2022-03-31") with { What = "BLA" })),
        ("IMGN: mirvetuximab soravtansine breakthrough therapy designation granted", Milestone(ChangeWord.Achieved, null, Window("2021-06-01", "2021-06-01", MilestoneCode.Designation) with { What = "BTD" })),
        ("IMGN: mirvetuximab soravtansine top line expected H1 2022", Milestone(ChangeWord.New, null, Window("2022-01-01", "2022-06-30", MilestoneCode.ToplineData) with { Population = "healthy adults" })),
        ("IMGN: EMA decision expected", Milestone(ChangeWord.New, null, Window(null, null, MilestoneCode.RegulatoryDecision) with { What = "EMA" })),
        ("IMGN: SORAYA primary endpoint missed", Data(new() { Measure = Measure.PrimaryEndpoint, Outcome = "not_met", Quote = "", Document = "", Start = 0 })),
        ("IMGN: SORAYA DOR 5.9 months", Data(new() { Measure = Measure.Dor, Value = 5.9, Unit = "months", Quote = "", Document = "", Start = 0 })),
        ("IMGN: SORAYA PFS hazard ratio 0.65", Data(new() { Measure = Measure.Pfs, Value = 0.65, Unit = "HR", Quote = "", Document = "", Start = 0 })),
        ("IMGN: SORAYA OS not reached", Data(new() { Measure = Measure.Os, Outcome = "not_reached", Unit = "months", Quote = "", Document = "", Start = 0 })),
        ("IMGN: SORAYA grade 3+ keratopathy 9%", Data(new() { Measure = Measure.Ae, Term = "keratopathy", Grade = "3+", Value = 9, Unit = "%", Quote = "", Document = "", Start = 0 })),
        ("IMGN: SORAYA dose-limiting toxicity none up to 4.8 mg/kg", Data(new() { Measure = Measure.Dlt, Outcome = "none", Value = 4.8, Unit = "mg/kg", Quote = "", Document = "", Start = 0 })),
        ("IMGN: SORAYA dose-limiting toxicity: keratitis at 7 mg/kg", Data(new() { Measure = Measure.Dlt, Term = "keratitis", Value = 7, Unit = "mg/kg", Quote = "", Document = "", Start = 0 })),
        ("IMGN: SORAYA planned enrollment 110 patients", Data(new() { Measure = Measure.Enrollment, Population = "planned", Value = 110, Unit = "patients", Quote = "", Document = "", Start = 0 })),
        ("IMGN: SORAYA 12-month PFS 45%", Data(new() { Measure = Measure.Pfs, At = "12 months", Value = 45, Unit = "%", Quote = "", Document = "", Start = 0 })),
        ("IMGN: cash runway into Q2 2023", Financial(ChangeWord.New, new() { Metric = FinancialMetric.CashRunway, From = new(2023, 4, 1), To = new(2023, 6, 30), Quote = "", Document = "", Start = 0 })),
        ("IMGN: cash runway extended into 2026", Financial(ChangeWord.Raised, new() { Metric = FinancialMetric.CashRunway, From = new(2026, 1, 1), To = new(2026, 12, 31), Quote = "", Document = "", Start = 0 })),
        ("IMGN: 31 Dec 2022 cash guidance at least $150M", Financial(ChangeWord.New, new() { Metric = FinancialMetric.Cash, Period = "2022-12-31", Low = 150e6, Unit = "USD", Quote = "", Document = "", Start = 0 })),
        ("IMGN: adjusted Q2 2006 gross margin guidance narrowed to 31–35%", Financial(ChangeWord.Narrowed, new() { Metric = FinancialMetric.Margin, Term = "gross margin", Basis = "adjusted", Period = "Q2 2006", Low = 31, High = 35, Unit = "%", Quote = "", Document = "", Start = 0 })),
        ("IMGN: FY2022 EPS guidance lowered to −$1.20/share", Financial(ChangeWord.Lowered, new() { Metric = FinancialMetric.Eps, Period = "FY2022", Low = -1.2, High = -1.2, Unit = "USD/share", Quote = "", Document = "", Start = 0 })),
    ];

    public static TheoryData<string> Lines => [.. Table.Select(row => row.Expected)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Subject_of_one_change_reads(string expected) =>
        Assert.Equal(expected, Subject(Table.Single(row => row.Expected == expected).Change));

    [Fact]
    public void Subject_says_what_moved_in_the_order_of_importance() => Assert.Equal(
        "IMGN: MIRASOL top line delayed to early 2023; BLA accepted, PDUFA 28 Nov 2022",
        Subject(AlertSamples.Pdufa, AlertSamples.Accepted, AlertSamples.ToplineDelayed));

    [Fact]
    public void Subject_counts_what_does_not_fit()
    {
        var subject = Subject(AlertSamples.Pdufa, AlertSamples.Accepted, AlertSamples.ToplineDelayed, AlertSamples.OrrRevised, AlertSamples.RevenueRaised);

        Assert.Equal("IMGN: MIRASOL top line delayed to early 2023; BLA accepted, PDUFA 28 Nov 2022; SORAYA ORR 32.4% → 31.7%; +1 more", subject);
    }

    [Fact]
    public void Subject_stays_within_its_length_and_one_line_whatever_the_filing_says()
    {
        var hostile = AlertSamples.ToplineDelayed with { Trial = "A\r\nBcc: everybody@example.com " + new string('x', 5000) + "\u202E" };
        var subject = Subject([.. Enumerable.Repeat(hostile, 400)]);

        Assert.True(subject.Length <= 120, subject);
        Assert.DoesNotContain(subject, char.IsControl);
        Assert.EndsWith(" more", subject, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_programs_are_told_apart()
    {
        var other = AlertSamples.Accepted with { Program = "pivekimab sunirine" };

        Assert.Equal(
            "IMGN: mirvetuximab soravtansine BLA accepted; pivekimab sunirine BLA accepted",
            Subject(AlertSamples.Accepted, other));
    }

    [Fact]
    public void Patients_are_named_where_they_tell_two_milestones_apart()
    {
        var adults = Milestone(ChangeWord.Delayed, null, Window("2025-01-01", "2025-06-30", MilestoneCode.ToplineData) with { Population = "healthy adults" });
        var patients = Milestone(ChangeWord.Delayed, null, Window("2025-07-01", "2025-12-31", MilestoneCode.ToplineData) with { Population = "CLL patients" });

        Assert.Equal(
            "IMGN: mirvetuximab soravtansine top line (healthy adults) delayed to H1 2025, top line (CLL patients) delayed to H2 2025",
            Subject(adults, patients));
    }

    [Fact]
    public void Company_without_a_ticker_goes_by_its_name() => Assert.StartsWith(
        "ImmunoGen: ",
        Alerts.Delivery.Wording.AlertSubject.Of(AlertSamples.Filing with { Ticker = null }, [AlertSamples.Accepted]),
        StringComparison.Ordinal);

    private static string Subject(params IReadOnlyList<Change> changes) => AlertSamples.Alert(changes).Subject;

    private static Milestone Window(string? from, string? to, MilestoneCode code = MilestoneCode.Submission) => AlertSamples.Event(code, from, to);

    private static Change Milestone(ChangeWord word, Milestone? before, Milestone? after) => AlertSamples.Moved(word, before, after, null);

    private static Change Data(DataPoint after) => AlertSamples.OrrRevised with { Word = ChangeWord.New, Before = null, After = after, By = null };

    private static Change Financial(ChangeWord word, FinancialGuidance after) => AlertSamples.RevenueRaised with { Word = word, Before = null, After = after, By = null };
}
