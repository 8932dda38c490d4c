using Alerts.Subscriptions;

namespace Alerts.Signup;

/// <summary>
/// The daily look at what is still to be confirmed: forgets what nobody confirmed in time, and sends the mails that a crash kept from being sent.
/// </summary>
public sealed class TendRequests(SubscriberStore subscribers, ConfirmationMails mails, SignupLimits limits, TimeProvider time)
{
    /// <summary>Runs over all subscribers.</summary>
    /// <returns>Requests that were forgotten, and messages that were sent again.</returns>
    public async Task<(int Expired, int Requeued)> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var (expired, requeued) = (0, 0);
        await foreach (var subscriber in subscribers.ListAsync(cancellation))
        {
            if (subscriber is { State: SubscriberState.Pending, Request: null } || subscriber.Request?.IsExpired(now) == true)
            {
                await ForgetAsync(subscriber, cancellation);
                expired++;
            }
            else if (await mails.EnsureAsync(subscriber, cancellation))
            {
                requeued++;
            }
        }

        await limits.RemoveOldAsync(now, cancellation);
        return (expired, requeued);
    }

    // An address whose owner never answered is not kept. What else is known of one stays: that they get alerts, or left.
    private async Task ForgetAsync(Subscriber subscriber, CancellationToken cancellation)
    {
        var known = await subscribers.UpdateAsync(
            subscriber.Id, now => now.Request is not null && now.Request.At == subscriber.Request?.At ? now with { Request = null } : now, cancellation);
        if (known is { State: SubscriberState.Pending, Request: null })
            await subscribers.RemoveAsync(subscriber.Id, cancellation);
    }
}
