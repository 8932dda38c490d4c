namespace Alerts.Local.Demo;

/// <summary>The time of New York, in which EDGAR stamps filings.</summary>
internal static class Eastern
{
    private static readonly TimeZoneInfo Zone = Find();

    /// <summary>The instant of a wall-clock time.</summary>
    public static DateTimeOffset At(DateTime local) => new(local, Zone.GetUtcOffset(local));

    /// <summary>The wall-clock time of an instant.</summary>
    public static DateTime Of(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;

    // Windows without ICU knows the zone by its own name only.
    private static TimeZoneInfo Find() =>
        TimeZoneInfo.TryFindSystemTimeZoneById("America/New_York", out var zone)
            ? zone
            : TimeZoneInfo.FindSystemTimeZoneById("Eastern Standard Time");
}
