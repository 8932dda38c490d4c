using Alerts.Delivery;
using Alerts.Delivery.Email;
using Alerts.Edgar;
using Alerts.Records;
using Alerts.Subscriptions;
using AngleSharp.Html.Parser;

namespace Alerts.Tests.Delivery;

public sealed class DigestEmailTests
{
    private static readonly DateTimeOffset Midnight = new(2022, 8, 4, 0, 15, 0, TimeSpan.Zero);

    private static readonly AlertMaterial Quarter = new(
        AlertSamples.Filing,
        AlertSamples.Url,
        [AlertSamples.OrrRevised, AlertSamples.ToplineDelayed, AlertSamples.RevenueRaised],
        [new("EX-99.2", "the exhibit is an image")]);

    private static readonly AlertMaterial Review = Filing(
        AlertSamples.Filing with { Accession = "0000855654-22-000041", FiledAt = new(2022, 8, 3, 7, 1, 0, TimeSpan.FromHours(-4)), Items = ["8.01"] },
        AlertSamples.Accepted);

    private static readonly AlertMaterial OtherCompany = Filing(
        AlertSamples.Filing with { Accession = "0001999001-22-000007", Cik = "0001999001", Company = "Alder Bio, Inc.", Ticker = null, Items = ["2.02"] },
        AlertSamples.RevenueRaised with { Word = ChangeWord.Lowered, By = -7_500_000, Before = AlertSamples.Revenue(75e6, 85e6), After = AlertSamples.Revenue(70e6, 75e6), Quote = "Revenue for 2022 is now expected between $70 million and $75 million." });

    [Fact]
    public async Task Text_of_a_digest_reads()
    {
        var mail = await ComposeAsync([OtherCompany, Review, Quarter]);

        Assert.Equal("2 companies, 5 changes: IMGN MIRASOL top line delayed to early 2023; +4 more", mail.Subject);
        Assert.Equal(
            """
            2 companies, 3 filings, 5 changes
            Daily digest · 3 Aug 2022, 20:15 ET

            - IMGN: MIRASOL top line delayed to early 2023; BLA accepted; SORAYA ORR 32.4% → 31.7%; +1 more
            - Alder Bio: FY2022 revenue guidance lowered to $70–75M

            ImmunoGen, Inc. (IMGN)
            ======================

            8-K · items 2.02, 9.01 · filed 3 Aug 2022, 16:05 ET
            https://www.sec.gov/Archives/edgar/data/855654/000085565422000042/0000855654-22-000042-index.htm

            1. MIRASOL top line delayed to early 2023
               Q3 2022 → early 2023
               about 2 quarters (212 days) later
               mirvetuximab soravtansine
               “We now expect top-line data from MIRASOL in early 2023 because events accrue more slowly than planned.”
               EX-99.1

            2. SORAYA ORR revised
               32.4% → 31.7%
               −0.7 points; the intervals overlap
               mirvetuximab soravtansine · 95% CI 22.9 to 41.6 · n=104 · by investigator
               “Objective response rate was 31.7% (95% CI: 22.9, 41.6) in 104 evaluable patients.”
               EX-99.1

            3. FY2022 revenue guidance raised to $75–85M
               $70–75M → $75–85M
               midpoint +$7.5M (+10.3%)
               “Revenue for 2022 is now expected between $75 million and $85 million.”
               EX-99.1

            Not read in this filing:
            - EX-99.2: the exhibit is an image

            8-K · item 8.01 · filed 3 Aug 2022, 07:01 ET
            https://www.sec.gov/Archives/edgar/data/855654/000085565422000041/0000855654-22-000041-index.htm

            4. mirvetuximab soravtansine BLA accepted
               28 Jul 2022
               “The FDA has accepted the BLA for mirvetuximab soravtansine for review.”
               EX-99.1

            Alder Bio, Inc.
            ===============

            8-K · item 2.02 · filed 3 Aug 2022, 16:05 ET
            https://www.sec.gov/Archives/edgar/data/1999001/000199900122000007/0001999001-22-000007-index.htm

            5. FY2022 revenue guidance lowered to $70–75M
               $75–85M → $70–75M
               midpoint −$7.5M (−9.4%)
               “Revenue for 2022 is now expected between $70 million and $75 million.”
               EX-99.1

            -- 
            You watch every company for every change with confidence 0.7 or more. One e-mail a day, when something changed.
            Unsubscribe: https://alerts.example.com/u/2rrn6nyqyqya.pmxq0_H41NPO

            """,
            mail.Text);
    }

