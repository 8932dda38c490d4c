using Alerts.Delivery;
using Alerts.History;
using Alerts.Pipeline;
using Alerts.Storage;
using Alerts.Subscriptions;

namespace Alerts.Tests.Pipeline;

public sealed class DigestCrashTests
{
    // More than a run of three filings writes; the last ones come to their end.
    private static readonly int[] Writes = [.. Enumerable.Range(0, 16)];

    [Theory]
    [InlineData("2026-11-18 00:20", "2026-11-18 01:20")]
    [InlineData("2026-11-18 23:59", "2026-11-19 00:20")]
    public async Task Digest_that_died_at_any_write_is_ended_by_the_next_run_with_nothing_lost_and_nothing_twice(string died, string next)
    {
        var crashes = 0;
        foreach (var writes in Writes)
        {
            await using var news = await Newsroom.OpenAsync();
            var reader = await news.SubscribeAsync(Cadence.Daily);
            await news.TuesdayAsync();
            news.Machine.Clock.Set(Newsroom.Moment(died));

            if (await DigestsDieAsync(news.Machine, writes))
                crashes++;
            await news.Machine.RestartAsync();
            await news.DrainAsync();
            await news.ComeAsync(next, "2026-11-19 10:00");

            var mail = Assert.Single(await news.MailsAsync());
            Assert.Contains("2 companies, 3 filings, 3 changes", mail.Text, StringComparison.Ordinal);
            Assert.Equal(0, await news.WaitingAsync());
            var part = await news.EntryAsync(Newsroom.Alder, Newsroom.AlderMorning, reader);
            var digest = await news.Machine.Get<DeliveryLog>().GetAsync(part!.Key with { Occasion = part.Digest! }, Machine.Never);
            Assert.Equal(DeliveryState.Sent, digest!.State);
        }

        // One entry, three parts taken and marked, the entry again, the message, three rows away.
        Assert.Equal(12, crashes);
    }

    [Fact]
    public async Task Collecting_that_died_at_any_write_is_ended_by_the_next_run()
    {
        var crashes = 0;
        foreach (var writes in (int[])[0, 1, 2, 3])
        {
            await using var news = await Newsroom.OpenAsync();
            await news.SubscribeAsync(Cadence.Daily);
            news.Machine.Clock.Set(Newsroom.Moment("2026-11-17 12:05"));
            foreach (var filing in (await news.Machine.PollAsync()).Archived)
                await news.Machine.Get<ParseFiling>().RunAsync(filing, Machine.Never);

            var occasion = new Occasion(Newsroom.Alder, Newsroom.AlderMorning);
            if (await AlertsDieAsync(news.Machine, writes, occasion))
                crashes++;
            await news.Machine.RestartAsync();
            await news.ComeAsync("2026-11-17 13:00", "2026-11-18 00:20", "2026-11-18 01:20");

            Assert.Contains("ALDER-1", Assert.Single(await news.MailsAsync()).Subject, StringComparison.Ordinal);
        }

        // The entry, what waits, the filing.
        Assert.Equal(3, crashes);
    }

    /// <summary>
    /// Filings arrive, and between them steps run and die, subscribers change how often they are told, and the process is started again, as a seed
    /// has it: in the end each filing was told exactly once.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Every_filing_is_told_once_whatever_happens_in_between(int seed)
    {
        var random = new Random(seed);
        await using var news = await Newsroom.OpenAsync();
        var reader = await news.SubscribeAsync(Cadence.Weekly);
        for (var hour = Newsroom.Moment("2026-11-17 00:30"); hour < Newsroom.Moment("2026-11-24 02:00"); hour = hour.AddHours(1 + random.Next(12)))
        {
            news.Machine.Clock.Set(hour);
            foreach (var filing in (await news.Machine.PollAsync()).Archived)
                await news.Machine.Get<ParseFiling>().RunAsync(filing, Machine.Never);
            await StepAsync(news, reader, random);
        }

        await news.ComeAsync("2026-11-30 00:20", "2026-12-01 00:20", "2026-12-07 00:20");

        Assert.Equal(0, await news.WaitingAsync());
        var text = string.Concat((await news.MailsAsync()).Select(mail => mail.Text));
        foreach (var accession in (string[])[Newsroom.AlderMorning, Newsroom.AlderEvening, Newsroom.AlderThursday, Newsroom.BirchEvening])
            Assert.Equal(2, text.Split(accession + "-index.htm").Length);
    }

    private static async Task StepAsync(Newsroom news, Subscriber reader, Random random)
    {
        var (machine, writes) = (news.Machine, random.Next(12));
        switch (random.Next(6))
        {
            case 0:
                await machine.Get<Reconcile>().RunAsync(null, Machine.Never);
                break;
            case 1:
                await news.DrainAsync();
                break;
            case 2:
                await machine.RestartAsync();
                break;
            case 3:
                var cadence = (Cadence)random.Next(3);
                await machine.Get<SubscriberStore>().UpdateAsync(reader.Id, known => known with { Cadence = cadence }, Machine.Never);
                break;
            case 4:
                await foreach (var key in machine.Get<FilingArchive>().ListAsync(null, Machine.Never))
                    await AlertsDieAsync(machine, writes, new Occasion(key.Company, key.Name));
                break;
            default:
                await DigestsDieAsync(machine, writes);
                break;
        }
    }

    private static Task<bool> DigestsDieAsync(Machine machine, int writes)
    {
        var store = new CrashingStore(machine.Get<ITableStore>(), machine.Get<IQueueSender>(), writes);
        var digests = new SendDigests(
            new CollectedNews(store), new SubscriberStore(store), new DeliveryLog(store), new FilingStore(store), machine.Get<AlertEvidence>(), new AlertedHistory(store), store, machine.Clock);
        return store.DiesAsync(() => digests.RunAsync(Machine.Never));
    }

    private static Task<bool> AlertsDieAsync(Machine machine, int writes, Occasion occasion)
    {
        var store = new CrashingStore(machine.Get<ITableStore>(), machine.Get<IQueueSender>(), writes);
        var alerts = new SendAlerts(
            machine.Get<FilingArchive>(), new FilingStore(store), machine.Get<AlertEvidence>(), new AlertedHistory(store), new SubscriberStore(store), new DeliveryLog(store), new CollectedNews(store), store, machine.Clock);
        return store.DiesAsync(() => alerts.RunAsync(occasion, Machine.Never));
    }
}
