namespace Alerts.Local.Demo;

/// <summary>
/// The demo's wall clock: it stands still until it is set to the next thing that happens. Timers and timestamps stay the
/// machine's, so pace and timeouts are real.
/// </summary>
internal sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    /// <summary>Moves the clock on; it never goes back.</summary>
    public void Set(DateTimeOffset moment)
    {
        if (moment > GetUtcNow())
            Interlocked.Exchange(ref ticks, moment.UtcTicks);
    }
}