    [Fact]
    public async Task Both_parts_and_the_headers_are_those_of_a_digest()
    {
        var mail = await ComposeAsync([OtherCompany, Review, Quarter]);
        var page = Page(mail);
        var key = Key(AlertSamples.Reader());

        Assert.Equal((key.AlertId, Midnight, "ana@example.com"), (mail.Id, mail.Date, mail.To.Address));
        Assert.Equal(AlertSamples.Options.UnsubscribeUrl(key.SubscriberId), mail.UnsubscribeUrl);
        Assert.Equal(
            [AlertSamples.Url.AbsoluteUri, Review.Url.AbsoluteUri, OtherCompany.Url.AbsoluteUri, mail.UnsubscribeUrl.AbsoluteUri],
            page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["ImmunoGen, Inc. (IMGN)", "Alder Bio, Inc."], page.QuerySelectorAll("h2").Select(title => title.TextContent).Where(title => title.Contains("Inc.", StringComparison.Ordinal)));
        Assert.All(page.Body!.QuerySelectorAll("h1, h2, h3, p, blockquote, a, ul"), element => Assert.True(element.HasAttribute("style"), element.OuterHtml));
    }

    [Fact]
    public void Order_of_what_was_collected_makes_no_difference()
    {
        AlertMaterial[] one = [OtherCompany, Review, Quarter];
        AlertMaterial[] other = [Quarter, OtherCompany, Review];

        Assert.Equal(Compose(one).Changes.Select(change => change.Id), Compose(other).Changes.Select(change => change.Id));
        Assert.Equal(Compose(one).Subject, Compose(other).Subject);
    }

    [Fact]
    public void Filing_and_what_lapsed_of_it_are_told_together()
    {
        var digest = Compose([Review, Review with { Changes = [AlertSamples.Pdufa] }]);

        Assert.Equal(2, Assert.Single(digest.Filings).Changes.Count);
    }

    [Fact]
    public void Digest_of_one_company_has_the_subject_of_an_alert() =>
        Assert.Equal(
            "IMGN: MIRASOL top line delayed to early 2023; BLA accepted; SORAYA ORR 32.4% → 31.7%; +1 more",
            Compose([Review, Quarter]).Subject);

    [Fact]
    public void Subject_stays_within_its_length_however_many_companies_there_are()
    {
        var subject = Compose(Many(300, 4)).Subject;

        Assert.InRange(subject.Length, 60, 120);
        Assert.StartsWith("300 companies, 1200 changes: ", subject, StringComparison.Ordinal);
        Assert.Matches(@"; \+\d+ more$", subject);
    }

