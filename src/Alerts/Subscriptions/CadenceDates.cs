namespace Alerts.Subscriptions;

/// <summary>When what was collected is told.</summary>
public static class CadenceDates
{
    /// <summary>
    /// True where a day or week has ended since then. What is left from before somebody chose to be told at once is due at once.
    /// </summary>
    /// <param name="cadence">How often the subscriber is told, as of now.</param>
    /// <param name="collected">When there was something to tell.</param>
    /// <param name="now">The present.</param>
    public static bool IsDue(this Cadence cadence, DateTimeOffset collected, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var day = DateOnly.FromDateTime(collected.UtcDateTime);
        return cadence switch
        {
            Cadence.Daily => day < today,
            Cadence.Weekly => day < Monday(today),
            _ => true,
        };
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
