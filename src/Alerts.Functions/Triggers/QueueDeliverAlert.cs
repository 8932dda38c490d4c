using Alerts.Delivery;
using Alerts.Pipeline;
using Alerts.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Alerts.Functions.Triggers;

/// <summary>
/// Delivers one alert to one subscriber. The host knows one delay for all retries; growing ones are new messages that
/// become visible when the step says.
/// </summary>
public sealed partial class QueueDeliverAlert(DeliverAlert deliver, IQueueSender queues, ILogger<QueueDeliverAlert> logger)
{
    /// <summary>Runs for each try of a delivery.</summary>
    [Function(nameof(DeliverAlert))]
    public async Task RunAsync([QueueTrigger(Queues.Deliveries)] string message, CancellationToken cancellation)
    {
        switch (await deliver.RunAsync(DeliveryKey.Parse(message), cancellation))
        {
            case DeliveryStep.RetryAfter { Delay: var delay, Reason: var reason }:
                await queues.SendAsync(Queues.Deliveries, message, delay > TimeSpan.Zero ? delay : TimeSpan.Zero, cancellation);
                if (reason is not null)
                    Log.PutOff(logger, message, delay, reason);
                break;
            case DeliveryStep.Done { State: DeliveryState.Failed, Reason: var reason }:
                Log.GivenUp(logger, message, reason);
                break;
            case DeliveryStep.Done { State: { } state }:
                Log.Ended(logger, message, state);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(50, LogLevel.Information, "Delivery {Delivery}: {State}")]
        public static partial void Ended(ILogger logger, string delivery, DeliveryState state);

        [LoggerMessage(51, LogLevel.Warning, "Delivery put off: {Delivery} by {Delay}: {Reason}")]
        public static partial void PutOff(ILogger logger, string delivery, TimeSpan delay, string reason);

        [LoggerMessage(52, LogLevel.Error, "Delivery given up: {Delivery}: {Reason}")]
        public static partial void GivenUp(ILogger logger, string delivery, string? reason);
    }
}
