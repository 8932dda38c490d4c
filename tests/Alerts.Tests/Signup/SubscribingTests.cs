using System.Net.Http.Headers;
using System.Text;
using Alerts.Records;
using Alerts.Signup;
using Alerts.Subscriptions;
using AngleSharp;

namespace Alerts.Tests.Signup;

public sealed class SubscribingTests
{
    [Fact]
    public async Task Form_asks_a_stranger_by_mail_and_their_confirmation_subscribes_them()
    {
        await using var desk = await Desk.OpenAsync();

        var (status, text) = await desk.SubscribeAsync(
            Desk.Address, ("companies", "imgn, 1178670"), ("kinds", "milestone"), ("kinds", "financial"), ("programs", "mirvetuximab, SORAYA"), ("confidence", "0.8"), ("cadence", "daily"));

        Assert.Equal(202, status);
        Assert.Contains("Look into your mailbox", text, StringComparison.Ordinal);
        Assert.Equal(SubscriberState.Pending, (await desk.KnownAsync())!.State);
        var mail = Assert.Single(desk.Mails);
        Assert.Equal((Desk.Address, "Confirm your subscription to alerts"), (mail["To"], mail["Subject"]));

        var (_, asked) = await desk.GetAsync(desk.Link());
        Assert.Contains("changes of IMGN and 0001178670; milestones and financial guidance; about mirvetuximab and SORAYA; confidence 0.8 or more; once a day", asked, StringComparison.Ordinal);
        Assert.Equal(SubscriberState.Pending, (await desk.KnownAsync())!.State);

        Assert.Equal(200, (await desk.PostAsync(desk.Link())).Status);
        var reader = (await desk.KnownAsync())!;
        Assert.Equal((SubscriberState.Confirmed, Cadence.Daily, 0.8), (reader.State, reader.Cadence, reader.Rule.MinimumConfidence));
        Assert.Equal(["IMGN", "0001178670"], reader.Watchlist);
        Assert.Equal([ChangeKind.Milestone, ChangeKind.Financial], reader.Rule.Kinds);
        Assert.Equal(["mirvetuximab", "SORAYA"], reader.Rule.Programs);
        Assert.Null(reader.Request);
    }

    [Fact]
    public async Task Empty_form_but_for_the_address_asks_for_everything()
    {
        await using var desk = await Desk.OpenAsync();

        await desk.SubscribeAsync();
        await desk.PostAsync(desk.Link());

        var reader = (await desk.KnownAsync())!;
        Assert.Empty(reader.Watchlist);
        Assert.Empty(reader.Rule.Kinds);
        Assert.Equal((Cadence.Immediate, SubscriptionRule.DefaultMinimumConfidence), (reader.Cadence, reader.Rule.MinimumConfidence));
    }

    [Fact]
    public async Task Program_subscribes_by_JSON_and_is_told_in_JSON()
    {
        await using var desk = await Desk.OpenAsync();

        var (status, text) = await desk.PostAsync("/subscribe", Json("""{"email":"ana@example.com","watchlist":["IMGN"],"rule":{"codes":["ORR"]},"cadence":"weekly"}"""));

        Assert.Equal(202, status);
        Assert.Contains("\"message\"", text, StringComparison.Ordinal);
        var request = (await desk.KnownAsync())!.Request!;
        Assert.Equal(("IMGN", "ORR", Cadence.Weekly), (request.Watchlist[0], request.Rule.Codes[0], request.Cadence));
    }

