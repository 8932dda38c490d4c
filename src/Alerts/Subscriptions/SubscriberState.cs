using System.Text.Json.Serialization;

namespace Alerts.Subscriptions;

/// <summary>Whether a subscriber gets alerts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SubscriberState>))]
public enum SubscriberState
{
    /// <summary>Asked for, not yet confirmed by the owner of the address: gets nothing.</summary>
    [JsonStringEnumMemberName("pending")]
    Pending,

    /// <summary>Gets alerts.</summary>
    [JsonStringEnumMemberName("confirmed")]
    Confirmed,

    /// <summary>Gets nothing any more: asked to stop, or the receiver answered 410 Gone.</summary>
    [JsonStringEnumMemberName("unsubscribed")]
    Unsubscribed,
}
