using Alerts.Functions.Settings;
using Alerts.Pipeline;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Alerts.Functions.Triggers;

/// <summary>Asks EDGAR for what the archive does not hold yet.</summary>
public sealed partial class TimerPollFilings(PollFilings poll, ILogger<TimerPollFilings> logger)
{
    /// <summary>Runs on schedule; never at a start, which scaling and deployments bring at any time.</summary>
    [Function(nameof(PollFilings))]
    public async Task RunAsync([TimerTrigger($"%{SettingNames.PollSchedule}%", RunOnStartup = false, UseMonitor = true)] TimerInfo timer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(timer);
        var report = await poll.RunAsync(progress: null, cancellation);
        foreach (var failure in report.Failures)
            Log.Failure(logger, failure);
        if (report.Stop is { } stop)
            Log.Stopped(logger, stop.Until, stop.Message);
        else
            Log.Completed(logger, report.Companies, report.Unchanged, report.Archived.Count, report.Failures.Count, timer.IsPastDue);
    }

    private static partial class Log
    {
        [LoggerMessage(10, LogLevel.Information, "Poll completed: {Companies} companies, {Unchanged} unchanged, {Archived} filings archived, {Failures} failures (past due: {PastDue})")]
        public static partial void Completed(ILogger logger, int companies, int unchanged, int archived, int failures, bool pastDue);

        [LoggerMessage(11, LogLevel.Warning, "Poll failure: {Failure}")]
        public static partial void Failure(ILogger logger, string failure);

        [LoggerMessage(12, LogLevel.Error, "Poll stopped until {Until}: {Reason}")]
        public static partial void Stopped(ILogger logger, DateTimeOffset until, string reason);
    }
}
