namespace Alerts.Filings;

/// <summary>
/// US Eastern time, which EDGAR's headers speak. The rules stand here because a time zone database is not on every
/// machine: daylight saving time since 2007 from the second Sunday in March to the first in November (Energy Policy
/// Act of 2005), before from the first Sunday in April to the last in October. EDGAR is younger than older rules.
/// </summary>
public static class EasternTime
{
    private static readonly TimeSpan Standard = TimeSpan.FromHours(-5);
    private static readonly TimeSpan Daylight = TimeSpan.FromHours(-4);

    /// <summary>The moment that a clock in New York shows. The hour that comes twice in autumn is taken as the first one.</summary>
    /// <param name="local">The clock's reading.</param>
    public static DateTimeOffset At(DateTime local)
    {
        var (start, end) = DaylightSaving(local.Year);
        return new DateTimeOffset(
            DateTime.SpecifyKind(local, DateTimeKind.Unspecified), local >= start && local < end ? Daylight : Standard);
    }

    /// <summary>The same moment as a clock in New York shows it.</summary>
    public static DateTimeOffset From(DateTimeOffset moment)
    {
        var standard = moment.ToOffset(Standard);
        var daylight = moment.ToOffset(Daylight);
        var (start, end) = DaylightSaving(standard.Year);
        return standard.DateTime >= start && daylight.DateTime < end ? daylight : standard;
    }

    // Clocks go forward at 2:00 standard time and back at 2:00 daylight time.
    private static (DateTime Start, DateTime End) DaylightSaving(int year) => year >= 2007
        ? (Sunday(year, 3, 8).AddHours(2), Sunday(year, 11, 1).AddHours(2))
        : (Sunday(year, 4, 1).AddHours(2), Sunday(year, 10, 25).AddHours(2));

    // The first Sunday on or after a day.
    private static DateTime Sunday(int year, int month, int day)
    {
        var date = new DateTime(year, month, day);
        return date.AddDays((7 - (int)date.DayOfWeek) % 7);
    }
}
