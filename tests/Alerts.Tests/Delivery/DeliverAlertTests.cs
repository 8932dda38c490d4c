using System.Net;
using Alerts.Delivery;
using Alerts.Delivery.Webhooks;
using Alerts.Local.Delivery;
using Alerts.Local.Storage;
using Alerts.Subscriptions;
using Alerts.Tests.Local.Storage;

namespace Alerts.Tests.Delivery;

public sealed class DeliverAlertTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly ManualTime time = new(AlertSamples.Created);
    private readonly LocalStorage storage;
    private readonly DeliveryLog log;
    private readonly SubscriberStore subscribers;
    private readonly HttpClient client = new(WebhookConnection.CreateHandler(TargetPolicy.Anywhere));
    private AlertMaterial? material = new(AlertSamples.Filing, AlertSamples.Url, [AlertSamples.ToplineDelayed], []);

    public DeliverAlertTests()
    {
        storage = LocalStorage.Open(folder.Path, time);
        log = new(storage.Tables);
        subscribers = new(storage.Tables);
    }

    public void Dispose()
    {
        client.Dispose();
        storage.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task E_mail_goes_out_once_however_often_the_step_runs()
    {
        var key = await AddAsync(AlertSamples.Reader());

        for (var run = 0; run < 3; run++)
            Assert.IsType<DeliveryStep.Done>(await Step().RunAsync(key, CancellationToken.None));

        var entry = await log.GetAsync(key, CancellationToken.None);
        Assert.Equal((DeliveryState.Sent, 1, AlertSamples.Created), (entry!.State, entry.Attempts, entry.Sent));
        Assert.EndsWith(key.AlertId + ".eml", Assert.Single(Outbox()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_entry_for_a_subscriber_and_filing_is_refused()
    {
        var key = await AddAsync(AlertSamples.Reader());

        Assert.False(await log.AddAsync(Entry(key), CancellationToken.None));
    }

    [Fact]
    public async Task Crash_between_sending_and_writing_sends_the_same_id_and_body_again()
    {
        await using var receiver = await LoopbackReceiver.StartAsync(HttpStatusCode.OK);
        var key = await AddAsync(AlertSamples.Receiver(receiver.Url));
        // What a process leaves that was killed right after sending.
        await Step().RunAsync(key, CancellationToken.None);
        await ReplaceAsync(key, entry => entry with { State = DeliveryState.Pending, Sent = null, NotBefore = AlertSamples.Created.AddMinutes(2) });

        Assert.Equal(new DeliveryStep.RetryAfter(TimeSpan.FromMinutes(2)), await Step().RunAsync(key, CancellationToken.None));
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.IsType<DeliveryStep.Done>(await Step().RunAsync(key, CancellationToken.None));

        Assert.Equal(2, receiver.Requests.Count);
        Assert.Equal(receiver.Requests[0].Body, receiver.Requests[1].Body);
        Assert.Equal(receiver.Requests[0].Header("webhook-id"), receiver.Requests[1].Header("webhook-id"));
        Assert.NotEqual(receiver.Requests[0].Header("webhook-timestamp"), receiver.Requests[1].Header("webhook-timestamp"));
        Assert.Null(receiver.Requests[1].Problem(AlertSamples.Secret, time.GetUtcNow()));
    }

    [Fact]
    public async Task Failing_receiver_is_tried_over_three_days_and_then_given_up()
    {
        await using var receiver = await LoopbackReceiver.StartAsync(HttpStatusCode.InternalServerError, body: "out of order");
        var key = await AddAsync(AlertSamples.Receiver(receiver.Url));

        var delays = new List<TimeSpan>();
        while (await Step().RunAsync(key, CancellationToken.None) is DeliveryStep.RetryAfter retry)
        {
            delays.Add(retry.Delay);
            time.Advance(retry.Delay);
        }

        var entry = await log.GetAsync(key, CancellationToken.None);
        Assert.Equal(RetrySchedule.Delays, delays);
        Assert.Equal(10, receiver.Requests.Count);
        Assert.Equal(DeliveryState.Failed, entry!.State);
        Assert.Equal("Given up after 10 attempts. The receiver answered 500: out of order", entry.LastError);
    }

    [Fact]
    public async Task Receiver_that_recovers_gets_the_alert_with_the_first_message_id()
    {
        var broken = true;
        await using var receiver = await LoopbackReceiver.StartAsync(context =>
        {
            context.Response.StatusCode = broken ? 503 : 200;
            context.Response.Headers.RetryAfter = "600";
            return Task.CompletedTask;
        });
        var key = await AddAsync(AlertSamples.Receiver(receiver.Url));

        Assert.Equal(new DeliveryStep.RetryAfter(TimeSpan.FromMinutes(10)) { Reason = "The receiver answered 503." }, await Step().RunAsync(key, CancellationToken.None));
        Assert.Equal(new DeliveryStep.RetryAfter(TimeSpan.FromMinutes(10)), await Step().RunAsync(key, CancellationToken.None));
        broken = false;
        time.Advance(TimeSpan.FromMinutes(10));

        Assert.IsType<DeliveryStep.Done>(await Step().RunAsync(key, CancellationToken.None));
        Assert.Equal([key.AlertId, key.AlertId], receiver.Requests.Select(request => request.Header("webhook-id")));
    }

    [Fact]
    public async Task Gone_receiver_is_unsubscribed_with_the_reason()
    {
        await using var receiver = await LoopbackReceiver.StartAsync(HttpStatusCode.Gone);
        var subscriber = AlertSamples.Receiver(receiver.Url);
        var key = await AddAsync(subscriber);

        Assert.IsType<DeliveryStep.Done>(await Step().RunAsync(key, CancellationToken.None));

        var left = await subscribers.GetAsync(subscriber.Id, CancellationToken.None);
        Assert.Equal((SubscriberState.Unsubscribed, "The receiver answered 410."), (left!.State, left.StateReason));
    }

    [Theory]
    [InlineData(SubscriberState.Pending)]
    [InlineData(SubscriberState.Unsubscribed)]
    public async Task Subscriber_who_did_not_confirm_or_left_gets_nothing(SubscriberState state)
    {
        var key = await AddAsync(AlertSamples.Reader() with { State = state });

        Assert.IsType<DeliveryStep.Done>(await Step().RunAsync(key, CancellationToken.None));

        Assert.Equal(DeliveryState.Suppressed, (await log.GetAsync(key, CancellationToken.None))!.State);
        Assert.Empty(Outbox());
    }

    [Fact]
    public async Task Alert_without_evidence_is_not_sent()
    {
        var key = await AddAsync(AlertSamples.Reader());
        material = material! with { Changes = [] };

        Assert.IsType<DeliveryStep.Done>(await Step().RunAsync(key, CancellationToken.None));

        var entry = await log.GetAsync(key, CancellationToken.None);
        Assert.Equal(DeliveryState.Suppressed, entry!.State);
        Assert.Contains("evidence", entry.LastError, StringComparison.Ordinal);
        Assert.Empty(Outbox());
    }

    [Fact]
    public async Task Two_workers_with_one_delivery_send_it_once()
    {
        var hold = new TaskCompletionSource();
        await using var receiver = await LoopbackReceiver.StartAsync(_ => hold.Task);
        var key = await AddAsync(AlertSamples.Receiver(receiver.Url));

        var first = Step().RunAsync(key, CancellationToken.None);
        while ((await log.GetAsync(key, CancellationToken.None))!.Attempts == 0)
            await Task.Yield();
        var second = await Step().RunAsync(key, CancellationToken.None);
        hold.SetResult();

        Assert.IsType<DeliveryStep.RetryAfter>(second);
        Assert.IsType<DeliveryStep.Done>(await first);
        Assert.Single(receiver.Requests);
    }

    [Fact]
    public async Task Unknown_delivery_is_done() =>
        Assert.IsType<DeliveryStep.Done>(await Step().RunAsync(new("0000855654-22-000042", "nobody"), CancellationToken.None));

    [Fact]
    public async Task Entry_with_hundreds_of_changes_comes_back_whole()
    {
        var key = new DeliveryKey("0000855654-22-000042", "abc");
        var ids = Enumerable.Range(0, 2000).Select(number => $"{number:x64}").ToList();

        Assert.True(await log.AddAsync(Entry(key) with { ChangeIds = ids }, CancellationToken.None));

        Assert.Equal(ids, (await log.GetAsync(key, CancellationToken.None))!.ChangeIds);
        Assert.Equal([key], (await log.ListAsync(key.Occasion, CancellationToken.None).ToListAsync()).Select(entry => entry.Key));
    }

    [Fact]
    public void Key_reads_back_and_names_the_alert_by_its_content()
    {
        var key = new DeliveryKey("0000855654-22-000042", "abc");

        Assert.Equal(key, DeliveryKey.Parse(key.ToString()));
        Assert.Equal(new DeliveryKey("0000855654-22-000042", "abc").AlertId, key.AlertId);
        Assert.NotEqual(new DeliveryKey("0000855654-22-000042", "abd").AlertId, key.AlertId);
        Assert.Throws<FormatException>(() => DeliveryKey.Parse("0000855654-22-000042"));
    }

    private DeliverAlert Step() => new(
        log, subscribers, (_, _) => Task.FromResult(material), new EmlOutbox(folder["outbox"]),
        new WebhookSender(client, AlertSamples.Options with { Targets = TargetPolicy.Anywhere }, time), AlertSamples.Options, time, () => 0);

    private async Task<DeliveryKey> AddAsync(Subscriber subscriber)
    {
        Assert.True(await subscribers.AddAsync(subscriber, CancellationToken.None));
        var key = new DeliveryKey(AlertSamples.Filing.Accession!, subscriber.Id);
        Assert.True(await log.AddAsync(Entry(key), CancellationToken.None));
        return key;
    }

    private async Task ReplaceAsync(DeliveryKey key, Func<DeliveryEntry, DeliveryEntry> change) =>
        Assert.True(await log.ReplaceAsync(change((await log.GetAsync(key, CancellationToken.None))!), CancellationToken.None));

    private string[] Outbox() => Directory.Exists(folder["outbox"]) ? Directory.GetFiles(folder["outbox"]) : [];

    private static DeliveryEntry Entry(DeliveryKey key) => new() { Key = key, ChangeIds = [AlertSamples.ToplineDelayed.Id], Created = AlertSamples.Created };
}
