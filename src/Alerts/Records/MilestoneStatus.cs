using System.Text.Json.Serialization;

namespace Alerts.Records;

/// <summary>How a filing speaks of a milestone.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MilestoneStatus>))]
public enum MilestoneStatus
{
    /// <summary>Expected, planned, anticipated.</summary>
    [JsonStringEnumMemberName("planned")]
    Planned,

    /// <summary>Said to be on track, or repeated as before.</summary>
    [JsonStringEnumMemberName("on_track")]
    OnTrack,

    /// <summary>The filing reports that it happened.</summary>
    [JsonStringEnumMemberName("achieved")]
    Achieved,

    /// <summary>Said to be later than before.</summary>
    [JsonStringEnumMemberName("delayed")]
    Delayed,

    /// <summary>Stopped, discontinued, no longer planned.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,
}
