using System.Text.Json.Serialization;

namespace Alerts.Records;

/// <summary>What happened to a statement.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChangeWord>))]
public enum ChangeWord
{
    /// <summary>Said for the first time.</summary>
    [JsonStringEnumMemberName("new")]
    New,

    /// <summary>Data: a later cut or a correction; before and after differ.</summary>
    [JsonStringEnumMemberName("revised")]
    Revised,

    /// <summary>The window moved later.</summary>
    [JsonStringEnumMemberName("delayed")]
    Delayed,

    /// <summary>The window moved earlier.</summary>
    [JsonStringEnumMemberName("accelerated")]
    Accelerated,

    /// <summary>The window or range lies within the one before.</summary>
    [JsonStringEnumMemberName("narrowed")]
    Narrowed,

    /// <summary>The window or range holds the one before.</summary>
    [JsonStringEnumMemberName("widened")]
    Widened,

    /// <summary>It happened.</summary>
    [JsonStringEnumMemberName("achieved")]
    Achieved,

    /// <summary>Stopped or taken back.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,

    /// <summary>The window passed by more than 30 days in silence; raised once, by the clock.</summary>
    [JsonStringEnumMemberName("lapsed")]
    Lapsed,

    /// <summary>A filing of the kind that used to repeat it no longer does.</summary>
    [JsonStringEnumMemberName("omitted")]
    Omitted,

    /// <summary>Financial: the range moved up.</summary>
    [JsonStringEnumMemberName("raised")]
    Raised,

    /// <summary>Financial: the range moved down.</summary>
    [JsonStringEnumMemberName("lowered")]
    Lowered,

    /// <summary>Said again, unchanged: recorded with its date, never alerted.</summary>
    [JsonStringEnumMemberName("reaffirmed")]
    Reaffirmed,

    /// <summary>What was alerted before is now different, through a better parser or an alias.</summary>
    [JsonStringEnumMemberName("corrected")]
    Corrected,
}
