using Alerts.Delivery;
using Alerts.Delivery.Email;
using Alerts.Functions.Email;
using Alerts.Functions.Triggers;
using Alerts.Operations;
using Alerts.Pipeline;
using Alerts.Subscriptions;
using Microsoft.Azure.Functions.Worker;
using Moq;

namespace Alerts.Functions.Tests.Triggers;

public sealed class PipelineTriggerTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_new_filing_becomes_an_e_mail_by_one_message_after_the_other()
    {
        using var app = new App();
        var subscriber = await app.SubscribeAsync();

        await app.Trigger<BlobParseFiling>().RunAsync(await app.ArchiveAsync(), None);
        var occasion = await app.TakeAsync(Queues.Alerts);
        Assert.Equal($"{App.Company}:{App.Accession}", occasion);

        await app.Trigger<QueueSendAlerts>().RunAsync(occasion!, None);
        var delivery = await app.TakeAsync(Queues.Deliveries);
        Assert.Equal($"{occasion}/{subscriber.Id}", delivery);

        await app.Trigger<QueueDeliverAlert>().RunAsync(delivery!, None);
        Assert.Single(await MailsAsync(app));
        Assert.Contains($"Information: Delivery {delivery}: Sent", app.Log.Lines);

        // Every trigger may run twice; the person hears once.
        await app.Trigger<BlobParseFiling>().RunAsync(App.Blob($"{App.Company}/{App.Accession}.txt"), None);
        await app.Trigger<QueueSendAlerts>().RunAsync(occasion!, None);
        await app.Trigger<QueueDeliverAlert>().RunAsync(delivery!, None);
        Assert.Single(await MailsAsync(app));
    }

    [Fact]
    public async Task A_digest_is_made_ready_by_the_timer_and_delivered_by_the_queue()
    {
        using var app = new App();
        var subscriber = await app.SubscribeAsync();
        await app.Get<SubscriberStore>().UpdateAsync(subscriber.Id, known => known with { Cadence = Cadence.Weekly }, None);
        await app.Trigger<BlobParseFiling>().RunAsync(await app.ArchiveAsync(), None);
        await app.Trigger<QueueSendAlerts>().RunAsync((await app.TakeAsync(Queues.Alerts))!, None);
        Assert.Null(await app.TakeAsync(Queues.Deliveries));
        await app.Trigger<TimerSendDigests>().RunAsync(new TimerInfo(), None);
        Assert.Null(await app.TakeAsync(Queues.Deliveries));

        // Told at once from now on, and so at once of what is collected.
        await app.Get<SubscriberStore>().UpdateAsync(subscriber.Id, known => known with { Cadence = Cadence.Immediate }, None);
        await app.Trigger<TimerSendDigests>().RunAsync(new TimerInfo { IsPastDue = true }, None);
        var delivery = await app.TakeAsync(Queues.Deliveries);
        await app.Trigger<QueueDeliverAlert>().RunAsync(delivery!, None);

        Assert.Contains("Information: Digests made ready: 1, 0 failures", app.Log.Lines);
        Assert.Contains($"Information: Delivery {delivery}: Sent", app.Log.Lines);
        Assert.Single(await MailsAsync(app));
    }

    [Fact]
    public async Task A_delivery_that_failed_for_now_comes_again_when_the_step_says()
    {
        var email = new Mock<IEmailSender>();
        email.Setup(sender => sender.SendAsync(It.IsAny<EmailMessage>(), None)).ReturnsAsync(new DeliveryResult.Retry("busy", TimeSpan.FromHours(3)));
        using var app = new App(email.Object);
        var delivery = await DeliveryAsync(app);

        await app.Trigger<QueueDeliverAlert>().RunAsync(delivery, None);

        Assert.Null(await app.TakeAsync(Queues.Deliveries));
        var wait = (await app.NextAsync(Queues.Deliveries))!.Value - TimeProvider.System.GetUtcNow();
        Assert.InRange(wait, TimeSpan.FromHours(2.9), TimeSpan.FromHours(3));
        Assert.Contains($"Warning: Delivery put off: {delivery} by 03:00:00: busy", app.Log.Lines);

        // Too early is no failure, and not worth a warning.
        await app.Trigger<QueueDeliverAlert>().RunAsync(delivery, None);
        Assert.Single(app.Log.Lines, line => line.StartsWith("Warning: Delivery put off", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_delivery_that_will_never_work_is_told_to_the_operator()
    {
        var email = new Mock<IEmailSender>();
        email.Setup(sender => sender.SendAsync(It.IsAny<EmailMessage>(), None)).ReturnsAsync(new DeliveryResult.Failed("no such mailbox"));
        using var app = new App(email.Object);
        var delivery = await DeliveryAsync(app);

        await app.Trigger<QueueDeliverAlert>().RunAsync(delivery, None);

        Assert.Contains($"Error: Delivery given up: {delivery}: no such mailbox", app.Log.Lines);
        Assert.Null(await app.NextAsync(Queues.Deliveries));
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_fails_and_so_goes_to_the_poison_queue()
    {
        using var app = new App();

        await Assert.ThrowsAsync<FormatException>(() => app.Trigger<QueueSendAlerts>().RunAsync("nonsense", None));
        await Assert.ThrowsAsync<FormatException>(() => app.Trigger<QueueDeliverAlert>().RunAsync("nonsense", None));
    }

    [Fact]
    public async Task What_was_given_up_is_written_down_and_told_to_the_operator()
    {
        using var app = new App();
        var poison = app.Trigger<QueuePoison>();

        await poison.SendAlertsAsync("nonsense", None);
        await poison.DeliverAlertAsync("a/b", None);
        await poison.ParseFilingAsync("""{"FunctionId":"Host.Functions.ParseFiling","BlobType":"BlockBlob","ContainerName":"filings","BlobName":"0000855654/x.txt","ETag":"\"0x1\""}""", None);
        await poison.ParseFilingAsync("{ not json", None);
        await poison.ParseFilingAsync("[]", None);

        var recorded = new List<(string, string)>();
        await foreach (var failure in app.Get<FailureLog>().ListAsync(DateTimeOffset.UnixEpoch, None))
            recorded.Add((failure.Source, failure.Message));
        Assert.Equal([("alerts", "nonsense"), ("deliveries", "a/b"), ("filings", "0000855654/x.txt"), ("filings", "[]"), ("filings", "{ not json")], recorded.Order());
        Assert.Contains("Error: Message given up: filings: 0000855654/x.txt", app.Log.Lines);
    }

    [Fact]
    public async Task A_blob_that_is_no_filing_or_gone_is_passed_over_and_said()
    {
        using var app = new App();

        await app.Trigger<BlobParseFiling>().RunAsync(App.Blob("readme"), None);
        await app.Trigger<BlobParseFiling>().RunAsync(App.Blob("0000855654/gone.txt"), None);

        Assert.Contains(app.Log.Lines, line => line.StartsWith("Warning: readme is no filing", StringComparison.Ordinal));
        Assert.Contains("Warning: 0000855654/gone.txt is no longer in the archive", app.Log.Lines);
    }

    [Fact]
    public async Task A_poll_says_that_it_completed_or_that_the_SEC_stopped_it()
    {
        using var app = new App();
        await app.Trigger<TimerPollFilings>().RunAsync(new TimerInfo { IsPastDue = true }, None);
        Assert.Contains("Information: Poll completed: 0 companies, 0 unchanged, 0 filings archived, 0 failures (past due: True)", app.Log.Lines);

        await app.Get<PollStateStore>().WriteAsync(new PollState(null, TimeProvider.System.GetUtcNow().AddHours(1), "The SEC's block page"), None);
        await app.Trigger<TimerPollFilings>().RunAsync(new TimerInfo(), None);
        Assert.Contains(app.Log.Lines, line => line.StartsWith("Error: Poll stopped until", StringComparison.Ordinal) && line.EndsWith("The SEC's block page", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_filing_whose_event_was_lost_is_found_by_the_reconciliation()
    {
        using var app = new App();
        await app.ArchiveAsync();

        await app.Trigger<TimerReconcile>().RunAsync(new TimerInfo(), None);
        await app.Trigger<TimerRaiseLapses>().RunAsync(new TimerInfo(), None);

        Assert.Contains(app.Log.Lines, line => line.StartsWith("Information: Reconciled: 1 expected, 1 processed, 0 missed; 1 repaired", StringComparison.Ordinal));
        Assert.NotNull(await app.TakeAsync(Queues.Alerts));
    }

    private static async Task<string> DeliveryAsync(App app)
    {
        await app.SubscribeAsync();
        await app.Trigger<BlobParseFiling>().RunAsync(await app.ArchiveAsync(), None);
        await app.Trigger<QueueSendAlerts>().RunAsync((await app.TakeAsync(Queues.Alerts))!, None);
        return (await app.TakeAsync(Queues.Deliveries))!;
    }

    private static async Task<List<string>> MailsAsync(App app)
    {
        var names = new List<string>();
        await foreach (var name in app.Blobs.ListAsync(BlobOutbox.Container, "", None))
            names.Add(name);
        return names;
    }
}
