using Alerts.Storage;

namespace Alerts.Pipeline;

/// <summary>How polling stands, for the next poll and for whoever asks after its health.</summary>
/// <param name="Completed">When a poll last asked for every company; null before the first.</param>
/// <param name="StoppedUntil">Nothing is asked of EDGAR before this time; null where nothing is in the way.</param>
/// <param name="StopReason">Why.</param>
public sealed record PollState(DateTimeOffset? Completed, DateTimeOffset? StoppedUntil, string? StopReason);

/// <summary>Keeps the state of polling over restarts: a stop that the SEC asked for outlives the process.</summary>
public sealed class PollStateStore(ITableStore tables)
{
    private const string Table = "Polls";
    private const string Key = "edgar";

    /// <summary>The state.</summary>
    public async Task<PollState> ReadAsync(CancellationToken cancellation)
    {
        if (await tables.GetAsync(Table, Key, Key, cancellation) is not { Values: var values })
            return new PollState(null, null, null);
        DateTimeOffset? Time(string name) => values.TryGetValue(name, out var value) ? (DateTimeOffset)value : null;
        return new PollState(Time("Completed"), Time("StoppedUntil"), values.TryGetValue("StopReason", out var reason) ? (string)reason : null);
    }

    /// <summary>Writes the state.</summary>
    public Task WriteAsync(PollState state, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(state);
        var values = new Dictionary<string, object>();
        if (state.Completed is { } completed)
            values["Completed"] = completed.ToUniversalTime();
        if (state.StoppedUntil is { } until)
            values["StoppedUntil"] = until.ToUniversalTime();
        if (state.StopReason is { } reason)
            values["StopReason"] = reason;
        return tables.UpsertAsync(Table, new TableRow(Key, Key, values), cancellation);
    }
}
