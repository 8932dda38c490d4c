using Alerts.Subscriptions;

namespace Alerts.Signup;

/// <summary>
/// Takes what somebody asks for an e-mail address: writes it down beside whatever is known of the address, and has the owner asked. Nothing that
/// comes back says whether the address was known.
/// </summary>
public sealed class RequestSubscription(SubscriberStore subscribers, ConfirmationMails mails, SignupLimits limits, TimeProvider time)
{
    /// <summary>The least time between two confirmation mails to one address. In between, the first request stands.</summary>
    public static TimeSpan BetweenMails { get; } = TimeSpan.FromHours(24);

    /// <summary>Takes a request that <see cref="SignupChecks"/> found nothing wrong with.</summary>
    /// <param name="wanted">The e-mail address, and what is asked for it.</param>
    /// <param name="cancellation">Stops waiting; what was written stays and is taken up by the daily pass.</param>
    /// <returns>False where too many ask in this hour; then nothing was done.</returns>
    public async Task<bool> RunAsync(Subscriber wanted, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var now = time.GetUtcNow();
        if (!await limits.TakeRequestAsync(now, cancellation))
            return false;
        var known = await subscribers.GetAsync(wanted.Id, cancellation);
        if ((known is null || MayAsk(known, now)) && await limits.TakeMailAsync(wanted.Email!, now, cancellation))
            known = await WriteAsync(wanted, now, cancellation);
        if (known is not null)
            await mails.EnsureAsync(known, cancellation);
        return true;
    }

    private async Task<Subscriber> WriteAsync(Subscriber wanted, DateTimeOffset now, CancellationToken cancellation)
    {
        var request = new SubscriptionRequest { At = now, Watchlist = wanted.Watchlist, Rule = wanted.Rule, Cadence = wanted.Cadence };
        var fresh = Subscriber.ForEmail(wanted.Email!, now) with { Request = request, Requested = now };
        while (true)
        {
            if (await subscribers.AddAsync(fresh, cancellation))
                return fresh;
            if (await subscribers.UpdateAsync(fresh.Id, Ask, cancellation) is { } known)
                return known;
        }

        // Asked again inside, because somebody else may have asked for the address meanwhile.
        Subscriber Ask(Subscriber subscriber) => MayAsk(subscriber, now) ? subscriber with { Request = request, Requested = now } : subscriber;
    }

    private static bool MayAsk(Subscriber subscriber, DateTimeOffset now) =>
        subscriber is { IsSuppressed: false, Email: not null } && (subscriber.Requested is not { } last || now - last >= BetweenMails);
}
