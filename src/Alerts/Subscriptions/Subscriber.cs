using System.Security.Cryptography;
using System.Text;
using Alerts.Records;

namespace Alerts.Subscriptions;

/// <summary>
/// Somebody who wants to know: where alerts go (an e-mail address or a webhook, never both), which companies are
/// watched and which changes count.
/// </summary>
public sealed record Subscriber
{
    /// <summary>
    /// Twelve letters and digits made from the address, so that subscribing twice finds the same subscriber and
    /// nobody is alerted twice of one filing.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The e-mail address; null for a webhook.</summary>
    public string? Email { get; init; }

    /// <summary>The webhook; null for an e-mail address.</summary>
    public WebhookEndpoint? Webhook { get; init; }

    /// <summary>
    /// Ten-digit CIKs and upper-case tickers, brought into that form when set; empty watches every company. What is
    /// neither stays as it is, for <see cref="SubscriberChecks"/> to name.
    /// </summary>
    public IReadOnlyList<string> Watchlist
    {
        get;
        init => field = [.. value.Select(entry => Subscriptions.Watchlist.Normalize(entry) ?? entry).Distinct()];
    } = [];

    /// <summary>Which changes count.</summary>
    public SubscriptionRule Rule { get; init; } = new();

    /// <summary>How often alerts are sent; webhooks are told at once.</summary>
    public Cadence Cadence { get; init; }

    /// <summary>When the subscription was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Whether alerts are sent.</summary>
    public SubscriberState State { get; init; }

    /// <summary>Why the state is what it is, where somebody may ask: "the receiver answered 410 Gone".</summary>
    public string? StateReason { get; init; }

    /// <summary>What was asked for this address and is still to be confirmed; null for nothing.</summary>
    public SubscriptionRequest? Request { get; init; }

    /// <summary>When the latest confirmation mail was asked for, of which there is one in 24 hours; null for never.</summary>
    public DateTimeOffset? Requested { get; init; }

    /// <summary>
    /// <see cref="SubscriptionRequest.At"/> of the request that was confirmed last; null where the operator answers for the subscriber.
    /// </summary>
    public DateTimeOffset? Confirmed { get; init; }

    /// <summary>
    /// True where nothing at all is mailed to the address, not even a question whether to confirm, until the operator subscribes it anew:
    /// its mail system refuses it, or its owner called a mail spam or never asked for one.
    /// </summary>
    public bool IsSuppressed { get; init; }

    /// <summary>Where alerts go, as a person would name it.</summary>
    public string Address => Email ?? Webhook?.Url.AbsoluteUri ?? Id;

    /// <summary>A subscriber by e-mail, still to be confirmed.</summary>
    public static Subscriber ForEmail(string address, DateTimeOffset created) => new() { Id = IdOfEmail(address), Email = address.Trim(), Created = created };

    /// <summary>The id that a subscriber of this e-mail address has, or would have.</summary>
    public static string IdOfEmail(string address) => IdOf("mailto:" + address.Trim().ToLowerInvariant());

    /// <summary>A subscriber by webhook, still to be confirmed.</summary>
    public static Subscriber ForWebhook(WebhookEndpoint endpoint, DateTimeOffset created) =>
        new() { Id = IdOf(endpoint.Url.AbsoluteUri), Webhook = endpoint, Created = created };

    /// <summary>True where the filing's company is watched and the filing has one of the wanted items.</summary>
    public bool Watches(FilingFacts filing) =>
        (Watchlist.Count == 0
            || (filing.Cik is { } cik && Watchlist.Contains(cik))
            || (filing.Ticker is { } ticker && Watchlist.Contains(ticker.ToUpperInvariant())))
        && Rule.MatchesItems(filing.Items);

    /// <summary>The changes of a filing that this subscriber wants to hear of; whether it may be sent any is its state's matter.</summary>
    public IReadOnlyList<Change> Select(FilingFacts filing, IEnumerable<Change> changes) =>
        Watches(filing) ? [.. changes.Where(Rule.Matches)] : [];

    /// <summary>The subscriber who left, with the reason; what was still to be confirmed is withdrawn.</summary>
    public Subscriber Leave(string reason) => this with { State = SubscriberState.Unsubscribed, StateReason = reason, Request = null };

    // Sixty bits: short enough for an unsubscribe link of 77 bytes, and a chance of one in a million that two of a
    // million subscribers collide; the store refuses the second with "is subscribed already".
    private static string IdOf(string address)
    {
        const string alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(address));
        return new([.. hash.Take(12).Select(part => alphabet[part % alphabet.Length])]);
    }
}
