using Alerts.Delivery;
using Alerts.Pipeline;
using Alerts.Storage;

namespace Alerts.Local;

/// <summary>
/// Does on one machine what triggers do on Azure: parses what a poll archived, and works off the queues.
/// </summary>
internal sealed class Worker(
    PollFilings poll,
    ParseFiling parse,
    RaiseLapses lapses,
    SendAlerts alerts,
    SendDigests digests,
    DeliverAlert deliver,
    IQueueReceiver receiver,
    IQueueSender sender,
    TimeProvider time)
{
    // Longer than any of the steps takes; a message of a process that died is taken up again after it.
    private static readonly TimeSpan Visibility = TimeSpan.FromMinutes(5);

    /// <summary>Polls, parses what was archived, oldest first, looks for windows that lapsed, and makes the digests that are due ready.</summary>
    /// <param name="watch">Told of what happens as it happens.</param>
    /// <param name="cancellation">Stops between two steps; the next run goes on.</param>
    public async Task<PollReport> PollAsync(IWorkWatch watch, CancellationToken cancellation)
    {
        var report = await poll.RunAsync(new Watch<FilingKey>(watch.Archived), cancellation);
        foreach (var key in report.Archived)
        {
            if (await parse.RunAsync(key, cancellation) is { } parsed)
                watch.Parsed(parsed);
        }

        foreach (var lapsed in await lapses.RunAsync(cancellation))
            watch.Lapsed(lapsed);
        foreach (var failure in (await digests.RunAsync(cancellation)).Failures)
            watch.Failed(failure);
        return report;
    }

    /// <summary>Works off what is visible in the queues now; returns when the next message becomes visible, null for empty queues.</summary>
    public async Task<DateTimeOffset?> DrainAsync(IWorkWatch watch, CancellationToken cancellation)
    {
        while (await StepAsync(Queues.Alerts, SendAsync, watch, cancellation) || await StepAsync(Queues.Deliveries, DeliverAsync, watch, cancellation))
        {
        }

        var next = new[]
        {
            await receiver.NextVisibleAsync(Queues.Alerts, cancellation),
            await receiver.NextVisibleAsync(Queues.Deliveries, cancellation),
        };
        return next.Min();
    }

    /// <summary>Receives and handles one message; false if there is none.</summary>
    private async Task<bool> StepAsync(string queue, Func<string, CancellationToken, Task<TimeSpan?>> handle, IWorkWatch watch, CancellationToken cancellation)
    {
        if (await receiver.ReceiveAsync(queue, Visibility, cancellation) is not { } message)
            return false;
        try
        {
            // Sent before the old one is deleted: a crash between the two leaves both, and the steps can run twice.
            if (await handle(message.Text, cancellation) is { } delay)
                await sender.SendAsync(queue, message.Text, delay, cancellation);
            await receiver.DeleteAsync(queue, message, cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The message becomes visible again; after its fifth try the queue puts it aside.
            watch.Failed($"{queue}: \"{message.Text}\", try {message.Tries}: {error.Message}");
        }

        return true;
    }

    private Task<TimeSpan?> SendAsync(string message, CancellationToken cancellation) => alerts.RunAsync(Occasion.Parse(message), cancellation);

    private async Task<TimeSpan?> DeliverAsync(string message, CancellationToken cancellation) =>
        await deliver.RunAsync(DeliveryKey.Parse(message), cancellation) is DeliveryStep.RetryAfter(var delay) ? delay : null;

    /// <summary>Waits until a moment comes, but not longer than that.</summary>
    public Task WaitAsync(DateTimeOffset until, TimeSpan longest, CancellationToken cancellation)
    {
        var wait = until - time.GetUtcNow();
        wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait < longest ? wait : longest;
        return Task.Delay(wait, time, cancellation);
    }
}
