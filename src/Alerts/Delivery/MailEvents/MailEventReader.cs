using System.Globalization;
using System.Text.Json;
using Alerts.Storage;

namespace Alerts.Delivery.MailEvents;

/// <summary>Reads a batch of SendGrid's events: an array of objects, each with "event", "email" and "timestamp", and what the mail was marked with.</summary>
public static class MailEventReader
{
    /// <summary>The mark that names the delivery, put on each mail when it is sent; it comes back with each event of the mail.</summary>
    public const string DeliveryMark = "delivery";

    // SendGrid's names for why it did not send (event "dropped"). All others are about the mail or the account.
    private static readonly string[] AboutTheAddress = ["Bounced Address", "Unsubscribed Address", "Spam Reporting Address"];
    private const string InvalidAddress = "Invalid";

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    /// <summary>The events in their order; null where it is no array in JSON.</summary>
    public static IReadOnlyList<MailEvent>? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, Options);
            return json.RootElement.ValueKind == JsonValueKind.Array ? [.. json.RootElement.EnumerateArray().Select(Read)] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static MailEvent Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return new MailEvent { Kind = MailEventKind.Unknown };
        var reason = Text(json, "reason") ?? Text(json, "response");
        return new MailEvent
        {
            Kind = KindOf(Text(json, "event"), Text(json, "type"), reason),
            Email = Text(json, "email") ?? "",
            At = TimeOf(json),
            Delivery = DeliveryOf(Text(json, DeliveryMark)),
            Reason = reason,
        };
    }

    private static MailEventKind KindOf(string? name, string? type, string? reason) => name switch
    {
        "delivered" => MailEventKind.Delivered,
        // A block is about this mail or its sender; SendGrid goes on sending to the address.
        "bounce" => type == "blocked" ? MailEventKind.NotSent : MailEventKind.Bounced,
        "dropped" => IsAboutTheAddress(reason) ? MailEventKind.Refused : MailEventKind.NotSent,
        "spamreport" => MailEventKind.Complained,
        "unsubscribe" => MailEventKind.Unsubscribed,
        "group_unsubscribe" => MailEventKind.LeftGroup,
        "processed" or "deferred" or "open" or "click" or "group_resubscribe" => MailEventKind.Ignored,
        _ => MailEventKind.Unknown,
    };

    private static bool IsAboutTheAddress(string? reason) =>
        reason is not null
        && (reason.Trim().Equals(InvalidAddress, StringComparison.OrdinalIgnoreCase)
            || AboutTheAddress.Any(name => reason.TrimStart().StartsWith(name, StringComparison.OrdinalIgnoreCase)));

    private static DateTimeOffset? TimeOf(JsonElement json)
    {
        if (!json.TryGetProperty("timestamp", out var time))
            return null;
        var known = time.ValueKind == JsonValueKind.Number
            ? time.TryGetInt64(out var second)
            : long.TryParse(Text(json, "timestamp"), NumberStyles.None, CultureInfo.InvariantCulture, out second);
        // Up to the year 9999.
        return known && second is >= 0 and <= 253_402_300_799 ? DateTimeOffset.FromUnixTimeSeconds(second) : null;
    }

    // Other senders of the account may use a mark of the same name for something else.
    private static DeliveryKey? DeliveryOf(string? mark)
    {
        if (mark is null)
            return null;
        try
        {
            var key = DeliveryKey.Parse(mark);
            TableRules.CheckKeys(key.Occasion, key.SubscriberId);
            return key;
        }
        catch (Exception error) when (error is FormatException or StorageRuleException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
