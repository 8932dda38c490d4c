using Alerts.Pipeline;
using Alerts.Storage;

namespace Alerts.Operations;

/// <summary>
/// Whether this installation does its work: its storage answers, and EDGAR was asked lately. A timer that fires no more is
/// seen by nobody otherwise.
/// </summary>
/// <param name="polls">When EDGAR was asked last.</param>
/// <param name="blobs">The archive's store.</param>
/// <param name="failures">What was given up.</param>
/// <param name="staleAfter">The longest time between two polls that is no cause for worry.</param>
/// <param name="time">The clock.</param>
public sealed class HealthCheck(PollStateStore polls, IBlobStore blobs, FailureLog failures, TimeSpan staleAfter, TimeProvider time)
{
    private static readonly TimeSpan Lately = TimeSpan.FromDays(1);

    /// <summary>Looks once.</summary>
    public async Task<HealthReport> RunAsync(CancellationToken cancellation)
    {
        try
        {
            var state = await polls.ReadAsync(cancellation);
            await blobs.ReadMetadataAsync(FilingArchive.Container, "health", cancellation);
            var now = time.GetUtcNow();
            var givenUp = 0;
            await foreach (var _ in failures.ListAsync(now - Lately, cancellation))
                givenUp++;
            return new HealthReport { LastPoll = state.Completed, StoppedUntil = StopOf(state, now), GivenUp = givenUp, Problem = ProblemOf(state, now) };
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // What the store says may name accounts and keys' ids; it goes to the log, not to whoever asks.
            return new HealthReport { Problem = "The storage does not answer.", Error = error };
        }
    }

    private string? ProblemOf(PollState state, DateTimeOffset now) => state switch
    {
        _ when StopOf(state, now) is { } until => $"The SEC asked for a pause until {until:u}.",
        { Completed: null } => "EDGAR has not been asked yet.",
        { Completed: { } last } when now - last > staleAfter => $"EDGAR was asked last at {last:u}, {(now - last).TotalMinutes:0} minutes ago; expected at most {staleAfter.TotalMinutes:0}.",
        _ => null,
    };

    private static DateTimeOffset? StopOf(PollState state, DateTimeOffset now) => state.StoppedUntil > now ? state.StoppedUntil : null;
}

/// <summary>What a look at the installation's health found.</summary>
public sealed record HealthReport
{
    /// <summary>Whether all is well.</summary>
    public bool IsHealthy => Problem is null;

    /// <summary>What is wrong, in a sentence; null where all is well.</summary>
    public string? Problem { get; init; }

    /// <summary>When a poll last asked for every company; null before the first.</summary>
    public DateTimeOffset? LastPoll { get; init; }

    /// <summary>Nothing is asked of EDGAR before this time; null where nothing is in the way.</summary>
    public DateTimeOffset? StoppedUntil { get; init; }

    /// <summary>Messages given up in the last 24 hours.</summary>
    public int GivenUp { get; init; }

    /// <summary>What the storage said where it does not answer; for the log.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Exception? Error { get; init; }
}
