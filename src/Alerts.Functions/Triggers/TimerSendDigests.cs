using Alerts.Functions.Settings;
using Alerts.Pipeline;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Alerts.Functions.Triggers;

/// <summary>Makes the digests that are due ready. What is due is found by what waits, so a run that is missed or late loses nothing.</summary>
public sealed partial class TimerSendDigests(SendDigests digests, ILogger<TimerSendDigests> logger)
{
    /// <summary>Runs on schedule.</summary>
    [Function(nameof(SendDigests))]
    public async Task RunAsync([TimerTrigger($"%{SettingNames.DigestSchedule}%", RunOnStartup = false, UseMonitor = true)] TimerInfo timer, CancellationToken cancellation)
    {
        var report = await digests.RunAsync(cancellation);
        foreach (var failure in report.Failures)
            Log.Failure(logger, failure);
        Log.Completed(logger, report.Ready, report.Failures.Count);
    }

    private static partial class Log
    {
        [LoggerMessage(25, LogLevel.Information, "Digests made ready: {Digests}, {Failures} failures")]
        public static partial void Completed(ILogger logger, int digests, int failures);

        [LoggerMessage(26, LogLevel.Error, "Digest failure: {Failure}")]
        public static partial void Failure(ILogger logger, string failure);
    }
}
