using Alerts.Storage;

namespace Alerts.Tests.Storage;

/// <summary>What everything that sends to a queue does. A subclass gives the sender; each test has a queue of its own.</summary>
public abstract class QueueSenderSuite
{
    /// <summary>The sender under test.</summary>
    protected abstract IQueueSender Sender { get; }

    /// <summary>This test's queue.</summary>
    protected string Queue { get; } = "q-" + Guid.NewGuid().ToString("N");

    [Theory]
    [InlineData("0001558370-21-016273")]
    [InlineData("{\"accession\":\"0001558370-21-016273\",\"note\":\"<b>&amp;\\\"\"}")]
    [InlineData("µg – 治験 🧬 \r\n\t\u0001 ")]
    public async Task A_message_arrives_as_it_was_sent(string text)
    {
        await Sender.SendAsync(Queue, text, TimeSpan.Zero, CancellationToken.None);

        Assert.Equal(text, await TakeAsync(Queue));
        Assert.Null(await TakeAsync(Queue));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("治")]
    public async Task A_message_as_large_as_a_message_may_be_arrives(string character)
    {
        var text = string.Concat(Enumerable.Repeat(character, QueueRules.MaxTextSize / System.Text.Encoding.UTF8.GetByteCount(character)));
        await Sender.SendAsync(Queue, text, TimeSpan.Zero, CancellationToken.None);

        Assert.Equal(text, await TakeAsync(Queue));
        await IsRefusedAsync("49155", () => Sender.SendAsync(Queue, text + "xyz", TimeSpan.Zero, CancellationToken.None));
    }

    [Fact]
    public async Task A_message_with_a_delay_is_not_there_yet()
    {
        await Sender.SendAsync(Queue, "later", QueueRules.MaxDelay, CancellationToken.None);
        await Sender.SendAsync(Queue, "now", TimeSpan.Zero, CancellationToken.None);

        Assert.Equal("now", await TakeAsync(Queue));
        Assert.Null(await TakeAsync(Queue));
    }

    [Fact]
    public async Task A_message_is_in_its_own_queue_only()
    {
        await Sender.SendAsync(Queue, "here", TimeSpan.Zero, CancellationToken.None);

        Assert.Null(await TakeAsync(Queue + "-2"));
        Assert.Equal("here", await TakeAsync(Queue));
    }

    [Fact]
    public async Task What_breaks_a_rule_is_not_sent()
    {
        await IsRefusedAsync("Bad_Queue", () => Sender.SendAsync("Bad_Queue", "text", TimeSpan.Zero, CancellationToken.None));
        await IsRefusedAsync("0 bytes", () => Sender.SendAsync(Queue, "", TimeSpan.Zero, CancellationToken.None));
        await IsRefusedAsync("surrogate", () => Sender.SendAsync(Queue, "half \uD83E", TimeSpan.Zero, CancellationToken.None));
        await IsRefusedAsync("-00:00:01", () => Sender.SendAsync(Queue, "text", TimeSpan.FromSeconds(-1), CancellationToken.None));
        await IsRefusedAsync("7.00:00:01", () => Sender.SendAsync(Queue, "text", QueueRules.MaxDelay + TimeSpan.FromSeconds(1), CancellationToken.None));
        Assert.Null(await TakeAsync(Queue));
    }

    [Fact]
    public async Task Nothing_is_sent_when_it_was_cancelled_before()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Sender.SendAsync(Queue, "text", TimeSpan.Zero, new CancellationToken(canceled: true)));
        Assert.Null(await TakeAsync(Queue));
    }

    /// <summary>Takes the next visible message out of the queue; null if there is none.</summary>
    protected abstract Task<string?> TakeAsync(string queue);

    private static async Task IsRefusedAsync(string named, Func<Task> work) =>
        Assert.Contains(named, (await Assert.ThrowsAsync<StorageRuleException>(work)).Message, StringComparison.Ordinal);
}