    [Theory]
    [InlineData("email", "nobody", "is not an e-mail address")]
    [InlineData("companies", "IMGN, 12345678901", "is neither a CIK")]
    [InlineData("companies", "IMGN AAPL", "Not watched here: AAPL.")]
    [InlineData("confidence", "high", "least confidence &quot;high&quot; is no number")]
    [InlineData("confidence", "1.5", "expected a number from 0 to 1")]
    [InlineData("programs", "---", "names no program")]
    [InlineData("kinds", "rumours", "expected data, milestone, financial")]
    [InlineData("cadence", "hourly", "expected immediate, daily, weekly")]
    public async Task What_cannot_work_is_said_by_name_above_the_form_as_it_was_typed(string name, string value, string said)
    {
        await using var desk = await Desk.OpenAsync();

        (string Name, string Value)[] typed = [("email", "typed@example.com"), ("programs", "typed program")];
        var (status, text) = await desk.PostAsync("/subscribe", [.. typed.Where(field => field.Name != name), (name, value)]);

        Assert.Equal(400, status);
        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Contains(name == "programs" ? "typed@example.com" : "typed program", text, StringComparison.Ordinal);
        Assert.Empty(await desk.Subscribers.ListAsync(Desk.Never).ToListAsync());
        Assert.False(await desk.IsQueuedAsync());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1")]
    [InlineData("""{"email":"ana@example.com","webhook":"https://example.com/hook"}""")]
    [InlineData("""{"email":"ana@example.com","watchlist":[null]}""")]
    [InlineData("""{"email":"ana@example.com","rule":{"programs":null}}""")]
    [InlineData("""{"email":"ana@example.com","rule":{"kinds":["rumours"]}}""")]
    [InlineData("""{"email":"nobody"}""")]
    public async Task JSON_that_cannot_work_is_refused_with_the_reason(string json)
    {
        await using var desk = await Desk.OpenAsync();

        var (status, text) = await desk.PostAsync("/subscribe", Json(json));

        Assert.Equal(400, status);
        Assert.Contains("\"problems\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_markup_is_shown_and_never_run()
    {
        await using var desk = await Desk.OpenAsync();

        var (_, text) = await desk.PostAsync("/subscribe", ("email", "\"><script>alert(1)</script>"), ("companies", "</textarea><script>"), ("programs", "' onfocus='x"));

        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
        Assert.Contains("&lt;/textarea&gt;&lt;script&gt;", text, StringComparison.Ordinal);
        Assert.DoesNotContain("' onfocus", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_needs_no_script_nothing_from_elsewhere_and_labels_every_field()
    {
        await using var desk = await Desk.OpenAsync();

        var (status, text) = await desk.GetAsync("/subscribe");

        Assert.Equal(200, status);
        using var page = await BrowsingContext.New().OpenAsync(response => response.Content(text));
        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, [src]"));
        Assert.Contains("ALNY, Inc. (ALNY)", page.Body!.TextContent, StringComparison.Ordinal);
        foreach (var field in page.QuerySelectorAll("input, textarea"))
            Assert.NotNull(page.QuerySelector($"label[for='{field.Id}']"));
        foreach (var described in page.QuerySelectorAll("[aria-describedby]"))
            Assert.NotNull(page.GetElementById(described.GetAttribute("aria-describedby")!));
    }

    [Fact]
    public async Task Nothing_that_a_stranger_may_write_freely_is_mailed()
    {
        await using var desk = await Desk.OpenAsync();

        await desk.SubscribeAsync(Desk.Address, ("programs", "win a prize at prizes.example, http://prizes.example"));

        Assert.All(Assert.Single(desk.Mails).Parts(), part => Assert.DoesNotContain("prize", part.Text, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("about 2 programs", desk.Mails[0].Parts()[0].Text, StringComparison.Ordinal);
        Assert.Contains("win a prize", (await desk.GetAsync(desk.Link())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_that_are_too_large_or_of_another_type_are_refused_unread()
    {
        await using var desk = await Desk.OpenAsync();
        using var chunked = new StreamContent(new MemoryStream(new byte[SignupPages.LongestBody + 1]));
        chunked.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");

        Assert.Equal(413, (await desk.PostAsync("/subscribe", ("email", new string('a', SignupPages.LongestBody)))).Status);
        Assert.Equal(413, (await desk.PostAsync("/subscribe", chunked)).Status);
        Assert.Equal(415, (await desk.PostAsync("/subscribe", new StringContent("email=ana@example.com", Encoding.UTF8, "text/plain"))).Status);
        Assert.Equal(415, (await desk.PostAsync("/subscribe", new ByteArrayContent([]))).Status);
    }

    [Fact]
    public async Task Operator_can_close_the_page()
    {
        await using var desk = await Desk.OpenAsync(perHour: 0);

        Assert.Equal(404, (await desk.GetAsync("/subscribe")).Status);
        Assert.Equal(404, (await desk.SubscribeAsync()).Status);
        Assert.Null(await desk.KnownAsync());
    }

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");
}
