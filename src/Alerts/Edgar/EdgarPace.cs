namespace Alerts.Edgar;

/// <summary>
/// The process's one pace towards the SEC: requests are spread evenly, and none is made during a stop. Shared by all
/// clients of the process.
/// </summary>
/// <param name="requestsPerSecond">The pace.</param>
/// <param name="time">Requests go by its timestamps, which no correction of the wall clock moves; stops by its wall clock.</param>
public sealed class EdgarPace(int requestsPerSecond, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly TimeSpan interval = TimeSpan.FromSeconds(1.0 / requestsPerSecond);
    private readonly long start = time.GetTimestamp();
    private TimeSpan next;
    private DateTimeOffset stoppedUntil = DateTimeOffset.MinValue;
    private string stopReason = "";

    /// <summary>Waits for the next free slot.</summary>
    /// <exception cref="EdgarStopException">A stop is in force.</exception>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        TimeSpan wait;
        lock (gate)
        {
            ThrowIfStopped();
            var now = time.GetElapsedTime(start);
            var slot = next > now ? next : now;
            next = slot + interval;
            wait = slot - now;
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellation);
            lock (gate)
                ThrowIfStopped();
        }
    }

    /// <summary>Begins a stop; a longer one that is in force stays.</summary>
    public EdgarStopException Stop(string reason, DateTimeOffset until)
    {
        lock (gate)
        {
            if (until > stoppedUntil)
                (stoppedUntil, stopReason) = (until, reason);
            return new EdgarStopException(stopReason, stoppedUntil);
        }
    }

    private void ThrowIfStopped()
    {
        if (time.GetUtcNow() < stoppedUntil)
            throw new EdgarStopException(stopReason, stoppedUntil);
    }
}
