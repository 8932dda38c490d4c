using System.Text.Json;
using Alerts.Operations;
using Alerts.Pipeline;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Alerts.Functions.Triggers;

/// <summary>
/// Takes what failed five times: writes it down and says so at a level that alerts the operator. Nothing is lost by it; the
/// daily reconciliation brings filings and deliveries back as long as they are unfinished.
/// </summary>
public sealed partial class QueuePoison(FailureLog failures, ILogger<QueuePoison> logger)
{
    // The host's own queue for blobs that could not be processed.
    private const string Blobs = "webjobs-blobtrigger-poison";
    private const string Suffix = "-poison";

    /// <summary>Occasions that could not be made ready.</summary>
    [Function("SendAlertsPoison")]
    public Task SendAlertsAsync([QueueTrigger(Queues.Alerts + Suffix)] string message, CancellationToken cancellation) =>
        RecordAsync(Queues.Alerts, message, cancellation);

    /// <summary>Deliveries that could not be carried out.</summary>
    [Function("DeliverAlertPoison")]
    public Task DeliverAlertAsync([QueueTrigger(Queues.Deliveries + Suffix)] string message, CancellationToken cancellation) =>
        RecordAsync(Queues.Deliveries, message, cancellation);

    /// <summary>Filings that could not be processed.</summary>
    [Function("ParseFilingPoison")]
    public Task ParseFilingAsync([QueueTrigger(Blobs)] string message, CancellationToken cancellation) =>
        RecordAsync(FilingArchive.Container, BlobOf(message), cancellation);

    /// <summary>The blob's name from the host's message: {"FunctionId": …, "ContainerName": …, "BlobName": …}; the message where it has none.</summary>
    internal static string BlobOf(string message)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            return json.RootElement.TryGetProperty("BlobName", out var name) && name.GetString() is { Length: > 0 } blob ? blob : message;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return message;
        }
    }

    private async Task RecordAsync(string source, string message, CancellationToken cancellation)
    {
        Log.Poisoned(logger, source, message);
        await failures.RecordAsync(source, message, cancellation);
    }

    private static partial class Log
    {
        [LoggerMessage(60, LogLevel.Error, "Message given up: {Source}: {Message}")]
        public static partial void Poisoned(ILogger logger, string source, string message);
    }
}
