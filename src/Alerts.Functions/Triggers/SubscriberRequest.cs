using System.Text.Json;
using System.Text.Json.Serialization;
using Alerts.Records;
using Alerts.Subscriptions;

namespace Alerts.Functions.Triggers;

/// <summary>What the operator sends to add a subscriber: an e-mail address, or a webhook's address and its signing secret.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SubscriberRequest
{
    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The webhook's address.</summary>
    public Uri? Webhook { get; init; }

    /// <summary>The webhook's secret: whsec_ and base64.</summary>
    public string? Secret { get; init; }

    /// <summary>CIKs and tickers; none for all companies.</summary>
    public IReadOnlyList<string> Watchlist { get; init; } = [];

    /// <summary>Which changes count.</summary>
    public SubscriptionRule Rule { get; init; } = new();

    /// <summary>"immediate", or for one e-mail about all that changed "daily" or "weekly".</summary>
    public Cadence Cadence { get; init; }

    /// <summary>Reads a request's body.</summary>
    /// <returns>The subscriber, or what is wrong, in a sentence.</returns>
    public static async Task<(Subscriber? Subscriber, string? Problem)> ReadAsync(Stream body, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<SubscriberRequest>(body, RecordJson.Options, cancellation) is { } request
                ? (request.ToSubscriber(now), null)
                : (null, "The body is null: expected an object with \"email\", or with \"webhook\" and \"secret\".");
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            return (null, error.Message);
        }
    }

    // Who adds a subscriber here answers for their consent, so nothing is left to confirm.
    private Subscriber ToSubscriber(DateTimeOffset now)
    {
        var subscriber = (Email, Webhook, Secret) switch
        {
            ({ } email, null, null) => Subscriber.ForEmail(email, now),
            (null, { } webhook, { } secret) => Subscriber.ForWebhook(new WebhookEndpoint(webhook, [WebhookSecret.Parse(secret)]), now),
            _ => throw new FormatException("A subscriber has either \"email\" or \"webhook\" with \"secret\"."),
        };
        return subscriber with { Watchlist = Watchlist, Rule = Rule, Cadence = Cadence, State = SubscriberState.Confirmed };
    }
}