    [Theory]
    [InlineData(1, 2000)]
    [InlineData(15, 100)]
    [InlineData(400, 30)]
    public async Task Thousands_of_changes_stay_below_what_mail_services_cut_off(int companies, int changes)
    {
        var mail = await ComposeAsync(Many(companies, changes));

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(mail.Html), 10_000, 100_000);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(mail.Text), 5_000, 60_000);
        Assert.Contains(" more", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Room_is_shared_out_among_the_filings()
    {
        var text = (await ComposeAsync(Many(10, 100))).Text;

        var filings = text.Split("-index.htm")[1..];
        Assert.Equal(10, filings.Length);
        Assert.All(filings, filing => Assert.Contains("A-TRIAL-OF-A-NAME 1 top line delayed to early 2023\n   Q3 2022", filing, StringComparison.Ordinal));
        Assert.All(filings, filing => Assert.Contains("- A-TRIAL-OF-A-NAME 7 top line delayed to early 2023\n- and 92 more\n", filing, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_filing_that_is_not_shown_is_counted()
    {
        var mail = await ComposeAsync(Many(400, 2));

        Assert.Contains("400 companies, 400 filings, 800 changes", mail.Text, StringComparison.Ordinal);
        Assert.Equal(15 + 60, mail.Text.Split("-index.htm").Length - 1);
        Assert.Contains("and 325 more filings", mail.Text, StringComparison.Ordinal);
        Assert.Contains("and 325 more filings", mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    public async Task Markup_in_what_a_filing_says_stays_text(string hostile)
    {
        var change = AlertSamples.ToplineDelayed with { Quote = hostile, Trial = hostile, Program = hostile };
        var facts = AlertSamples.Filing with { Company = hostile, Ticker = hostile, Form = hostile, Items = [hostile] };

        var page = Page(await ComposeAsync([Filing(facts, change), OtherCompany]));

        Assert.Empty(page.QuerySelectorAll("script, img"));
        Assert.Equal(3, page.QuerySelectorAll("a").Length);
    }

    [Theory]
    [InlineData(Cadence.Daily, "Daily digest · ", "One e-mail a day, when something changed.")]
    [InlineData(Cadence.Weekly, "Weekly digest · ", "One e-mail a week, when something changed.")]
    [InlineData(Cadence.Immediate, "Digest · ", "with confidence 0.7 or more.")]
    public async Task Digest_says_how_often_it_comes(Cadence cadence, string title, string why)
    {
        var mail = await ComposeAsync([Review], AlertSamples.Reader() with { Cadence = cadence });

        Assert.Contains("\n" + title, mail.Text, StringComparison.Ordinal);
        Assert.Contains(why + "\nUnsubscribe: ", mail.Text, StringComparison.Ordinal);
    }

    internal static List<AlertMaterial> Many(int companies, int changes) =>
    [
        .. Enumerable.Range(0, companies).Select(company => Filing(
            AlertSamples.Filing with { Accession = $"{company:0000000000}-22-000042", Cik = $"{company:0000000000}", Company = $"A company of a long name, number {company}, Inc.", Ticker = $"T{company}" },
            [.. Enumerable.Range(0, changes).Select(number => AlertSamples.ToplineDelayed with { Id = $"{company}-{number}", Trial = $"A-TRIAL-OF-A-NAME {number}", Quote = new string('q', 5000) })])
            with { Coverage = [.. Enumerable.Range(0, 8).Select(number => new CoverageNote("EX-99.1", $"the table {number} could not be read: {new string('n', 500)}"))] }),
    ];

    internal static Digest Compose(IReadOnlyList<AlertMaterial> material, Subscriber? subscriber = null)
    {
        var reader = subscriber ?? AlertSamples.Reader() with { Cadence = Cadence.Daily, Watchlist = [] };
        return DigestComposer.Compose(Key(reader), reader, material, Midnight);
    }

    private static DeliveryKey Key(Subscriber reader) => new(DigestName.Of(new(2022, 8, 4)), reader.Id);

    private static AlertMaterial Filing(FilingFacts facts, params IReadOnlyList<Change> changes) =>
        new(facts, EdgarNames.FilingPage(facts.Cik!, facts.Accession!), changes, []);

    private static Task<EmailMessage> ComposeAsync(IReadOnlyList<AlertMaterial> material, Subscriber? subscriber = null) =>
        new DigestEmail(AlertSamples.Options).ComposeAsync(Compose(material, subscriber), "ana@example.com");

    private static AngleSharp.Html.Dom.IHtmlDocument Page(EmailMessage mail) => new HtmlParser().ParseDocument(mail.Html);
}
