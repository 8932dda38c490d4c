using System.Runtime.CompilerServices;
using System.Text.Json;
using Alerts.Records;
using Alerts.Storage;

namespace Alerts.Subscriptions;

/// <summary>
/// The subscribers, one row each in one partition: every filing asks for all of them, and one partition serves some
/// two thousand rows a second.
/// </summary>
public sealed class SubscriberStore(ITableStore tables)
{
    /// <summary>Name of the table.</summary>
    public const string Table = "Subscribers";

    private const string Partition = "subscribers";

    /// <summary>Adds a subscriber; false if there is one with the same address.</summary>
    public Task<bool> AddAsync(Subscriber subscriber, CancellationToken cancellation) =>
        tables.AddAsync(Table, ToRow(subscriber), cancellation);

    /// <summary>The subscriber, or null.</summary>
    public async Task<Subscriber?> GetAsync(string id, CancellationToken cancellation) =>
        await tables.GetAsync(Table, Partition, id, cancellation) is { } row ? FromRow(row) : null;

    /// <summary>All subscribers in the order of their ids, whatever their state.</summary>
    public async IAsyncEnumerable<Subscriber> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in tables.QueryAsync(Table, Partition, null, null, cancellation))
            yield return FromRow(row);
    }

    /// <summary>
    /// Changes a subscriber as it is now, whoever else changes it at the same time; null if there is none. The
    /// function may be called several times; what it leaves as it was is not written.
    /// </summary>
    public async Task<Subscriber?> UpdateAsync(string id, Func<Subscriber, Subscriber> change, CancellationToken cancellation)
    {
        while (await tables.GetAsync(Table, Partition, id, cancellation) is { } row)
        {
            var known = FromRow(row);
            var next = change(known);
            if (ReferenceEquals(next, known))
                return known;
            var changed = next with { Id = id };
            if (await tables.ReplaceAsync(Table, ToRow(changed) with { ETag = row.ETag }, cancellation))
                return changed;
        }

        return null;
    }

    /// <summary>Forgets a subscriber; nothing happens if there is none.</summary>
    public Task RemoveAsync(string id, CancellationToken cancellation) => tables.DeleteAsync(Table, Partition, id, cancellation);

    private static TableRow ToRow(Subscriber subscriber)
    {
        var values = new Dictionary<string, object>
        {
            ["Watchlist"] = string.Join(' ', subscriber.Watchlist),
            ["Rule"] = JsonSerializer.Serialize(subscriber.Rule, RecordJson.Options),
            ["Cadence"] = subscriber.Cadence.ToString(),
            ["Created"] = subscriber.Created.ToUniversalTime(),
            ["State"] = subscriber.State.ToString(),
        };
        if (subscriber.Email is { } email)
            values["Email"] = email;
        if (subscriber.Webhook is { } webhook)
        {
            values["WebhookUrl"] = webhook.Url.AbsoluteUri;
            values["WebhookSecrets"] = string.Join(' ', webhook.Secrets.Select(secret => secret.Reveal()));
        }

        if (subscriber.StateReason is { } reason)
            values["StateReason"] = reason;
        if (subscriber.Request is { } request)
            values["Request"] = JsonSerializer.Serialize(request, RecordJson.Options);
        if (subscriber.Requested is { } requested)
            values["Requested"] = requested.ToUniversalTime();
        if (subscriber.Confirmed is { } confirmed)
            values["Confirmed"] = confirmed.ToUniversalTime();
        if (subscriber.IsSuppressed)
            values["IsSuppressed"] = true;
        return new(Partition, subscriber.Id, values);
    }

    private static Subscriber FromRow(TableRow row)
    {
        string? Text(string name) => row.Values.TryGetValue(name, out var value) ? (string)value : null;
        DateTimeOffset? Time(string name) => row.Values.TryGetValue(name, out var value) ? (DateTimeOffset)value : null;
        return new()
        {
            Id = row.Row,
            Email = Text("Email"),
            Webhook = Text("WebhookUrl") is { } url
                ? new(new(url), [.. Split(Text("WebhookSecrets")).Select(WebhookSecret.Parse)])
                : null,
            Watchlist = Split(Text("Watchlist")),
            Rule = JsonSerializer.Deserialize<SubscriptionRule>(Text("Rule")!, RecordJson.Options)!,
            // Rows that were written before there were digests have none.
            Cadence = Text("Cadence") is { } cadence ? Enum.Parse<Cadence>(cadence) : Cadence.Immediate,
            Created = (DateTimeOffset)row.Values["Created"],
            State = Enum.Parse<SubscriberState>(Text("State")!),
            StateReason = Text("StateReason"),
            Request = Text("Request") is { } request ? JsonSerializer.Deserialize<SubscriptionRequest>(request, RecordJson.Options) : null,
            Requested = Time("Requested"),
            Confirmed = Time("Confirmed"),
            IsSuppressed = row.Values.ContainsKey("IsSuppressed"),
        };
    }

    private static string[] Split(string? text) => text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
