using Alerts.Subscriptions;

namespace Alerts.Signup;

/// <summary>Carries out what the owner of an address confirms. Safe to repeat: people click twice.</summary>
public sealed class ConfirmSubscription(SubscriberStore subscribers, SubscriberTokens tokens, TimeProvider time)
{
    /// <summary>Looks at what a link stands for; changes nothing.</summary>
    /// <param name="code">The last part of the link: "{subscriber}.{token}".</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<Confirmation> ReadAsync(string code, CancellationToken cancellation) =>
        Parts(code) is var (id, token) && await subscribers.GetAsync(id, cancellation) is { } subscriber
            ? Look(subscriber, token)
            : Confirmation.Unknown;

    /// <summary>Makes the request the subscription.</summary>
    /// <returns>What the link stands for now: confirmed, or unknown.</returns>
    public async Task<Confirmation> RunAsync(string code, CancellationToken cancellation) =>
        Parts(code) is var (id, token) && await subscribers.UpdateAsync(id, subscriber => Confirm(subscriber, token), cancellation) is { } subscriber
            ? Look(subscriber, token)
            : Confirmation.Unknown;

    private Subscriber Confirm(Subscriber subscriber, string token) => Look(subscriber, token) is { State: ConfirmationState.Open } && subscriber.Request is { } request
        ? subscriber with
        {
            Watchlist = request.Watchlist,
            Rule = request.Rule,
            Cadence = request.Cadence,
            State = SubscriberState.Confirmed,
            StateReason = null,
            Confirmed = request.At,
            Request = null,
        }
        : subscriber;

    private Confirmation Look(Subscriber subscriber, string token)
    {
        if (subscriber is { IsSuppressed: false, Request: { } request } && !request.IsExpired(time.GetUtcNow()) && tokens.MayConfirm(subscriber.Id, request.At, token))
            return new Confirmation(ConfirmationState.Open, subscriber);
        // Who left since then does not come back by the same link.
        return subscriber is { State: SubscriberState.Confirmed, Confirmed: { } at } && tokens.MayConfirm(subscriber.Id, at, token)
            ? new Confirmation(ConfirmationState.Confirmed, subscriber)
            : Confirmation.Unknown;
    }

    private static (string Id, string Token)? Parts(string code) => code.Split('.') is [{ Length: 12 } id, var token] ? (id, token) : null;
}

/// <summary>What a confirmation link stands for.</summary>
/// <param name="State">Whether it is still to be confirmed.</param>
/// <param name="Subscriber">Whose it is; null where it is unknown.</param>
public sealed record Confirmation(ConfirmationState State, Subscriber? Subscriber)
{
    /// <summary>A link that confirms nothing.</summary>
    public static Confirmation Unknown { get; } = new(ConfirmationState.Unknown, null);
}

/// <summary>Whether a request is still to be confirmed.</summary>
public enum ConfirmationState
{
    /// <summary>The link was not made here, or its request has expired, was replaced or withdrawn.</summary>
    Unknown,

    /// <summary>To be confirmed.</summary>
    Open,

    /// <summary>Confirmed, now or before.</summary>
    Confirmed,
}
