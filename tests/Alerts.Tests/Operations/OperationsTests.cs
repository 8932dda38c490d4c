using Alerts.Delivery;
using Alerts.Local.Storage;
using Alerts.Operations;
using Alerts.Pipeline;
using Alerts.Storage;
using Alerts.Tests.Delivery;
using Alerts.Tests.Local.Storage;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace Alerts.Tests.Operations;

public sealed class OperationsTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateTimeOffset Start = new(2021, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private readonly TempFolder folder = new();
    private readonly ManualTime time = new(Start);
    private readonly LocalStorage storage;

    public OperationsTests() => storage = LocalStorage.Open(folder["data"], time);

    private FailureLog Failures => new(storage.Tables, time);

    private PollStateStore Polls => new(storage.Tables);

    public void Dispose()
    {
        storage.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_failure_is_one_row_however_often_it_is_recorded()
    {
        await Failures.RecordAsync("alerts", "0000855654:0001558370-21-016273", None);
        time.Advance(TimeSpan.FromHours(1));
        await Failures.RecordAsync("alerts", "0000855654:0001558370-21-016273", None);
        await Failures.RecordAsync("deliveries", "0000855654:0001558370-21-016273", None);

        Assert.Equal(
            [new Failure("alerts", "0000855654:0001558370-21-016273", Start.AddHours(1)), new Failure("deliveries", "0000855654:0001558370-21-016273", Start.AddHours(1))],
            await ListAsync(Start));
    }

    [Fact]
    public async Task A_failure_of_any_text_and_length_is_recorded()
    {
        await Failures.RecordAsync("filings", new string('/', 5_000) + "\0#?🧬", None);

        Assert.StartsWith("////", Assert.Single(await ListAsync(Start)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failures_of_before_are_not_listed()
    {
        await Failures.RecordAsync("alerts", "old", None);
        time.Advance(TimeSpan.FromDays(2));
        await Failures.RecordAsync("alerts", "new", None);

        Assert.Equal("new", Assert.Single(await ListAsync(Start.AddDays(1))).Message);
    }

    [Fact]
    public async Task Health_is_good_while_polls_are_recent_and_says_when_they_are_not()
    {
        await Polls.WriteAsync(new PollState(Start, null, null), None);
        await Failures.RecordAsync("alerts", "x", None);

        time.Advance(TimeSpan.FromMinutes(30));
        var good = await Health().RunAsync(None);
        Assert.True(good.IsHealthy);
        Assert.Equal((Start, 1), (good.LastPoll!.Value, good.GivenUp));

        time.Advance(TimeSpan.FromMinutes(1));
        var stale = await Health().RunAsync(None);
        Assert.Equal("EDGAR was asked last at 2021-11-30 12:00:00Z, 31 minutes ago; expected at most 30.", stale.Problem);
    }

    [Fact]
    public async Task Health_says_that_nothing_was_polled_and_that_the_SEC_asked_for_a_pause()
    {
        Assert.Equal("EDGAR has not been asked yet.", (await Health().RunAsync(None)).Problem);

        await Polls.WriteAsync(new PollState(Start, Start.AddMinutes(10), "blocked"), None);
        Assert.Equal("The SEC asked for a pause until 2021-11-30 12:10:00Z.", (await Health().RunAsync(None)).Problem);

        time.Advance(TimeSpan.FromMinutes(10));
        Assert.True((await Health().RunAsync(None)).IsHealthy);
    }

    [Fact]
    public async Task Health_says_that_the_storage_does_not_answer_and_keeps_its_words_for_the_log()
    {
        var blobs = new Mock<IBlobStore>();
        blobs.Setup(store => store.ReadMetadataAsync(It.IsAny<string>(), It.IsAny<string>(), None)).ThrowsAsync(new IOException("account secret-name: 403"));

        var report = await new HealthCheck(Polls, blobs.Object, Failures, TimeSpan.FromMinutes(30), time).RunAsync(None);

        Assert.Equal("The storage does not answer.", report.Problem);
        Assert.Equal("account secret-name: 403", report.Error!.Message);
        Assert.DoesNotContain("secret-name", System.Text.Json.JsonSerializer.Serialize(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_self_test_is_parsed_and_alerts_nobody()
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(storage.Tables)
            .AddSingleton(storage.Blobs)
            .AddSingleton(storage.QueueSender)
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(new PipelineOptions())
            .AddSingleton(Mock.Of<IEmailSender>())
            .AddSingleton(AlertSamples.Options)
            .AddAlertsPipeline(() => 0.5)
            .AddSingleton<SelfTest>()
            .BuildServiceProvider();
        var test = services.GetRequiredService<SelfTest>();
        Assert.Null(await test.ReadAsync("selftest-unknown", None));

        var name = await test.BeginAsync(await File.ReadAllBytesAsync(Path.Combine(Corpus.Root, "samples", "0000855654-21-900014.txt")), None);
        Assert.False((await test.ReadAsync(name, None))!.IsParsed);

        await services.GetRequiredService<ParseFiling>().RunAsync(new FilingKey(SelfTest.Company, name), None);
        var report = await test.ReadAsync(name, None);
        Assert.True(report!.IsParsed);
        Assert.Contains("IMMUNOGEN", report.Company!, StringComparison.OrdinalIgnoreCase);
        Assert.True(report.Guidance > 0);
        Assert.Null(await storage.QueueReceiver.NextVisibleAsync(Queues.Alerts, None));
        Assert.False(report.IsDelivered);

        var message = (await storage.QueueReceiver.ReceiveAsync(Queues.Deliveries, TimeSpan.FromMinutes(1), None))!;
        Assert.Equal(DeliveryState.Suppressed, Assert.IsType<DeliveryStep.Done>(await services.GetRequiredService<DeliverAlert>().RunAsync(DeliveryKey.Parse(message.Text), None)).State);
        Assert.True((await test.ReadAsync(name, None))!.IsDelivered);
    }

    private HealthCheck Health() => new(Polls, storage.Blobs, Failures, TimeSpan.FromMinutes(30), time);

    private async Task<List<Failure>> ListAsync(DateTimeOffset since)
    {
        var all = new List<Failure>();
        await foreach (var failure in Failures.ListAsync(since, None))
            all.Add(failure);
        return all;
    }
}
