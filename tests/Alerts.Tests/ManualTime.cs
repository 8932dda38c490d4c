namespace Alerts.Tests;

/// <summary>
/// A clock that stands still until a test moves it. Timers, and with them <c>Task.Delay(…, time)</c> and
/// <c>CancellationTokenSource(…, time)</c>, fire on the thread that moves it, in the order in which they are due, each at its own moment.
/// </summary>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private DateTimeOffset now = start.ToUniversalTime();

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>When the next timer fires; null if none is set. A test that drives a loop moves the clock here.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (gate)
                return timers.Count == 0 ? null : timers.Min(timer => timer.Due);
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>Moves the clock on and fires what falls due.</summary>
    public void Advance(TimeSpan by) => Set(GetUtcNow() + by);

    /// <summary>Moves the clock on to a moment and fires what falls due. Clocks do not go back.</summary>
    public void Set(DateTimeOffset moment)
    {
        while (TakeDue(moment) is { } timer)
            timer.Fire();
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>The next timer due by then, with the clock at its moment; null, with the clock at the target, when none is left.</summary>
    private ManualTimer? TakeDue(DateTimeOffset moment)
    {
        lock (gate)
        {
            if (moment < now)
                throw new ArgumentOutOfRangeException(nameof(moment), moment, $"The clock stands at {now:O} and does not go back.");

            // MinBy takes the first of equals, so timers due at once fire in the order in which they were set.
            var timer = timers.Where(timer => timer.Due <= moment).MinBy(timer => timer.Due);
            now = timer is null ? moment.ToUniversalTime() : timer.Due;
            timer?.Rearm();
            return timer;
        }
    }

    private sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period;

        public DateTimeOffset Due { get; private set; }

        public void Fire() => callback(state);

        /// <summary>Sets the next round of a periodic timer, drops any other; called under the gate.</summary>
        public void Rearm()
        {
            time.timers.Remove(this);
            if (period <= TimeSpan.Zero)
                return;
            Due += period;
            time.timers.Add(this);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.gate)
            {
                time.timers.Remove(this);
                this.period = period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = time.now + dueTime;
                    time.timers.Add(this);
                }
            }

            // As with the system's timers, "now" fires at once; here before the call returns.
            if (dueTime == TimeSpan.Zero)
                time.Set(time.GetUtcNow());
            return true;
        }

        public void Dispose()
        {
            lock (time.gate)
                time.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
