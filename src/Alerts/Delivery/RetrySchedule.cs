namespace Alerts.Delivery;

/// <summary>When a delivery that failed is tried again: the schedule that Standard Webhooks recommends, over three days.</summary>
public static class RetrySchedule
{
    /// <summary>Longest time that a receiver's Retry-After is followed.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromHours(24);

    /// <summary>The delay after the first attempt, the second, … After one more attempt than delays it is given up.</summary>
    public static IReadOnlyList<TimeSpan> Delays { get; } =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(5),
        TimeSpan.FromHours(10),
        TimeSpan.FromHours(14),
        TimeSpan.FromHours(20),
        TimeSpan.FromHours(24),
    ];

    /// <summary>The delay before the next attempt, or null where there is none.</summary>
    /// <param name="attempts">Attempts made, at least one.</param>
    /// <param name="asked">What the receiver asked for; never tried earlier, but for <see cref="Longest"/>.</param>
    /// <param name="jitter">
    /// From 0 to 1: lengthens the delay by up to a fifth, so that deliveries that failed together do not come again together.
    /// </param>
    public static TimeSpan? Next(int attempts, TimeSpan? asked, double jitter)
    {
        if (attempts > Delays.Count)
            return null;
        var delay = Delays[attempts - 1] * (1 + (jitter / 5));
        return asked is { } least && least > delay ? (least < Longest ? least : Longest) : delay;
    }
}
