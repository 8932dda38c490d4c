using Alerts.Pipeline;
using Alerts.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Alerts.Functions.Triggers;

/// <summary>Makes the deliveries of a filing ready.</summary>
public sealed class QueueSendAlerts(SendAlerts send, IQueueSender queues)
{
    /// <summary>Runs for each occasion; one that has to wait comes again as a new message.</summary>
    [Function(nameof(SendAlerts))]
    public async Task RunAsync([QueueTrigger(Queues.Alerts)] string message, CancellationToken cancellation)
    {
        if (await send.RunAsync(Occasion.Parse(message), cancellation) is { } delay)
            await queues.SendAsync(Queues.Alerts, message, delay, cancellation);
    }
}
