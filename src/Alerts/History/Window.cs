using System.Text.Json.Serialization;
using Alerts.Records;

namespace Alerts.History;

/// <summary>The days between which something is to happen, both inclusive; null ends are open.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public readonly record struct Window(DateOnly? From, DateOnly? To)
{
    /// <summary>True where no time is stated.</summary>
    [JsonIgnore]
    public bool IsUndated => From is null && To is null;

    /// <summary>The last day that is stated; of "not before 2023" its first.</summary>
    [JsonIgnore]
    public DateOnly? End => To ?? From;

    /// <summary>The window of a statement.</summary>
    public static Window Of(Guidance guidance)
    {
        ArgumentNullException.ThrowIfNull(guidance);
        return new Window(guidance.From, guidance.To);
    }

    /// <summary>Whether the other window lies within this one; an open end holds everything on its side.</summary>
    public bool Holds(Window other) =>
        (From is null || (other.From is { } from && from >= From)) && (To is null || (other.To is { } to && to <= To));

    /// <summary>Whether the two have a day in common.</summary>
    public bool Meets(Window other) =>
        (From is null || other.To is null || From <= other.To) && (To is null || other.From is null || other.From <= To);

    /// <summary>Number of days; unbounded windows are longer than all others.</summary>
    internal int Days => From is { } from && To is { } to ? to.DayNumber - from.DayNumber : int.MaxValue;

    /// <summary>"By year-end": only the end counts, the beginning is the day on which it was said.</summary>
    internal bool IsDeadline(DateOnly said) => To is not null && (From is null || From == said);
}
