using Alerts.Delivery;
using Alerts.Pipeline;
using Alerts.Storage;
using Alerts.Subscriptions;

namespace Alerts.Tests.Signup;

public sealed class ConfirmingTests
{
    [Fact]
    public async Task Confirming_twice_is_confirming_once()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SubscribeAsync();
        var first = await desk.PostAsync(desk.Link());
        await desk.Subscribers.UpdateAsync(Subscriber.IdOfEmail(Desk.Address), known => known with { Watchlist = ["ALNY"] }, Desk.Never);

        var second = await desk.PostAsync(desk.Link());
        var opened = await desk.GetAsync(desk.Link());

        Assert.Equal(first, second);
        Assert.Equal(first, opened);
        Assert.Equal(["ALNY"], (await desk.KnownAsync())!.Watchlist);
    }

    [Fact]
    public async Task Used_link_does_not_bring_back_who_left_since()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SubscribeAsync();
        await desk.PostAsync(desk.Link());
        await desk.Subscribers.UpdateAsync(Subscriber.IdOfEmail(Desk.Address), known => known.Leave("Asked."), Desk.Never);

        Assert.Equal(404, (await desk.PostAsync(desk.Link())).Status);
        Assert.Equal(SubscriberState.Unsubscribed, (await desk.KnownAsync())!.State);
    }

    [Fact]
    public async Task Link_works_for_seven_days_and_says_so_afterwards()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SubscribeAsync();

        desk.Time.Advance(SubscriptionRequest.ValidFor - TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await desk.GetAsync(desk.Link())).Status);
        desk.Time.Advance(TimeSpan.FromSeconds(1));

        var (status, text) = await desk.PostAsync(desk.Link());
        Assert.Equal(404, status);
        Assert.Contains("older than 7 days", text, StringComparison.Ordinal);
        Assert.Equal(404, (await desk.GetAsync(desk.Link())).Status);
        Assert.Equal(SubscriberState.Pending, (await desk.KnownAsync())!.State);
    }

    [Fact]
    public async Task Forged_links_confirm_nothing()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SubscribeAsync();
        var reader = (await desk.KnownAsync())!;
        var options = desk.Get<DeliveryOptions>();
        var token = desk.Link().Split('.')[^1];

        foreach (var code in new[]
        {
            "x", $"{reader.Id}.", $"{reader.Id}.AAAAAAAAAAAA", $"abcdefgh2345.{token}", $"{reader.Id}.{token}.x", $"{reader.Id}.{token[..^1]}",
            // For another purpose, and for another moment.
            options.UnsubscribeUrl(reader.Id).Segments[^1], options.ConfirmationUrl(reader.Id, reader.Request!.At.AddSeconds(1)).Segments[^1],
        })
        {
            Assert.Equal(404, (await desk.PostAsync("/c/" + code)).Status);
        }

        Assert.Equal(404, (await desk.PostAsync("/u/" + desk.Link().Split('/')[^1])).Status);
        Assert.Equal(SubscriberState.Pending, (await desk.KnownAsync())!.State);
    }

    [Fact]
    public async Task Later_request_takes_the_place_of_the_one_before()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SubscribeAsync(Desk.Address, ("companies", "IMGN"));
        var first = desk.Link();
        desk.Time.Advance(TimeSpan.FromHours(24));
        await desk.SubscribeAsync(Desk.Address, ("companies", "ALNY"));

        Assert.Equal(404, (await desk.PostAsync(first)).Status);
        Assert.Equal(200, (await desk.PostAsync(desk.Link())).Status);
        Assert.Equal(["ALNY"], (await desk.KnownAsync())!.Watchlist);
    }

    [Fact]
    public async Task Crash_after_storing_the_request_is_repaired_by_the_daily_pass()
    {
        await using var desk = await Desk.OpenAsync();
        var now = desk.Time.GetUtcNow();
        await desk.Subscribers.AddAsync(Subscriber.ForEmail(Desk.Address, now) with { Request = new() { At = now }, Requested = now }, Desk.Never);

        Assert.Equal(1, (await desk.ReconcileAsync()).Requeued);
        await desk.WorkAsync();
        await desk.ReconcileAsync();
        await desk.WorkAsync();

        Assert.Single(desk.Mails);
        Assert.Equal(DeliveryState.Sent, (await desk.DeliveryAsync())!.State);
    }

    [Fact]
    public async Task Crash_after_storing_the_request_is_repaired_by_asking_again()
    {
        await using var desk = await Desk.OpenAsync();
        var now = desk.Time.GetUtcNow();
        await desk.Subscribers.AddAsync(Subscriber.ForEmail(Desk.Address, now) with { Request = new() { At = now }, Requested = now }, Desk.Never);

        await desk.SubscribeAsync();
        await desk.SubscribeAsync();

        Assert.Single(desk.Mails);
    }

    [Fact]
    public async Task Crash_after_adding_the_delivery_is_repaired()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.PostAsync("/subscribe", ("email", Desk.Address));
        var queue = desk.Get<IQueueReceiver>();
        await queue.DeleteAsync(Queues.Deliveries, (await queue.ReceiveAsync(Queues.Deliveries, TimeSpan.FromMinutes(1), Desk.Never))!, Desk.Never);

        await desk.WorkAsync();
        Assert.Empty(desk.Mails);
        await desk.ReconcileAsync();
        await desk.WorkAsync();

        Assert.Single(desk.Mails);
    }

    [Fact]
    public async Task Mail_that_waits_for_its_next_try_is_not_asked_for_again()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SubscribeAsync();
        var entry = (await desk.DeliveryAsync())! with { State = DeliveryState.Pending, NotBefore = desk.Time.GetUtcNow().AddMinutes(5) };
        await desk.Get<DeliveryLog>().ReplaceAsync(entry, Desk.Never);

        await desk.PostAsync("/subscribe", ("email", Desk.Address));

        Assert.False(await desk.IsQueuedAsync());
        Assert.Equal(0, (await desk.ReconcileAsync()).Requeued);
    }

    [Theory]
    [InlineData("confirmed")]
    [InlineData("withdrawn")]
    [InlineData("expired")]
    [InlineData("suppressed")]
    public async Task Mail_is_not_sent_once_nothing_is_left_to_confirm(string what)
    {
        await using var desk = await Desk.OpenAsync();
        await desk.PostAsync("/subscribe", ("email", Desk.Address));
        var asked = (await desk.KnownAsync())!;
        var key = new DeliveryKey(ConfirmationOccasion.Of(asked.Request!), asked.Id);
        if (what == "expired")
            desk.Time.Advance(SubscriptionRequest.ValidFor);
        await desk.Subscribers.UpdateAsync(asked.Id, known => what switch
        {
            "confirmed" => known with { State = SubscriberState.Confirmed, Confirmed = known.Request!.At, Request = null },
            "withdrawn" => known.Leave("Asked."),
            "suppressed" => known with { IsSuppressed = true },
            _ => known,
        }, Desk.Never);

        await desk.WorkAsync();

        Assert.Empty(desk.Mails);
        Assert.Equal(DeliveryState.Suppressed, (await desk.Get<DeliveryLog>().GetAsync(key, Desk.Never))!.State);
    }

    [Fact]
    public async Task Mail_sent_again_after_a_crash_is_the_same_mail()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SubscribeAsync();
        var entry = (await desk.DeliveryAsync())!;
        await desk.Get<DeliveryLog>().ReplaceAsync(entry with { State = DeliveryState.Pending, Sent = null }, Desk.Never);
        var first = desk.Mails[0];

        await desk.ReconcileAsync();
        await desk.WorkAsync();

        Assert.Equal((first.Body, first["Message-ID"]), (Assert.Single(desk.Mails).Body, desk.Mails[0]["Message-ID"]));
        Assert.Equal(2, (await desk.DeliveryAsync())!.Attempts);
    }

    [Fact]
    public async Task Requests_that_nobody_confirmed_are_forgotten_and_subscriptions_are_not()
    {
        await using var desk = await Desk.OpenAsync();
        var now = desk.Time.GetUtcNow();
        await desk.Subscribers.AddAsync(Subscriber.ForEmail("bo@example.com", now) with { State = SubscriberState.Confirmed, Watchlist = ["IMGN"] }, Desk.Never);
        await desk.Subscribers.AddAsync(Subscriber.ForEmail("cy@example.com", now) with { State = SubscriberState.Unsubscribed }, Desk.Never);
        foreach (var address in new[] { Desk.Address, "bo@example.com", "cy@example.com" })
            await desk.SubscribeAsync(address);

        desk.Time.Advance(SubscriptionRequest.ValidFor - TimeSpan.FromSeconds(1));
        Assert.Equal(0, (await desk.ReconcileAsync()).Expired);
        desk.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(3, (await desk.ReconcileAsync()).Expired);

        Assert.Null(await desk.KnownAsync());
        var reader = (await desk.KnownAsync("bo@example.com"))!;
        Assert.Equal((SubscriberState.Confirmed, null, "IMGN"), (reader.State, reader.Request, Assert.Single(reader.Watchlist)));
        Assert.Equal((SubscriberState.Unsubscribed, null), ((await desk.KnownAsync("cy@example.com"))!.State, (await desk.KnownAsync("cy@example.com"))!.Request));
        Assert.Equal(0, (await desk.ReconcileAsync()).Expired);
    }

    [Fact]
    public void Token_is_bound_to_purpose_subscriber_second_and_secret()
    {
        var tokens = new SubscriberTokens("a secret of the tests, 32 characters or more");
        var at = new DateTimeOffset(2022, 8, 3, 9, 20, 0, TimeSpan.Zero);
        var token = tokens.ForConfirmation("abcdefgh2345", at);

        Assert.True(tokens.MayConfirm("abcdefgh2345", at, token));
        Assert.False(tokens.MayConfirm("abcdefgh2345", at.AddSeconds(1), token));
        Assert.False(tokens.MayConfirm("abcdefgh2346", at, token));
        Assert.False(tokens.MayUnsubscribe("abcdefgh2345", token));
        Assert.False(tokens.MayConfirm("abcdefgh2345", at, tokens.ForUnsubscribe("abcdefgh2345")));
        Assert.False(new SubscriberTokens("another secret of the tests, as long").MayConfirm("abcdefgh2345", at, token));
    }
}
