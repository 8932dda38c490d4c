using Alerts.Functions.Settings;
using Alerts.Pipeline;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Alerts.Functions.Triggers;

/// <summary>Compares archive, records and deliveries, and makes good what is missing: lost events above all.</summary>
public sealed partial class TimerReconcile(Reconcile reconcile, ILogger<TimerReconcile> logger)
{
    /// <summary>Runs on schedule.</summary>
    [Function(nameof(Reconcile))]
    public async Task RunAsync([TimerTrigger($"%{SettingNames.ReconcileSchedule}%", RunOnStartup = false, UseMonitor = true)] TimerInfo timer, CancellationToken cancellation)
    {
        var report = await reconcile.RunAsync(progress: null, cancellation);
        foreach (var missed in report.Missed)
            Log.Missed(logger, missed);
        Log.Completed(logger, report.Expected, report.Processed, report.Missed.Count, report.Repaired, report.Requeued, report.Expired);
    }

    private static partial class Log
    {
        [LoggerMessage(30, LogLevel.Information, "Reconciled: {Expected} expected, {Processed} processed, {Missed} missed; {Repaired} repaired, {Requeued} queued again; {Expired} requests forgotten")]
        public static partial void Completed(ILogger logger, int expected, int processed, int missed, int repaired, int requeued, int expired);

        [LoggerMessage(31, LogLevel.Error, "Filing missed: {Missed}")]
        public static partial void Missed(ILogger logger, string missed);
    }
}
