using System.Text.Json;
using Alerts.Local.Storage;
using Alerts.Records;
using Alerts.Subscriptions;
using Alerts.Tests.Delivery;
using Alerts.Tests.Local.Storage;

namespace Alerts.Tests.Subscriptions;

public sealed class SubscriberStoreTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly LocalStorage storage;
    private readonly SubscriberStore store;

    public SubscriberStoreTests()
    {
        storage = LocalStorage.Open(folder.Path, new ManualTime(AlertSamples.Created));
        store = new(storage.Tables);
    }

    public void Dispose()
    {
        storage.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Subscriber_comes_back_as_it_was_stored()
    {
        var receiver = AlertSamples.Receiver(new("https://hooks.example.com/a")) with
        {
            Watchlist = ["IMGN", "0000855654"],
            StateReason = "asked",
            Rule = new()
            {
                Kinds = [ChangeKind.Milestone],
                Words = [ChangeWord.Delayed],
                Programs = ["mirvetuximab"],
                MinimumDifference = new Dictionary<string, double> { ["ORR"] = 5 },
                MinimumSlipDays = 30,
                MinimumConfidence = 0.8,
            },
        };

        Assert.True(await store.AddAsync(receiver, CancellationToken.None));
        var stored = await store.GetAsync(receiver.Id, CancellationToken.None);

        Assert.Equal(Text(receiver), Text(stored!));
        Assert.Equal(AlertSamples.Secret, stored!.Webhook!.Secrets[0].Reveal());
    }

    [Fact]
    public async Task Cadence_is_stored_and_rows_from_before_there_was_one_are_told_at_once()
    {
        var reader = AlertSamples.Reader() with { Cadence = Cadence.Weekly };
        await store.AddAsync(reader, CancellationToken.None);
        Assert.Equal(Cadence.Weekly, (await store.GetAsync(reader.Id, CancellationToken.None))!.Cadence);

        var row = Assert.Single(await storage.Tables.QueryAsync(SubscriberStore.Table, "subscribers", null, null, CancellationToken.None).ToListAsync());
        await storage.Tables.UpsertAsync(
            SubscriberStore.Table, row with { Values = row.Values.Where(value => value.Key != "Cadence").ToDictionary() }, CancellationToken.None);

        Assert.Equal(Cadence.Immediate, (await store.GetAsync(reader.Id, CancellationToken.None))!.Cadence);
    }

    [Fact]
    public async Task Same_address_is_the_same_subscriber()
    {
        Assert.True(await store.AddAsync(AlertSamples.Reader("Ana@Example.com"), CancellationToken.None));
        Assert.False(await store.AddAsync(AlertSamples.Reader(" ana@example.com "), CancellationToken.None));

        Assert.Single(await store.ListAsync(CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task Changes_made_at_the_same_time_are_all_kept()
    {
        var reader = AlertSamples.Reader() with { Watchlist = [] };
        await store.AddAsync(reader, CancellationToken.None);

        await Task.WhenAll(Enumerable.Range(1, 8).Select(number => Task.Run(() => store.UpdateAsync(
            reader.Id, subscriber => subscriber with { Watchlist = [.. subscriber.Watchlist, $"C{number}"] }, CancellationToken.None))));

        Assert.Equal(8, (await store.GetAsync(reader.Id, CancellationToken.None))!.Watchlist.Count);
    }

    [Fact]
    public async Task Removed_subscriber_is_gone_and_cannot_be_changed()
    {
        var reader = AlertSamples.Reader();
        await store.AddAsync(reader, CancellationToken.None);
        await store.RemoveAsync(reader.Id, CancellationToken.None);

        Assert.Null(await store.GetAsync(reader.Id, CancellationToken.None));
        Assert.Null(await store.UpdateAsync(reader.Id, subscriber => subscriber, CancellationToken.None));
    }

    [Fact]
    public async Task Longest_watchlist_fits_a_row()
    {
        var reader = AlertSamples.Reader() with { Watchlist = [.. Enumerable.Range(1, Watchlist.Most).Select(cik => $"{cik:0000000000}")] };

        Assert.True(await store.AddAsync(reader, CancellationToken.None));
    }

    [Fact]
    public async Task Link_of_an_e_mail_unsubscribes_and_forged_ones_do_not()
    {
        var reader = AlertSamples.Reader();
        await store.AddAsync(reader, CancellationToken.None);
        var unsubscribe = new Unsubscribe(store, new SubscriberTokens(AlertSamples.Options.LinkSecret));
        var code = AlertSamples.Options.UnsubscribeUrl(reader.Id).Segments[^1];

        foreach (var forged in new[] { "", ".", reader.Id, $"{reader.Id}.", $"{reader.Id}.AAAAAAAAAAAA", $"abcdefgh2345.{code.Split('.')[1]}", "a/b#c?.x", code + ".x" })
            Assert.False(await unsubscribe.RunAsync(forged, CancellationToken.None));
        Assert.Equal(SubscriberState.Confirmed, (await store.GetAsync(reader.Id, CancellationToken.None))!.State);

        Assert.True(await unsubscribe.RunAsync(code, CancellationToken.None));
        Assert.True(await unsubscribe.RunAsync(code, CancellationToken.None));
        Assert.Equal(SubscriberState.Unsubscribed, (await store.GetAsync(reader.Id, CancellationToken.None))!.State);
    }

    private static string Text(Subscriber subscriber) => string.Join('\n',
        subscriber.Id, subscriber.Email, subscriber.Webhook, subscriber.Created, subscriber.State, subscriber.StateReason,
        string.Join(' ', subscriber.Watchlist), JsonSerializer.Serialize(subscriber.Rule, RecordJson.Options));
}
