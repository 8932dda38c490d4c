using System.Text.Json.Serialization;

namespace Alerts.Records;

/// <summary>What sort of statement changed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChangeKind>))]
public enum ChangeKind
{
    /// <summary>A clinical result.</summary>
    [JsonStringEnumMemberName("data")]
    Data,

    /// <summary>A milestone.</summary>
    [JsonStringEnumMemberName("milestone")]
    Milestone,

    /// <summary>Financial guidance.</summary>
    [JsonStringEnumMemberName("financial")]
    Financial,
}
