using Alerts.Functions.Settings;
using Alerts.Pipeline;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Alerts.Functions.Triggers;

/// <summary>Looks for guided dates that went by without a word.</summary>
public sealed partial class TimerRaiseLapses(RaiseLapses lapses, ILogger<TimerRaiseLapses> logger)
{
    /// <summary>Runs on schedule.</summary>
    [Function(nameof(RaiseLapses))]
    public async Task RunAsync([TimerTrigger($"%{SettingNames.LapseSchedule}%", RunOnStartup = false, UseMonitor = true)] TimerInfo timer, CancellationToken cancellation) =>
        Log.Completed(logger, (await lapses.RunAsync(cancellation)).Count);

    private static partial class Log
    {
        [LoggerMessage(20, LogLevel.Information, "Lapses raised: {Lapsed} windows went by")]
        public static partial void Completed(ILogger logger, int lapsed);
    }
}
