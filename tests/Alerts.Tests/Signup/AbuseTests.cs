using Alerts.Signup;
using Alerts.Storage;
using Alerts.Subscriptions;

namespace Alerts.Tests.Signup;

public sealed class AbuseTests
{
    [Fact]
    public async Task Answer_is_the_same_whether_or_not_the_address_is_known()
    {
        await using var desk = await Desk.OpenAsync();
        foreach (var (name, state, suppressed) in new[]
        {
            ("confirmed", SubscriberState.Confirmed, false), ("pending", SubscriberState.Pending, false), ("left", SubscriberState.Unsubscribed, false), ("refused", SubscriberState.Unsubscribed, true),
        })
        {
            var known = Subscriber.ForEmail($"{name}@example.com", desk.Time.GetUtcNow()) with { State = state, IsSuppressed = suppressed };
            await desk.Subscribers.AddAsync(known, Desk.Never);
        }

        var answers = new List<(int, string)>();
        foreach (var name in new[] { "unknown", "confirmed", "pending", "left", "refused", "unknown" })
        {
            var (status, text) = await desk.SubscribeAsync($"{name}@example.com");
            answers.Add((status, text.Replace(name + "@", "NAME@", StringComparison.Ordinal)));
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Address_is_asked_once_in_24_hours_and_the_first_request_stands()
    {
        await using var desk = await Desk.OpenAsync();

        await desk.SubscribeAsync(Desk.Address, ("companies", "IMGN"));
        for (var again = 0; again < 5; again++)
            await desk.SubscribeAsync("ANA@example.com", ("companies", "ALNY"));
        Assert.Single(desk.Mails);
        Assert.Equal(["IMGN"], (await desk.KnownAsync())!.Request!.Watchlist);

        desk.Time.Advance(RequestSubscription.BetweenMails);
        await desk.SubscribeAsync(Desk.Address, ("companies", "ALNY"));
        Assert.Equal(2, desk.Mails.Count);
        Assert.Equal(["ALNY"], (await desk.KnownAsync())!.Request!.Watchlist);
    }

    [Fact]
    public async Task Confirming_or_leaving_does_not_let_a_stranger_ask_again_within_24_hours()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SubscribeAsync();
        await desk.PostAsync(desk.Link());

        await desk.SubscribeAsync();
        await desk.Subscribers.UpdateAsync(Subscriber.IdOfEmail(Desk.Address), known => known.Leave("Asked."), Desk.Never);
        await desk.SubscribeAsync();

        Assert.Single(desk.Mails);
    }

    [Fact]
    public async Task Mailbox_behind_many_addresses_is_asked_three_times_a_day()
    {
        await using var desk = await Desk.OpenAsync();

        foreach (var address in new[] { "ana@example.com", "ana+1@example.com", "a.na@example.com", "ana+2@example.com", "An.A+3@example.com" })
            Assert.Equal(202, (await desk.SubscribeAsync(address)).Status);
        Assert.Equal(SignupLimits.PerMailbox, desk.Mails.Count);

        await desk.SubscribeAsync("ana@example.org");
        Assert.Equal(SignupLimits.PerMailbox + 1, desk.Mails.Count);
    }

    [Fact]
    public async Task Installation_takes_so_many_requests_an_hour_and_no_more()
    {
        await using var desk = await Desk.OpenAsync(perHour: 3);

        for (var number = 0; number < 3; number++)
            Assert.Equal(202, (await desk.SubscribeAsync($"reader{number}@example.com")).Status);
        var (status, text) = await desk.SubscribeAsync("reader3@example.com");
        Assert.Equal(429, status);
        Assert.Contains("reader3@example.com", text, StringComparison.Ordinal);
        // A known address is refused in the same way.
        Assert.Equal(429, (await desk.SubscribeAsync("reader0@example.com")).Status);
        Assert.Equal(3, desk.Mails.Count);
        Assert.Null(await desk.KnownAsync("reader3@example.com"));

        desk.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(202, (await desk.SubscribeAsync("reader3@example.com")).Status);
    }

    [Fact]
    public async Task Requests_at_the_same_time_are_all_counted()
    {
        await using var desk = await Desk.OpenAsync(perHour: 10);
        var limits = desk.Get<SignupLimits>();

        var taken = await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => Task.Run(() => limits.TakeRequestAsync(desk.Time.GetUtcNow(), Desk.Never))));

