using Alerts.Delivery.Webhooks;
using Alerts.Subscriptions;

namespace Alerts.Delivery;

/// <summary>What the operator decides about deliveries.</summary>
public sealed record DeliveryOptions
{
    // Header "List-Unsubscribe" holds at most 77 bytes: <, the address, /u/, twelve characters, a dot, twelve, >.
    private const int LongestPublicUrl = 77 - 2 - 3 - 12 - 1 - 12;

    /// <summary>Sender of the e-mails.</summary>
    public required EmailAddress From { get; init; }

    /// <summary>Where this installation is reached by its subscribers: "https://alerts.example.com".</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>Makes the links of e-mails, which nobody else can make; at least 32 random characters, the same after a restart.</summary>
    public required string LinkSecret { get; init; }

    /// <summary>Where webhooks may go.</summary>
    public TargetPolicy Targets { get; init; } = TargetPolicy.Public;

    /// <summary>Longest time for a receiver to answer. Standard Webhooks recommends 15 to 30 seconds.</summary>
    public TimeSpan WebhookTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>One sentence for each setting that cannot work, naming it; empty where all is well.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (!EmailAddress.IsValid(From.Address))
            problems.Add($"The sender \"{From.Address}\" is not an e-mail address; expected one like alerts@example.com.");
        if (!PublicUrl.IsAbsoluteUri || PublicUrl.Scheme is not ("https" or "http"))
            problems.Add($"The public address \"{PublicUrl}\" is not an absolute https address.");
        else if (Base.Length > LongestPublicUrl)
            problems.Add($"The public address {PublicUrl} has {Base.Length} characters; unsubscribe headers allow for {LongestPublicUrl}. Use a shorter host name.");
        if (LinkSecret.Length < 32)
            problems.Add($"The link secret has {LinkSecret.Length} characters; expected at least 32 random ones.");
        return problems;
    }

    /// <summary>The page, and the target of one-click unsubscription (RFC 8058), for a subscriber: {PublicUrl}/u/{id}.{token}.</summary>
    public Uri UnsubscribeUrl(string subscriberId) =>
        new($"{Base}/u/{subscriberId}.{new SubscriberTokens(LinkSecret).ForUnsubscribe(subscriberId)}");

    /// <summary>The page on which the owner of an address confirms what was asked for it: {PublicUrl}/c/{id}.{token}.</summary>
    public Uri ConfirmationUrl(string subscriberId, DateTimeOffset asked) =>
        new($"{Base}/c/{subscriberId}.{new SubscriberTokens(LinkSecret).ForConfirmation(subscriberId, asked)}");

    private string Base => PublicUrl.AbsoluteUri.TrimEnd('/');
}
