using System.Text.Json.Serialization;

namespace Alerts.Subscriptions;

/// <summary>How often a subscriber is told. Days and weeks are those of UTC: a day ends in New York's evening, after the filings that follow the market's close.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Cadence>))]
public enum Cadence
{
    /// <summary>Of each filing by itself, as soon as it is read.</summary>
    [JsonStringEnumMemberName("immediate")]
    Immediate,

    /// <summary>Of all that changed in a day, by one e-mail after it.</summary>
    [JsonStringEnumMemberName("daily")]
    Daily,

    /// <summary>Of all that changed from Monday to Sunday, by one e-mail after it.</summary>
    [JsonStringEnumMemberName("weekly")]
    Weekly,
}
