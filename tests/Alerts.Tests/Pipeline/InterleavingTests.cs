using Alerts.Delivery;
using Alerts.Local;
using Alerts.Pipeline;

namespace Alerts.Tests.Pipeline;

public sealed class InterleavingTests
{
    /// <summary>
    /// Filings arrive live from 2021 on while the years before are read as backfill, in any order, with steps repeated at will: each
    /// live filing that changes something is alerted exactly once, and nothing else is.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Every_live_filing_with_changes_is_alerted_once_however_live_and_backfill_interleave(int seed)
    {
        var random = new RandomSteps(seed);
        await using var machine = await Machine.StartAsync("2021-02-01");
        var subscriber = await machine.SubscribeAsync();
        await machine.WatchAsync();
        await machine.PollAsync();
        foreach (var accepted in machine.Edgar.AcceptanceTimes.Where(at => at > machine.Clock.GetUtcNow()).ToList())
        {
            machine.Clock.Set(accepted.ToUniversalTime().AddMinutes(1));
            await machine.PollAsync();
            for (var steps = random.Next(4); steps > 0; steps--)
                await random.StepAsync(machine);
        }

        await machine.Get<Reconcile>().RunAsync(null, Machine.Never);
        await machine.Get<Worker>().DrainAsync(new Machine.Silent(), Machine.Never);

        var expected = new List<string>();
        var told = new List<string>();
        await foreach (var filing in machine.Get<FilingStore>().ListAsync(Machine.Cik, Machine.Never))
        {
            var occasion = new Occasion(filing.Key.Company, filing.Key.Name);
            Assert.Equal(filing.IsLive, filing.Alerted is not null);
            if (filing.IsLive && subscriber.Select(filing.Facts, await machine.Get<AlertEvidence>().ChangesAsync(occasion, Machine.Never)).Count > 0)
                expected.Add(filing.Key.Name);
            await foreach (var delivery in machine.Get<DeliveryLog>().ListAsync(occasion.ToString(), Machine.Never))
            {
                Assert.Equal(DeliveryState.Sent, delivery.State);
                told.Add(filing.Key.Name);
            }
        }

        Assert.Equal(expected, told);
        Assert.Equal(told.Count, machine.Mails.Count);
    }

    /// <summary>Steps in an order that a seed decides.</summary>
    private sealed class RandomSteps(int seed)
    {
        private readonly Random random = new(seed);

        public int Next(int below) => random.Next(below);

        public async Task StepAsync(Machine machine)
        {
            switch (random.Next(5))
            {
                case 0:
                    await machine.Get<Reconcile>().RunAsync(null, Machine.Never);
                    break;
                case 1:
                    await machine.Get<Worker>().DrainAsync(new Machine.Silent(), Machine.Never);
                    break;
                case 2:
                    await machine.RestartAsync();
                    break;
                default:
                    var names = await machine.ArchiveAsync();
                    var name = names[random.Next(names.Count)];
                    await machine.Get<ParseFiling>().RunAsync(new FilingKey(Machine.Cik, name), Machine.Never);
                    await machine.Get<SendAlerts>().RunAsync(new Occasion(Machine.Cik, name), Machine.Never);
                    break;
            }
        }
    }
}
