using System.Collections.Concurrent;
using Alerts.Storage;

namespace Alerts.Tests.Storage;

/// <summary>What every queue does that is received from by ourselves, on a clock that the test moves.</summary>
public abstract class QueueSuite : QueueSenderSuite
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The receiver under test.</summary>
    protected abstract IQueueReceiver Receiver { get; }

    /// <summary>The clock of sender and receiver.</summary>
    protected ManualTime Time { get; } = new(new DateTimeOffset(2021, 11, 30, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_received_message_is_hidden_until_its_time_is_over()
    {
        await SendAsync("text");
        var first = await ReceiveAsync();
        Assert.Equal(("text", 1), (first!.Text, first.Tries));

        Time.Advance(Minute - TimeSpan.FromTicks(1));
        Assert.Null(await ReceiveAsync());

        Time.Advance(TimeSpan.FromTicks(1));
        var second = await ReceiveAsync();
        Assert.Equal((first.Id, "text", 2), (second!.Id, second.Text, second.Tries));
        Assert.NotEqual(first.Receipt, second.Receipt);
    }

    [Fact]
    public async Task A_delayed_message_appears_when_its_time_has_come()
    {
        await Sender.SendAsync(Queue, "text", Minute, None);
        Assert.Null(await ReceiveAsync());

        Time.Advance(Minute);
        Assert.Equal("text", (await ReceiveAsync())!.Text);
    }

    [Fact]
    public async Task Messages_come_in_the_order_in_which_they_became_visible()
    {
        await Sender.SendAsync(Queue, "3", 2 * Minute, None);
        await Sender.SendAsync(Queue, "2", Minute, None);
        await SendAsync("0");
        await SendAsync("1");
        Time.Advance(2 * Minute);

        for (var number = 0; number < 4; number++)
            Assert.Equal($"{number}", await TakeAsync(Queue));
    }

    [Fact]
    public async Task A_deleted_message_does_not_come_again()
    {
        await SendAsync("text");
        await Receiver.DeleteAsync(Queue, (await ReceiveAsync())!, None);

        Time.Advance(2 * Minute);
        Assert.Null(await ReceiveAsync());
        Assert.Null(await Receiver.NextVisibleAsync(Queue, None));
    }

    [Fact]
    public async Task A_delete_after_the_time_is_over_works_until_another_received_the_message()
    {
        await SendAsync("one");
        var late = await ReceiveAsync();
        Time.Advance(Minute);
        await Receiver.DeleteAsync(Queue, late!, None);
        Assert.Null(await Receiver.NextVisibleAsync(Queue, None));

        await SendAsync("two");
        var overtaken = await ReceiveAsync();
        Time.Advance(Minute);
        var current = await ReceiveAsync();
        await Receiver.DeleteAsync(Queue, overtaken!, None);
        Assert.NotNull(await Receiver.NextVisibleAsync(Queue, None));
        await Receiver.DeleteAsync(Queue, current!, None);
        Assert.Null(await Receiver.NextVisibleAsync(Queue, None));
    }

    [Fact]
    public async Task The_receipt_of_a_deleted_message_does_not_delete_another()
    {
        await SendAsync("one");
        var one = await ReceiveAsync();
        await Receiver.DeleteAsync(Queue, one!, None);
        await SendAsync("two");
        await ReceiveAsync();

        await Receiver.DeleteAsync(Queue, one!, None);
        Time.Advance(Minute);
        Assert.Equal("two", await TakeAsync(Queue));
    }

    [Fact]
    public async Task After_five_tries_a_message_goes_to_the_poison_queue()
    {
        await SendAsync("bad");
        for (var tries = 1; tries <= 5; tries++)
        {
            Assert.Equal(tries, (await ReceiveAsync())!.Tries);
            Time.Advance(Minute);
        }

        await SendAsync("good");
        Assert.Equal("good", await TakeAsync(Queue));
        Assert.Null(await ReceiveAsync());
        Assert.Equal("bad", await TakeAsync(QueueRules.PoisonQueue(Queue)!));
    }

    [Fact]
    public async Task A_fifth_try_that_is_under_way_may_still_succeed()
    {
        await SendAsync("slow");
        for (var tries = 1; tries < 5; tries++)
        {
            await ReceiveAsync();
            Time.Advance(Minute);
        }

        var fifth = await ReceiveAsync();
        Assert.Null(await ReceiveAsync());
        await Receiver.DeleteAsync(Queue, fifth!, None);
        Time.Advance(Minute);

        Assert.Null(await ReceiveAsync());
        Assert.Null(await TakeAsync(QueueRules.PoisonQueue(Queue)!));
    }

    [Fact]
    public async Task A_message_stays_in_the_poison_queue_however_often_it_is_looked_at()
    {
        var poison = QueueRules.PoisonQueue(Queue)!;
        await Sender.SendAsync(poison, "bad", TimeSpan.Zero, None);
        for (var tries = 1; tries <= 10; tries++)
        {
            Assert.Equal(tries, (await Receiver.ReceiveAsync(poison, Minute, None))!.Tries);
            Time.Advance(Minute);
        }

        Assert.Equal("bad", await TakeAsync(poison));
    }

    [Fact]
    public async Task The_next_visible_message_is_known()
    {
        Assert.Null(await Receiver.NextVisibleAsync(Queue, None));
        await Sender.SendAsync(Queue, "later", TimeSpan.FromHours(2), None);
        await Sender.SendAsync(Queue, "sooner", TimeSpan.FromHours(1), None);
        Assert.Equal(Time.GetUtcNow().AddHours(1), await Receiver.NextVisibleAsync(Queue, None));

        Time.Advance(TimeSpan.FromHours(1));
        await ReceiveAsync();
        Assert.Equal(Time.GetUtcNow() + Minute, await Receiver.NextVisibleAsync(Queue, None));
        Assert.Null(await Receiver.NextVisibleAsync(Queue + "-2", None));
    }

    [Fact]
    public async Task Many_receivers_at_once_get_each_message_once()
    {
        for (var number = 0; number < 100; number++)
            await SendAsync($"{number}");

        var received = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (await ReceiveAsync() is { } message)
                received.Add(message.Text);
        })));

        Assert.Equal(Enumerable.Range(0, 100).Select(number => $"{number}").Order(StringComparer.Ordinal), received.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_receiver_refuses_what_breaks_a_rule()
    {
        await Assert.ThrowsAsync<StorageRuleException>(() => Receiver.ReceiveAsync("Bad_Queue", Minute, None));
        await Assert.ThrowsAsync<StorageRuleException>(() => Receiver.NextVisibleAsync("Bad_Queue", None));
        await Assert.ThrowsAsync<StorageRuleException>(() => Receiver.ReceiveAsync(Queue, TimeSpan.Zero, None));
        await Assert.ThrowsAsync<StorageRuleException>(() => Receiver.ReceiveAsync(Queue, QueueRules.MaxDelay + Minute, None));
    }

    [Fact]
    public async Task Nothing_is_received_or_deleted_when_it_was_cancelled_before()
    {
        var cancelled = new CancellationToken(canceled: true);
        await SendAsync("text");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Receiver.ReceiveAsync(Queue, Minute, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Receiver.NextVisibleAsync(Queue, cancelled));

        var message = await ReceiveAsync();
        Assert.Equal(1, message!.Tries);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Receiver.DeleteAsync(Queue, message, cancelled));
        Assert.NotNull(await Receiver.NextVisibleAsync(Queue, None));
    }

    /// <inheritdoc/>
    protected override async Task<string?> TakeAsync(string queue)
    {
        if (await Receiver.ReceiveAsync(queue, Minute, None) is not { } message)
            return null;
        await Receiver.DeleteAsync(queue, message, None);
        return message.Text;
    }

    private Task SendAsync(string text) => Sender.SendAsync(Queue, text, TimeSpan.Zero, None);

    private Task<QueueMessage?> ReceiveAsync() => Receiver.ReceiveAsync(Queue, Minute, None);
}
