using Alerts.Delivery;
using Alerts.History;
using Alerts.Pipeline;
using Alerts.Records;
using Alerts.Storage;
using Alerts.Subscriptions;

namespace Alerts.Tests.Pipeline;

public sealed class DigestTests
{
    private const string AfterTuesday = "2026-11-18 00:20";

    private static readonly string[] Tuesday = ["ALDER-1 top line", "42%", "$75–85M"];

    [Fact]
    public async Task One_mail_tells_of_all_filings_of_a_day()
    {
        await using var news = await Newsroom.OpenAsync();
        var reader = await news.SubscribeAsync(Cadence.Daily);
        await news.TuesdayAsync();
        Assert.Empty(await news.MailsAsync());

        await news.ComeAsync(AfterTuesday);

        var mail = Assert.Single(await news.MailsAsync());
        Assert.StartsWith("2 companies, 3 changes: ", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Daily digest · 17 Nov 2026, 19:20 ET", mail.Text, StringComparison.Ordinal);
        Assert.All(Tuesday, words => Assert.Contains(words, mail.Text, StringComparison.Ordinal));
        var digest = await news.DigestAsync("2026-11-18", reader);
        Assert.Equal((DeliveryState.Sent, 3), (digest!.State, digest.Covers.Count));
        Assert.StartsWith("<" + digest.Key.AlertId, mail.MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Day_without_changes_brings_no_mail()
    {
        await using var news = await Newsroom.OpenAsync();
        await news.SubscribeAsync(Cadence.Daily);

        await news.ComeAsync("2026-11-16 23:00", "2026-11-17 00:20", "2026-11-17 11:00");

        Assert.Empty(await news.MailsAsync());
    }

    [Fact]
    public async Task Steps_that_run_again_send_nothing_more()
    {
        await using var news = await Newsroom.OpenAsync();
        await news.SubscribeAsync(Cadence.Daily);
        await news.TuesdayAsync();
        await news.ComeAsync(AfterTuesday, AfterTuesday);

        foreach (var (company, accession) in ((string, string)[])[(Newsroom.Alder, Newsroom.AlderMorning), (Newsroom.Birch, Newsroom.BirchEvening)])
            await news.Machine.Get<SendAlerts>().RunAsync(new Occasion(company, accession), Machine.Never);
        await news.Machine.Get<Reconcile>().RunAsync(null, Machine.Never);
        await news.ComeAsync("2026-11-18 01:20", "2026-11-19 00:20");

        Assert.Single(await news.MailsAsync());
        Assert.Equal(0, await news.WaitingAsync());
    }

    [Fact]
    public async Task Weekly_digest_comes_on_Monday()
    {
        await using var news = await Newsroom.OpenAsync();
        await news.SubscribeAsync(Cadence.Weekly);
        await news.TuesdayAsync();
        await news.ComeAsync(AfterTuesday, "2026-11-19 13:05", "2026-11-20 00:20", "2026-11-22 23:59");
        Assert.Empty(await news.MailsAsync());

        await news.ComeAsync("2026-11-23 00:20", "2026-11-24 00:20");

        var mail = Assert.Single(await news.MailsAsync());
        Assert.Contains("2 companies, 4 filings, 4 changes", mail.Text, StringComparison.Ordinal);
        Assert.Contains("top line delayed to Q3 2027", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weekly_digest_that_missed_its_Monday_comes_with_the_first_run_after()
    {
        await using var news = await Newsroom.OpenAsync();
        await news.SubscribeAsync(Cadence.Weekly);
        await news.TuesdayAsync();

        await news.ComeAsync("2026-11-25 15:00", "2026-11-26 15:00");

        Assert.Single(await news.MailsAsync());
    }

    [Fact]
    public async Task Timer_that_missed_days_sends_once_what_they_brought()
    {
        await using var news = await Newsroom.OpenAsync();
        await news.SubscribeAsync(Cadence.Daily);
        await news.ComeAsync("2026-11-17 12:05");
        foreach (var moment in (string[])["2026-11-17 21:35", "2026-11-19 13:05"])
        {
            // Collected, and no timer.
            news.Machine.Clock.Set(Newsroom.Moment(moment));
            foreach (var filing in (await news.Machine.PollAsync()).Archived)
                await news.Machine.Get<ParseFiling>().RunAsync(filing, Machine.Never);
            await news.DrainAsync();
        }

        Assert.Empty(await news.MailsAsync());
        await news.ComeAsync("2026-11-19 14:00", "2026-11-20 00:20");

        var mail = Assert.Single(await news.MailsAsync());
        Assert.Contains("2 companies, 4 filings, 4 changes", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_to_light_after_the_digest_of_a_day_is_told_by_the_next()
    {
        await using var news = await Newsroom.OpenAsync();
        var reader = await news.SubscribeAsync(Cadence.Daily);
        await news.ComeAsync("2026-11-17 12:05", AfterTuesday);
        Assert.Single(await news.MailsAsync());

        // Tuesday's other filings are seen on Wednesday only; one of them is collected as if before midnight.
        await news.ComeAsync("2026-11-18 00:30");
        var occasion = new Occasion(Newsroom.Birch, Newsroom.BirchEvening).ToString();
        var collected = news.Machine.Get<CollectedNews>();
        await collected.RemoveAsync(new Waiting(reader.Id, occasion, default), Machine.Never);
        await collected.AddAsync(new Waiting(reader.Id, occasion, Newsroom.Moment("2026-11-17 23:59:59")), Machine.Never);
        await news.ComeAsync("2026-11-18 01:20");
        Assert.Single(await news.MailsAsync());

        await news.ComeAsync("2026-11-19 00:20");

        Assert.Equal(2, (await news.MailsAsync()).Count);
        Assert.Equal(0, await news.WaitingAsync());
    }

    [Fact]
    public async Task Who_left_after_it_was_collected_gets_nothing_and_nothing_is_kept()
    {
        await using var news = await Newsroom.OpenAsync();
        var reader = await news.SubscribeAsync(Cadence.Daily);
        await news.TuesdayAsync();
        await LeaveAsync(news, reader);

        await news.ComeAsync(AfterTuesday);

        Assert.Empty(await news.MailsAsync());
        Assert.Equal(0, await news.WaitingAsync());
        var entry = await news.EntryAsync(Newsroom.Alder, Newsroom.AlderMorning, reader);
        Assert.Equal((DeliveryState.Suppressed, "The subscriber left."), (entry!.State, entry.LastError));
    }

    [Fact]
    public async Task Who_left_after_the_digest_was_made_gets_nothing()
    {
        await using var news = await Newsroom.OpenAsync();
        var reader = await news.SubscribeAsync(Cadence.Daily);
        await news.TuesdayAsync();
        news.Machine.Clock.Set(Newsroom.Moment(AfterTuesday));
        Assert.Equal(1, (await news.Machine.Get<SendDigests>().RunAsync(Machine.Never)).Ready);
        await LeaveAsync(news, reader);

        await news.DrainAsync();

        Assert.Empty(await news.MailsAsync());
        Assert.Equal(DeliveryState.Suppressed, (await news.DigestAsync("2026-11-18", reader))!.State);
    }

    [Fact]
    public async Task Change_whose_evidence_is_gone_is_left_out()
    {
        await using var news = await Newsroom.OpenAsync();
        await news.SubscribeAsync(Cadence.Daily);
        await news.TuesdayAsync();
        await news.RewriteAsync(Newsroom.Alder, Newsroom.AlderEvening, "42%", "44%");

        await news.ComeAsync(AfterTuesday);

        var mail = Assert.Single(await news.MailsAsync());
        Assert.Contains("2 companies, 2 filings, 2 changes", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ALDER-2", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digest_of_which_no_evidence_is_left_is_not_sent()
    {
        await using var news = await Newsroom.OpenAsync();
        var reader = await news.SubscribeAsync(Cadence.Daily, rule: new SubscriptionRule { Codes = ["ORR"] });
        await news.TuesdayAsync();
        await news.RewriteAsync(Newsroom.Alder, Newsroom.AlderEvening, "42%", "44%");

        await news.ComeAsync(AfterTuesday);

        Assert.Empty(await news.MailsAsync());
        Assert.Equal(DeliveryState.Suppressed, (await news.DigestAsync("2026-11-18", reader))!.State);
    }

    [Fact]
    public async Task Digest_tells_what_history_says_when_it_is_made()
    {
        await using var news = await Newsroom.OpenAsync();
        await news.SubscribeAsync(Cadence.Daily);
        await news.TuesdayAsync();
        // A better reading of the filing, as far as history can tell.
        await ReadAgainAsync(news);

        await news.ComeAsync(AfterTuesday);

        var mail = Assert.Single(await news.MailsAsync());
        Assert.Contains("44%", mail.Text, StringComparison.Ordinal);
        Assert.Contains("2 companies, 3 filings, 3 changes", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correction_names_the_digest_that_told_what_was_wrong()
    {
        await using var news = await Newsroom.OpenAsync();
        var reader = await news.SubscribeAsync(Cadence.Daily);
        await news.TuesdayAsync();
        await news.ComeAsync(AfterTuesday);

        await ReadAgainAsync(news);

        var corrections = new List<Change>();
        await foreach (var correction in news.Machine.Get<AlertedHistory>().CorrectionsAsync(Newsroom.Alder))
            corrections.Add(correction);
        var digest = await news.DigestAsync("2026-11-18", reader);
        Assert.Equal(digest!.Key.AlertId, Assert.Single(corrections).Corrects);
    }

    [Fact]
    public async Task What_was_collected_and_not_told_needs_no_correction()
    {
        await using var news = await Newsroom.OpenAsync();
        await news.SubscribeAsync(Cadence.Weekly);
        await news.TuesdayAsync();

        await ReadAgainAsync(news);

        await foreach (var correction in news.Machine.Get<AlertedHistory>().CorrectionsAsync(Newsroom.Alder))
            Assert.Fail(correction.Summary);
    }

    [Theory]
    [InlineData(Cadence.Weekly, Cadence.Immediate, "2026-11-17 22:00")]
    [InlineData(Cadence.Weekly, Cadence.Daily, "2026-11-18 00:20")]
    [InlineData(Cadence.Daily, Cadence.Weekly, "2026-11-23 00:20")]
    public async Task Who_changes_the_cadence_is_told_once_when_the_new_one_says(Cadence before, Cadence after, string told)
    {
        await using var news = await Newsroom.OpenAsync();
        var reader = await news.SubscribeAsync(before);
        await news.TuesdayAsync();
        await news.Machine.Get<SubscriberStore>().UpdateAsync(reader.Id, known => known with { Cadence = after }, Machine.Never);
        string[] runs = ["2026-11-17 22:00", "2026-11-18 00:20", "2026-11-23 00:20"];

        await news.ComeAsync([.. runs.TakeWhile(run => run != told)]);
        Assert.Empty(await news.MailsAsync());
        await news.ComeAsync(told);

        var mail = Assert.Single(await news.MailsAsync());
        Assert.All(Tuesday, words => Assert.Contains(words, mail.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_narrows_the_rule_is_told_what_it_still_asks_for()
    {
        await using var news = await Newsroom.OpenAsync();
        var reader = await news.SubscribeAsync(Cadence.Daily);
        await news.TuesdayAsync();
        await news.Machine.Get<SubscriberStore>().UpdateAsync(reader.Id, known => known with { Rule = new SubscriptionRule { Codes = ["REVENUE"] } }, Machine.Never);

        await news.ComeAsync(AfterTuesday);

        Assert.Contains("1 company, 1 filing, 1 change\n", Assert.Single(await news.MailsAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_subscriber_gets_a_digest_of_what_concerns_it_and_others_are_told_at_once()
    {
        await using var news = await Newsroom.OpenAsync();
        await news.SubscribeAsync(Cadence.Daily, "daily@example.com", new SubscriptionRule { Kinds = [ChangeKind.Financial] });
        await news.SubscribeAsync(Cadence.Weekly, "weekly@example.com");
        await news.SubscribeAsync(Cadence.Immediate, "immediate@example.com");

        await news.TuesdayAsync();
        await news.ComeAsync(AfterTuesday, "2026-11-23 00:20");

        var mails = await news.MailsAsync();
        Assert.Equal(3, mails.Count(mail => mail.To.Contains("immediate@", StringComparison.Ordinal)));
        Assert.Contains("1 company, 1 filing, 1 change\n", Assert.Single(mails, mail => mail.To.Contains("daily@", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
        // Thursday's filing, seen on Monday, is history.
        Assert.Contains("2 companies, 3 filings, 3 changes", Assert.Single(mails, mail => mail.To.Contains("weekly@", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reconciliation_asks_again_for_a_digest_whose_message_was_lost()
    {
        await using var news = await Newsroom.OpenAsync();
        await news.SubscribeAsync(Cadence.Daily);
        await news.TuesdayAsync();
        news.Machine.Clock.Set(Newsroom.Moment(AfterTuesday));
        await news.Machine.Get<SendDigests>().RunAsync(Machine.Never);
        Assert.Equal(1, await news.Machine.QueuedAsync(Queues.Deliveries));
        news.Machine.Clock.Set(Newsroom.Moment("2026-11-20 06:00"));

        Assert.Equal(1, (await news.Machine.Get<Reconcile>().RunAsync(null, Machine.Never)).Requeued);
        await news.DrainAsync();

        Assert.Single(await news.MailsAsync());
        Assert.Equal(0, (await news.Machine.Get<Reconcile>().RunAsync(null, Machine.Never)).Requeued);
    }

    [Fact]
    public async Task Reconciliation_puts_back_what_should_wait_for_a_digest()
    {
        await using var news = await Newsroom.OpenAsync();
        await news.SubscribeAsync(Cadence.Daily);
        await news.TuesdayAsync();
        // As after a restore: what waits is not among the tables that have to be kept.
        await foreach (var row in news.Machine.Get<ITableStore>().QueryAsync(CollectedNews.Table, "collected", null, null, Machine.Never))
            await news.Machine.Get<ITableStore>().DeleteAsync(CollectedNews.Table, row.Partition, row.Row, Machine.Never);

        Assert.Equal(3, (await news.Machine.Get<Reconcile>().RunAsync(null, Machine.Never)).Requeued);
        await news.ComeAsync(AfterTuesday);

        Assert.Contains("3 changes", Assert.Single(await news.MailsAsync()).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_at_the_same_time_tell_everything_once()
    {
        await using var news = await Newsroom.OpenAsync();
        var reader = await news.SubscribeAsync(Cadence.Daily);
        await news.TuesdayAsync();
        news.Machine.Clock.Set(Newsroom.Moment(AfterTuesday));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => news.Machine.Get<SendDigests>().RunAsync(Machine.Never))));
        await news.DrainAsync();

        Assert.Contains("2 companies, 3 filings, 3 changes", Assert.Single(await news.MailsAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Bundled, (await news.EntryAsync(Newsroom.Alder, Newsroom.AlderMorning, reader))!.State);
        Assert.Equal(0, await news.WaitingAsync());
    }

    [Fact]
    public async Task Digest_that_cannot_be_made_keeps_nobody_else_from_theirs()
    {
        await using var news = await Newsroom.OpenAsync();
        var readers = new[] { await news.SubscribeAsync(Cadence.Daily, "one@example.com"), await news.SubscribeAsync(Cadence.Daily, "two@example.com") };
        await news.TuesdayAsync();
        var broken = readers.MinBy(reader => reader.Id, StringComparer.Ordinal)!;
        var entry = await news.EntryAsync(Newsroom.Birch, Newsroom.BirchEvening, broken);
        await news.Machine.Get<DeliveryLog>().ReplaceAsync(entry! with { State = DeliveryState.Bundled, Digest = "digest:2020-01-01" }, Machine.Never);
        news.Machine.Clock.Set(Newsroom.Moment(AfterTuesday));

        var report = await news.Machine.Get<SendDigests>().RunAsync(Machine.Never);

        Assert.Equal(1, report.Ready);
        Assert.Contains("digest:2020-01-01", Assert.Single(report.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thousands_of_filings_are_told_over_several_days()
    {
        await using var news = await Newsroom.OpenAsync();
        var reader = await news.SubscribeAsync(Cadence.Daily);
        var since = Newsroom.Moment("2026-11-17 12:00");
        for (var number = 0; number < 1003; number++)
        {
            var key = new DeliveryKey(new Occasion(Newsroom.Alder, $"0001999001-26-{number:000000}").ToString(), reader.Id);
            await news.Machine.Get<DeliveryLog>().AddAsync(new DeliveryEntry { Key = key, ChangeIds = [], Created = since, State = DeliveryState.Collected }, Machine.Never);
            await news.Machine.Get<CollectedNews>().AddAsync(new Waiting(reader.Id, key.Occasion, since.AddSeconds(-number)), Machine.Never);
        }

        foreach (var day in (string[])["2026-11-18", "2026-11-19"])
        {
            news.Machine.Clock.Set(Newsroom.Moment(day + " 00:20"));
            await news.Machine.Get<SendDigests>().RunAsync(Machine.Never);
        }

        var first = await news.DigestAsync("2026-11-18", reader);
        var second = await news.DigestAsync("2026-11-19", reader);
        Assert.Equal((1000, 3), (first!.Covers.Count, second!.Covers.Count));
        Assert.Contains(first.Covers, occasion => occasion.EndsWith("001002", StringComparison.Ordinal));
        Assert.Equal(0, await news.WaitingAsync());
    }

    /// <summary>Over ImmunoGen's years, with what lapsed: who gets digests is told of the same changes as who is told at once.</summary>
    [Fact]
    public async Task Digests_tell_what_alerts_tell()
    {
        await using var machine = await Machine.StartAsync("2012-01-01");
        var atOnce = await machine.SubscribeAsync("at-once@example.com");
        var daily = await machine.SubscribeAsync("daily@example.com");
        await machine.Get<SubscriberStore>().UpdateAsync(daily.Id, known => known with { Cadence = Cadence.Daily }, Machine.Never);
        await machine.WatchAsync();
        await machine.WorkAsync();
        foreach (var accepted in machine.Edgar.AcceptanceTimes.Where(at => at > machine.Clock.GetUtcNow()).ToList())
        {
            while (await machine.Get<HistoryStore>().NextLapseAsync(Machine.Cik, Machine.Never) is { } day && new DateTimeOffset(day, new(12, 0), default) is var lapse && lapse < accepted)
                await WorkUntilNextDayAsync(lapse);
            await WorkUntilNextDayAsync(accepted.ToUniversalTime().AddMinutes(1));
        }

        var told = new Dictionary<string, List<string>> { [atOnce.Id] = [], [daily.Id] = [] };
        await foreach (var change in machine.Get<HistoryStore>().ChangesAsync(Machine.Cik))
        {
            var occasion = new Occasion(Machine.Cik, change.Filing!, change.Word == ChangeWord.Lapsed ? DateOnly.FromDateTime(change.At!.Value.UtcDateTime) : null);
            await foreach (var delivery in machine.Get<DeliveryLog>().ListAsync(occasion.ToString(), Machine.Never))
            {
                Assert.Equal(delivery.Key.SubscriberId == daily.Id ? DeliveryState.Bundled : DeliveryState.Sent, delivery.State);
                if (delivery.ChangeIds.Contains(change.Id))
                    told[delivery.Key.SubscriberId].Add(change.Id);
            }
        }

        Assert.InRange(told[atOnce.Id].Count, 100, 1000);
        Assert.Equal(told[atOnce.Id], told[daily.Id]);

        async Task WorkUntilNextDayAsync(DateTimeOffset moment)
        {
            foreach (var at in (DateTimeOffset[])[moment, moment.AddDays(1)])
            {
                machine.Clock.Set(at);
                await machine.WorkAsync();
            }
        }
    }

    private static async Task ReadAgainAsync(Newsroom news)
    {
        await news.RewriteAsync(Newsroom.Alder, Newsroom.AlderEvening, "42%", "44%");
        await news.Machine.Get<ParseFiling>().RunAsync(new FilingKey(Newsroom.Alder, Newsroom.AlderEvening), Machine.Never);
    }

    private static Task<Subscriber?> LeaveAsync(Newsroom news, Subscriber reader) => news.Machine.Get<SubscriberStore>().UpdateAsync(
        reader.Id, known => known with { State = SubscriberState.Unsubscribed }, Machine.Never);
}
