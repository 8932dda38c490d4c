using System.Text;
using Alerts.Delivery;
using Alerts.Local;
using Alerts.Pipeline;
using Alerts.Storage;
using Alerts.Subscriptions;

namespace Alerts.Tests.Pipeline;

public sealed class AlertingTests
{
    private const string Soraya = "0000855654-21-900014";
    private static readonly FilingKey SorayaKey = new(Machine.Cik, Soraya);
    private static readonly Occasion SorayaOccasion = new(Machine.Cik, Soraya);

    [Fact]
    public async Task What_was_accepted_before_the_company_was_watched_alerts_nobody()
    {
        await using var machine = await Machine.StartAsync("2021-12-01");
        await machine.SubscribeAsync();
        await machine.WatchAsync();

        await machine.WorkAsync();

        Assert.Equal(15, (await machine.ArchiveAsync()).Count);
        Assert.Empty(machine.Mails);
    }

    [Fact]
    public async Task What_is_accepted_while_the_company_is_watched_alerts_once()
    {
        await using var machine = await Machine.StartAsync("2021-11-29");
        await machine.SubscribeAsync();
        await machine.WatchAsync();
        await machine.WorkAsync();
        machine.Clock.Set(Machine.Day("2021-12-01"));

        await machine.WorkAsync();
        await machine.Get<ParseFiling>().RunAsync(SorayaKey, Machine.Never);
        await machine.Get<SendAlerts>().RunAsync(SorayaOccasion, Machine.Never);
        await machine.Get<Reconcile>().RunAsync(null, Machine.Never);
        await machine.WorkAsync();

        var mail = await File.ReadAllTextAsync(Assert.Single(machine.Mails));
        Assert.Contains("SORAYA", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_accepted_too_long_before_it_was_seen_is_history()
    {
        await using var machine = await Machine.StartAsync("2021-11-29");
        await machine.SubscribeAsync();
        await machine.WatchAsync();
        await machine.WorkAsync();
        machine.Clock.Set(Machine.Day("2021-12-10"));

        await machine.WorkAsync();

        Assert.Empty(machine.Mails);
        Assert.False((await machine.Get<FilingStore>().GetAsync(SorayaKey, Machine.Never))!.IsLive);
    }

    [Fact]
    public async Task Order_and_repetition_of_parsing_leave_the_same_rows()
    {
        await using var machine = await Machine.StartAsync("2024-03-01");
        await machine.WatchAsync();
        await machine.WorkAsync();
        var rows = await machine.RowsAsync();

        foreach (var name in (await machine.ArchiveAsync()).AsEnumerable().Reverse())
            await machine.Get<ParseFiling>().RunAsync(new FilingKey(Machine.Cik, name), Machine.Never);

        Assert.Equal(rows, await machine.RowsAsync());
    }

    [Fact]
    public async Task Backfill_from_the_newest_to_the_oldest_leaves_the_same_rows()
    {
        await using var inOrder = await Machine.StartAsync("2024-03-01");
        await inOrder.WatchAsync();
        await inOrder.WorkAsync();
        await using var backwards = await Machine.StartAsync("2024-03-01");
        await backwards.WatchAsync();
        await backwards.PollAsync();

        foreach (var name in (await backwards.ArchiveAsync()).AsEnumerable().Reverse())
            await backwards.Get<ParseFiling>().RunAsync(new FilingKey(Machine.Cik, name), Machine.Never);
        await backwards.Get<RaiseLapses>().RunAsync(Machine.Never);

        Assert.Equal(await inOrder.RowsAsync(), await backwards.RowsAsync());
    }

    [Fact]
    public async Task Alerts_wait_until_the_history_that_they_are_held_against_is_read()
    {
        await using var machine = await Machine.StartAsync("2021-11-29");
        await machine.SubscribeAsync();
        await machine.WatchAsync();
        machine.Clock.Set(Machine.Day("2021-12-01"));
        await machine.PollAsync();
        await machine.Get<ParseFiling>().RunAsync(SorayaKey, Machine.Never);

        Assert.NotNull(await machine.Get<SendAlerts>().RunAsync(SorayaOccasion, Machine.Never));
        await machine.Get<Reconcile>().RunAsync(null, Machine.Never);

        Assert.Null(await machine.Get<SendAlerts>().RunAsync(SorayaOccasion, Machine.Never));
    }

    [Fact]
    public async Task Crash_between_the_log_and_the_queue_is_made_good_by_repeating_the_step()
    {
        await using var machine = await LiveAsync();
        var subscriber = await machine.SubscribeAsync();
        await machine.Get<SendAlerts>().RunAsync(SorayaOccasion, Machine.Never);
        Assert.Equal(1, await machine.QueuedAsync(Queues.Deliveries));
        // The entry is there, the message was lost.
        var filing = await machine.Get<FilingStore>().GetAsync(SorayaKey, Machine.Never);
        await machine.Get<ITableStore>().DeleteAsync(FilingStore.Table, Machine.Cik, Soraya, Machine.Never);
        await machine.Get<FilingStore>().PutAsync(filing! with { Alerted = null }, Machine.Never);

        await machine.Get<SendAlerts>().RunAsync(SorayaOccasion, Machine.Never);

        Assert.Equal(1, await machine.QueuedAsync(Queues.Deliveries));
        var entry = await machine.Get<DeliveryLog>().GetAsync(new DeliveryKey(SorayaOccasion.ToString(), subscriber.Id), Machine.Never);
        Assert.Equal(DeliveryState.Pending, entry!.State);
    }

    [Fact]
    public async Task Reconciliation_asks_again_for_what_was_lost_on_the_way()
    {
        await using var machine = await LiveAsync();
        await machine.SubscribeAsync();
        Assert.Equal(1, await machine.QueuedAsync(Queues.Alerts));

        var alerts = await machine.Get<Reconcile>().RunAsync(null, Machine.Never);
        machine.Clock.Set(machine.Clock.GetUtcNow().AddMinutes(10));
        await machine.Get<Worker>().DrainAsync(new Machine.Silent(), Machine.Never);

        Assert.Equal(1, alerts.Requeued);
        Assert.Single(machine.Mails);
        Assert.Equal(0, (await machine.Get<Reconcile>().RunAsync(null, Machine.Never)).Requeued);
    }

    [Fact]
    public async Task Reconciliation_asks_again_for_deliveries_whose_messages_were_lost()
    {
        await using var machine = await LiveAsync();
        await machine.SubscribeAsync();
        await machine.Get<SendAlerts>().RunAsync(SorayaOccasion, Machine.Never);
        Assert.Equal(1, await machine.QueuedAsync(Queues.Deliveries));

        var report = await machine.Get<Reconcile>().RunAsync(null, Machine.Never);

        Assert.Equal(1, report.Requeued);
    }

    [Fact]
    public async Task Reconciliation_processes_what_has_no_row_and_what_an_older_version_has_read()
    {
        await using var machine = await Machine.StartAsync("2022-01-01");
        await machine.WatchAsync();
        await machine.PollAsync();

        var first = await machine.Get<Reconcile>().RunAsync(null, Machine.Never);
        var filing = await machine.Get<FilingStore>().GetAsync(SorayaKey, Machine.Never);
        await machine.Get<FilingStore>().PutAsync(filing! with { Version = 0 }, Machine.Never);
        var second = await machine.Get<Reconcile>().RunAsync(null, Machine.Never);

        Assert.Equal("16 expected, 16 processed, 0 missed", first.ToString());
        Assert.Equal((16, 1), (first.Repaired, second.Repaired));
    }

    [Fact]
    public async Task Alert_whose_quote_no_longer_stands_in_the_archived_filing_is_not_sent()
    {
        await using var machine = await LiveAsync();
        var subscriber = await machine.SubscribeAsync(rule: new SubscriptionRule { Codes = ["DOR"] });
        await machine.Get<SendAlerts>().RunAsync(SorayaOccasion, Machine.Never);
        // Somebody edits the archived text; the length stays, so the store itself sees no damage.
        var file = Path.Combine(machine.Folder, "blobs", FilingArchive.Container, SorayaKey.BlobName);
        var text = await File.ReadAllTextAsync(file, Encoding.Latin1);
        await File.WriteAllTextAsync(file, text.Replace("5.9", "9.5", StringComparison.Ordinal), Encoding.Latin1);

        await machine.Get<Worker>().DrainAsync(new Machine.Silent(), Machine.Never);

        var entry = await machine.Get<DeliveryLog>().GetAsync(new DeliveryKey(SorayaOccasion.ToString(), subscriber.Id), Machine.Never);
        Assert.Equal(DeliveryState.Suppressed, entry!.State);
        Assert.Empty(machine.Mails);
    }

    [Fact]
    public async Task Subscribers_get_what_their_rule_asks_for_and_nobody_else_gets_anything()
    {
        await using var machine = await LiveAsync();
        await machine.SubscribeAsync("orr@example.com", new SubscriptionRule { Codes = ["ORR"] });
        await machine.SubscribeAsync("cash@example.com", new SubscriptionRule { Codes = ["CASH"] });
        await machine.SubscribeAsync("item@example.com", new SubscriptionRule { Items = ["2.02"] });

        await machine.Get<Worker>().DrainAsync(new Machine.Silent(), Machine.Never);

        Assert.Contains("orr@example.com", await File.ReadAllTextAsync(Assert.Single(machine.Mails)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Window_that_lapses_alerts_once_on_the_day_after_a_month_of_silence()
    {
        await using var machine = await Machine.StartAsync("2012-08-26");
        await machine.SubscribeAsync();
        await machine.WatchAsync();
        await machine.WorkAsync();
        machine.Clock.Set(Machine.Day("2012-08-28"));
        await machine.WorkAsync();
        var before = machine.Mails.Count;
        var day = await machine.Get<Alerts.History.HistoryStore>().NextLapseAsync(Machine.Cik, Machine.Never);

        machine.Clock.Set(new DateTimeOffset(day!.Value, new TimeOnly(9, 0), TimeSpan.Zero));
        await machine.WorkAsync();
        await machine.WorkAsync();

        Assert.Equal(before + 1, machine.Mails.Count);
        Assert.Contains("overdue", await File.ReadAllTextAsync(machine.Mails[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lapse_that_the_clock_finds_late_alerts_nobody()
    {
        await using var machine = await Machine.StartAsync("2012-08-26");
        await machine.SubscribeAsync();
        await machine.WatchAsync();
        machine.Clock.Set(Machine.Day("2012-08-28"));
        await machine.WorkAsync();
        var before = machine.Mails.Count;

        machine.Clock.Set(Machine.Day("2013-02-20"));
        await machine.WorkAsync();

        Assert.Equal(before, machine.Mails.Count);
    }

    /// <summary>A machine on which SORAYA's filing has arrived live and been parsed; its alerts are still to be made.</summary>
    private static async Task<Machine> LiveAsync()
    {
        var machine = await Machine.StartAsync("2021-11-29");
        await machine.WatchAsync();
        await machine.WorkAsync();
        machine.Clock.Set(Machine.Day("2021-12-01"));
        await machine.Get<Worker>().PollAsync(new Machine.Silent(), Machine.Never);
        return machine;
    }
}
