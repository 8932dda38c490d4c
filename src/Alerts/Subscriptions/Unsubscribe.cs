namespace Alerts.Subscriptions;

/// <summary>Carries out what the link in an e-mail asks for. Safe to repeat: mail programs and people click twice.</summary>
public sealed class Unsubscribe(SubscriberStore subscribers, SubscriberTokens tokens)
{
    /// <summary>Unsubscribes whom the code names; false where the code was not made here or the subscriber is gone.</summary>
    /// <param name="code">The last part of the link: "{subscriber}.{token}".</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<bool> RunAsync(string code, CancellationToken cancellation) =>
        code.Split('.') is [{ Length: 12 } id, var token]
        && tokens.MayUnsubscribe(id, token)
        && await subscribers.UpdateAsync(id, Leave, cancellation) is not null;

    // Who has no subscription to leave, only a mail that asks for a confirmation, did not ask for it and wants no other.
    private static Subscriber Leave(Subscriber subscriber) => subscriber switch
    {
        { State: SubscriberState.Confirmed } => subscriber.Leave("Asked by the link in an e-mail."),
        { State: SubscriberState.Pending } or { Request: not null } => subscriber.Leave("Asked by the link in an e-mail that wanted a confirmation.") with { IsSuppressed = true },
        _ => subscriber,
    };
}
