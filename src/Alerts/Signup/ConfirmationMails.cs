using Alerts.Delivery;
using Alerts.Pipeline;
using Alerts.Storage;
using Alerts.Subscriptions;

namespace Alerts.Signup;

/// <summary>Makes the confirmation mail of a request ready to be delivered, by the same log and queue as alerts.</summary>
public sealed class ConfirmationMails(DeliveryLog deliveries, IQueueSender queues, TimeProvider time)
{
    /// <summary>
    /// Makes sure that the mail that the subscriber's request needs goes out once: adds its delivery unless it is there, and asks for it unless it is
    /// done or waits for its next try. Repairs what a crash after storing the request left undone.
    /// </summary>
    /// <returns>True where a message was sent to the queue.</returns>
    public async Task<bool> EnsureAsync(Subscriber subscriber, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        if (subscriber is not { Request: { } request, IsSuppressed: false })
            return false;
        var entry = new DeliveryEntry { Key = new DeliveryKey(ConfirmationOccasion.Of(request), subscriber.Id), ChangeIds = [], Created = request.At };
        if (!await deliveries.AddAsync(entry, cancellation))
        {
            var known = await deliveries.GetAsync(entry.Key, cancellation);
            if (known is not { State: DeliveryState.Pending } || known.NotBefore > time.GetUtcNow())
                return false;
        }

        await queues.SendAsync(Queues.Deliveries, entry.Key.ToString(), TimeSpan.Zero, cancellation);
        return true;
    }
}
