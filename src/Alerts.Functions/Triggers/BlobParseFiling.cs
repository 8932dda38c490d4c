using Alerts.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Alerts.Functions.Triggers;

/// <summary>Processes a filing as soon as it is in the archive. Event Grid brings the event, at least once and in any order.</summary>
public sealed partial class BlobParseFiling(ParseFiling parse, ILogger<BlobParseFiling> logger)
{
    /// <summary>Runs for each new blob of the archive; the parser reads it itself, so only its name comes here.</summary>
    [Function(nameof(ParseFiling))]
    public async Task RunAsync([BlobTrigger(FilingArchive.Container + "/{company}/{file}", Source = BlobTriggerSource.EventGrid)] BlobClient blob, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(blob);
        if (!FilingKey.TryParse(blob.Name, out var key))
            Log.NoFiling(logger, blob.Name);
        else if (await parse.RunAsync(key, cancellation) is { } report)
            Log.Parsed(logger, key.BlobName, report.Filing.DataPoints, report.Filing.Guidance, report.Changes.Count, report.Filing.IsLive);
        else
            Log.Gone(logger, key.BlobName);
    }

    private static partial class Log
    {
        [LoggerMessage(40, LogLevel.Information, "Filing parsed: {Filing}, {DataPoints} data points, {Guidance} guidance, {Changes} changes (live: {IsLive})")]
        public static partial void Parsed(ILogger logger, string filing, int dataPoints, int guidance, int changes, bool isLive);

        [LoggerMessage(41, LogLevel.Warning, "{Blob} is no filing: expected company/accession.txt")]
        public static partial void NoFiling(ILogger logger, string blob);

        [LoggerMessage(42, LogLevel.Warning, "{Filing} is no longer in the archive")]
        public static partial void Gone(ILogger logger, string filing);
    }
}