        Assert.Equal(10, taken.Count(one => one));
    }

    [Fact]
    public async Task Program_that_fills_in_the_unseen_field_is_thanked_and_does_nothing()
    {
        await using var desk = await Desk.OpenAsync();

        Assert.Equal(202, (await desk.SubscribeAsync(Desk.Address, ("website", "http://spam.example"))).Status);

        Assert.Null(await desk.KnownAsync());
    }

    [Fact]
    public async Task Alerts_of_a_confirmed_subscriber_stay_as_they_are_until_the_new_request_is_confirmed()
    {
        await using var desk = await Desk.OpenAsync();
        var reader = Subscriber.ForEmail(Desk.Address, desk.Time.GetUtcNow()) with { State = SubscriberState.Confirmed, Watchlist = ["IMGN"] };
        await desk.Subscribers.AddAsync(reader, Desk.Never);

        await desk.SubscribeAsync(Desk.Address, ("companies", "ALNY"), ("kinds", "data"));

        var known = (await desk.KnownAsync())!;
        Assert.Equal(SubscriberState.Confirmed, known.State);
        Assert.Equal(["IMGN"], known.Watchlist);
        Assert.Empty(known.Rule.Kinds);
        Assert.Contains("stay as they are", desk.Mails[0].Parts()[0].Text, StringComparison.Ordinal);
        await desk.PostAsync(desk.Link());
        Assert.Equal(["ALNY"], (await desk.KnownAsync())!.Watchlist);
    }

    [Fact]
    public async Task Who_left_comes_back_by_confirming_and_not_before()
    {
        await using var desk = await Desk.OpenAsync();
        var left = Subscriber.ForEmail(Desk.Address, desk.Time.GetUtcNow()) with { State = SubscriberState.Unsubscribed, StateReason = "Asked." };
        await desk.Subscribers.AddAsync(left, Desk.Never);

        await desk.SubscribeAsync();
        Assert.Equal(SubscriberState.Unsubscribed, (await desk.KnownAsync())!.State);

        await desk.PostAsync(desk.Link());
        var back = (await desk.KnownAsync())!;
        Assert.Equal((SubscriberState.Confirmed, null), (back.State, back.StateReason));
    }

    [Fact]
    public async Task Owner_who_never_asked_can_stop_all_mail_by_the_link()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SubscribeAsync();
        var stop = new Uri(desk.Mails[0]["List-Unsubscribe"].Trim('<', '>')).AbsolutePath;

        Assert.Equal(200, (await desk.PostAsync(stop)).Status);

        Assert.Equal(404, (await desk.PostAsync(desk.Link())).Status);
        desk.Time.Advance(TimeSpan.FromDays(2));
        await desk.SubscribeAsync();
        Assert.Single(desk.Mails);
        Assert.True((await desk.KnownAsync())!.IsSuppressed);
    }

    [Fact]
    public async Task Confirmed_subscriber_who_leaves_by_the_link_can_come_back()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SubscribeAsync();
        await desk.PostAsync(desk.Link());

        await desk.PostAsync(new Uri(desk.Mails[0]["List-Unsubscribe"].Trim('<', '>')).AbsolutePath);

        Assert.Equal((SubscriberState.Unsubscribed, false), ((await desk.KnownAsync())!.State, (await desk.KnownAsync())!.IsSuppressed));
    }

    [Fact]
    public async Task Counters_of_days_gone_by_are_removed()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SubscribeAsync();
        desk.Time.Advance(TimeSpan.FromDays(3));
        await desk.SubscribeAsync("bo@example.com");

        await desk.ReconcileAsync();

        Assert.Equal(2, await desk.Get<ITableStore>().QueryAsync(SignupLimits.Table, "counters", null, null, Desk.Never).CountAsync());
    }
}
