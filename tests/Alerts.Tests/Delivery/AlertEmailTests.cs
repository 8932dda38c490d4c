using Alerts.Delivery;
using Alerts.Delivery.Email;
using Alerts.Local.Delivery;
using Alerts.Records;
using Alerts.Tests.Local.Storage;
using AngleSharp.Html.Parser;

namespace Alerts.Tests.Delivery;

public sealed class AlertEmailTests
{
    [Fact]
    public async Task Both_parts_say_what_moved_by_how_much_and_where_it_stands()
    {
        var alert = AlertSamples.Alert(
            AlertSamples.Reader(),
            [
                AlertSamples.ToplineDelayed with { Course = new(new(2022, 1, 1), new(2022, 6, 30), 3, 304) },
                AlertSamples.OrrRevised with { Confidence = 0.82 },
                AlertSamples.RevenueRaised,
            ],
            [new("EX-99.2", "the exhibit is an image")]);
        var mail = await ComposeAsync(alert);
        var page = Page(mail);

        Assert.Equal(alert.Subject, mail.Subject);
        string[] said =
        [
            "MIRASOL top line delayed to early 2023", "Q3 2022 → early 2023", "about 2 quarters (212 days) later",
            "first guided for H1 2022, moved later 3 times, about 3 quarters (304 days) in all",
            "events accrue more slowly than planned.",
            "SORAYA ORR revised", "32.4% → 31.7%", "−0.7 points; the intervals overlap", "95% CI 22.9 to 41.6 · n=104 · by investigator", "confidence 0.82",
            "$70–75M → $75–85M", "midpoint +$7.5M (+10.3%)",
            "EX-99.2: the exhibit is an image",
            "ImmunoGen, Inc. (IMGN) · 8-K · items 2.02, 9.01 · filed 3 Aug 2022, 16:05 ET",
            "You watch IMGN for every change with confidence 0.7 or more.",
        ];
        Assert.All(said, words => Assert.Contains(words, mail.Text, StringComparison.Ordinal));
        Assert.All(said, words => Assert.Contains(words, string.Join(' ', page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal));
        Assert.Equal([AlertSamples.Url.AbsoluteUri, mail.UnsubscribeUrl.AbsoluteUri], page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</title></style><script>alert(1)</script>")]
    [InlineData("<a href='https://evil.example'>Read the filing</a>")]
    public async Task Markup_in_what_a_filing_says_stays_text(string hostile)
    {
        var change = AlertSamples.ToplineDelayed with
        {
            Quote = hostile,
            Trial = hostile,
            Program = hostile,
            After = AlertSamples.Event(MilestoneCode.ToplineData, "2023-01-01", "2023-03-31", hostile) with { Document = hostile, Phase = hostile, Population = hostile, Flags = [hostile] },
        };
        var subscriber = AlertSamples.Reader() with { Rule = new() { Programs = [hostile] } };
        var alert = AlertComposer.Compose(
            new("0000855654-22-000042", subscriber.Id), subscriber, AlertSamples.Filing with { Company = hostile, Ticker = hostile },
            AlertSamples.Url, [change], [new(hostile, hostile)], AlertSamples.Created);

        var page = Page(await ComposeAsync(alert));

        Assert.Empty(page.QuerySelectorAll("script, img"));
        Assert.Equal(2, page.QuerySelectorAll("a").Length);
        Assert.Contains(hostile[..12], page.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(alert.Subject, page.Title);
    }

    [Fact]
    public async Task Style_survives_programs_that_drop_style_sheets()
    {
        var page = Page(await ComposeAsync(AlertSamples.Alert(AlertSamples.ToplineDelayed)));

        Assert.All(page.Body!.QuerySelectorAll("h1, h2, p, blockquote, a"), element => Assert.True(element.HasAttribute("style"), element.OuterHtml));
        Assert.Empty(page.QuerySelectorAll("link, [width]"));
        Assert.DoesNotContain("{{", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hundreds_of_changes_stay_below_what_mail_services_cut_off()
    {
        var mail = await ComposeAsync(AlertSamples.Alert([.. Enumerable.Range(0, 400).Select(number =>
            AlertSamples.ToplineDelayed with { Trial = $"TRIAL {number}", Quote = new string('q', 5000) })]));

        Assert.InRange(EmlWriter.Write(mail).Length, 10_000, 100_000);
        Assert.Contains("and 280 more", mail.Text, StringComparison.Ordinal);
        Assert.Contains("and 280 more", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Excerpt_of_a_long_quote_keeps_the_figure_it_proves()
    {
        var row = string.Concat(Enumerable.Repeat("another cell | ", 200)) + "ORR 31.7% of 104" + string.Concat(Enumerable.Repeat(" | and another", 200));

        var mail = await ComposeAsync(AlertSamples.Alert(AlertSamples.OrrRevised with { Quote = row }));
        var quote = Page(mail).QuerySelector("blockquote")!.TextContent;

        Assert.Contains("ORR 31.7% of 104", quote, StringComparison.Ordinal);
        Assert.InRange(quote.Length, 400, 600);
        Assert.StartsWith("…", quote, StringComparison.Ordinal);
        Assert.EndsWith("…", quote, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Achieved_milestone_is_measured_against_the_last_and_the_first_guidance()
    {
        var change = AlertSamples.Accepted with
        {
            Before = AlertSamples.Event(MilestoneCode.Acceptance, "2022-07-01", "2022-09-30"),
            Course = new(new(2022, 1, 1), new(2022, 3, 31), 1, 120, Punctuality.Late, Punctuality.OnTime),
        };

        Assert.Contains("   Q3 2022 → 28 Jul 2022\n   on time, late against the first guidance\n", (await ComposeAsync(AlertSamples.Alert(change))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Achieved_milestone_that_was_never_announced_has_its_day() =>
        Assert.Contains("BLA accepted\n   28 Jul 2022\n", (await ComposeAsync(AlertSamples.Alert(AlertSamples.Accepted))).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Acceptance_time_is_shown_as_New_York_reads_it_whatever_its_offset()
    {
        var alert = AlertSamples.Alert(AlertSamples.Accepted) with { Filing = AlertSamples.Filing with { FiledAt = AlertSamples.Filing.FiledAt!.Value.ToUniversalTime() } };

        Assert.Contains("filed 3 Aug 2022, 16:05 ET", (await ComposeAsync(alert)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outbox_writes_a_message_once_and_leaves_it_alone_after()
    {
        using var folder = new TempFolder();
        var outbox = new EmlOutbox(folder["outbox"]);
        var mail = await ComposeAsync(AlertSamples.Alert(AlertSamples.ToplineDelayed));

        Assert.IsType<DeliveryResult.Delivered>(await outbox.SendAsync(mail, CancellationToken.None));
        await outbox.SendAsync(mail with { Text = "another text" }, CancellationToken.None);

        var file = Assert.Single(Directory.GetFiles(folder["outbox"]));
        Assert.Equal($"2022-08-03-{mail.Id}.eml", Path.GetFileName(file));
        Assert.Equal(EmlWriter.Write(mail), await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task Outbox_that_cannot_be_written_is_tried_again_with_the_reason()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["outbox"], "a file where the folder should be");

        var result = await new EmlOutbox(folder["outbox"]).SendAsync(await ComposeAsync(AlertSamples.Alert(AlertSamples.ToplineDelayed)), CancellationToken.None);

        Assert.Contains(folder["outbox"], Assert.IsType<DeliveryResult.Retry>(result).Reason, StringComparison.Ordinal);
    }

    private static Task<EmailMessage> ComposeAsync(Alert alert) => new AlertEmail(AlertSamples.Options).ComposeAsync(alert, "ana@example.com");

    private static AngleSharp.Html.Dom.IHtmlDocument Page(EmailMessage mail) => new HtmlParser().ParseDocument(mail.Html);
}
