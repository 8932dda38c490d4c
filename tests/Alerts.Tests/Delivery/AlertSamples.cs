using Alerts.Delivery;
using Alerts.Edgar;
using Alerts.Records;
using Alerts.Subscriptions;

namespace Alerts.Tests.Delivery;

/// <summary>Changes and alerts for tests: the words are ours, the figures look real.</summary>
internal static class AlertSamples
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    public static readonly DateTimeOffset Created = new(2022, 8, 3, 20, 6, 0, TimeSpan.Zero);

    public static readonly FilingFacts Filing = new()
    {
        Accession = "0000855654-22-000042",
        Cik = "0000855654",
        Company = "ImmunoGen, Inc.",
        Ticker = "IMGN",
        Form = "8-K",
        FiledAt = new(2022, 8, 3, 16, 5, 21, TimeSpan.FromHours(-4)),
        EventDate = new(2022, 8, 3),
        Items = ["2.02", "9.01"],
    };

    public static readonly Uri Url = EdgarNames.FilingPage(Filing.Cik!, Filing.Accession!);

    public static readonly DeliveryOptions Options = new()
    {
        From = new("alerts@alerts.example.com", "8-K Alerts"),
        PublicUrl = new("https://alerts.example.com/"),
        LinkSecret = "a secret of the tests, 32 characters or more",
    };

    public static readonly Change ToplineDelayed = Moved(
        ChangeWord.Delayed,
        Event(MilestoneCode.ToplineData, "2022-07-01", "2022-09-30", "third quarter of 2022"),
        Event(MilestoneCode.ToplineData, "2023-01-01", "2023-04-30", "early 2023") with
        {
            Quote = "We now expect top-line data from MIRASOL in early 2023 because events accrue more slowly than planned.",
        },
        212) with
    { Trial = "MIRASOL" };

    public static readonly Change Accepted = Moved(
        ChangeWord.Achieved, null, Event(MilestoneCode.Acceptance, "2022-07-28", "2022-07-28", null) with
        {
            What = "BLA",
            Status = MilestoneStatus.Achieved,
            Quote = "The FDA has accepted the BLA for mirvetuximab soravtansine for review.",
        },
        null);

    public static readonly Change Pdufa = Moved(
        ChangeWord.New, null, Event(MilestoneCode.RegulatoryDecision, "2022-11-28", "2022-11-28", "November 28, 2022") with
        {
            What = "BLA",
            Quote = "The agency set a PDUFA date of November 28, 2022.",
        },
        null);

    public static readonly Change OrrRevised = new()
    {
        Id = "c-orr",
        Kind = ChangeKind.Data,
        Word = ChangeWord.Revised,
        By = -0.7,
        IntervalsOverlap = true,
        Program = "mirvetuximab soravtansine",
        Trial = "SORAYA",
        Before = Response(32.4, 23.6, 42.2, 105),
        After = Response(31.7, 22.9, 41.6, 104),
        Quote = "Objective response rate was 31.7% (95% CI: 22.9, 41.6) in 104 evaluable patients.",
        Summary = "SORAYA ORR: 32.4% → 31.7%",
    };

    public static readonly Change RevenueRaised = new()
    {
        Id = "c-revenue",
        Kind = ChangeKind.Financial,
        Word = ChangeWord.Raised,
        By = 7_500_000,
        Before = Revenue(70e6, 75e6),
        After = Revenue(75e6, 85e6),
        Quote = "Revenue for 2022 is now expected between $75 million and $85 million.",
        Summary = "FY2022 revenue: raised",
    };

    public static DataPoint Response(double value, double low, double high, double n) => new()
    {
        Measure = Measure.Orr,
        Value = value,
        Unit = "%",
        CiLow = low,
        CiHigh = high,
        CiLevel = 95,
        N = n,
        Assessor = "investigator",
        Quote = $"ORR was {value}%",
        Document = "EX-99.1",
        Start = 120,
        Confidence = 0.97,
    };

    public static FinancialGuidance Revenue(double? low, double? high) => new()
    {
        Metric = FinancialMetric.Revenue,
        Low = low,
        High = high,
        Unit = "USD",
        Period = "FY2022",
        Quote = "Revenue is expected …",
        Document = "EX-99.1",
        Start = 900,
    };

    public static Milestone Event(MilestoneCode code, string? from = null, string? to = null, string? when = null) => new()
    {
        Code = code,
        Status = MilestoneStatus.Planned,
        From = from is null ? null : DateOnly.Parse(from),
        To = to is null ? null : DateOnly.Parse(to),
        When = when,
        Quote = "It is expected …",
        Document = "EX-99.1",
        Start = 300,
    };

    public static Change Moved(ChangeWord word, Milestone? before, Milestone? after, double? by) => new()
    {
        Id = $"c-{word}-{(after ?? before)!.Code}",
        Kind = ChangeKind.Milestone,
        Word = word,
        By = by,
        Program = "mirvetuximab soravtansine",
        Before = before,
        After = after,
        Quote = (after ?? before)!.Quote,
        Summary = "…",
        Confidence = 0.95,
    };

    public static Subscriber Reader(string address = "ana@example.com") =>
        Subscriber.ForEmail(address, Created) with { State = SubscriberState.Confirmed, Watchlist = ["IMGN"] };

    public static Subscriber Receiver(Uri url) =>
        Subscriber.ForWebhook(new(url, [WebhookSecret.Parse(Secret)]), Created) with { State = SubscriberState.Confirmed };

    public static Alert Alert(params IReadOnlyList<Change> changes) => Alert(Reader(), changes);

    public static Alert Alert(Subscriber subscriber, IReadOnlyList<Change> changes, IReadOnlyList<CoverageNote>? coverage = null) =>
        AlertComposer.Compose(new(Filing.Accession!, subscriber.Id), subscriber, Filing, Url, changes, coverage ?? [], Created);
}
