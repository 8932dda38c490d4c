using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Alerts.Functions;

/// <summary>
/// Puts all that one filing causes under its accession number, whichever function writes it, and logs an exception once, with what
/// it was about. The exception goes on to the host, which tries again or gives up.
/// </summary>
public sealed partial class Correlation(ILogger<Correlation> logger) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var subject = SubjectOf(context.BindingContext.BindingData);
        Activity.Current?.SetTag("Accession", subject);
        using var scope = logger.BeginScope(new Dictionary<string, object>
        {
            ["Accession"] = subject,
            ["Function"] = context.FunctionDefinition.Name,
            ["InvocationId"] = context.InvocationId,
        });
        try
        {
            await next(context);
        }
        catch (Exception error) when (error is not OperationCanceledException || !context.CancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, error, context.FunctionDefinition.Name, subject);
            throw;
        }
    }

    /// <summary>The accession number that a trigger's data name; else the message or the blob; "-" for timers and HTTP.</summary>
    internal static string SubjectOf(IReadOnlyDictionary<string, object?> data)
    {
        if (Text(data, "QueueTrigger") is { } message)
            return AccessionOf(message);
        return Text(data, "BlobTrigger") is { } blob ? AccessionOf(blob) : "-";
    }

    private static string AccessionOf(string text)
    {
        // "0000855654:0001558370-21-016273/abc…", "filings/0000855654/0001558370-21-016273.txt": whatever stands around it.
        var parts = text.Split(['/', ':', '.', '"']);
        return parts.FirstOrDefault(Edgar.EdgarNames.IsAccession) ?? (text.Length <= 200 ? text : text[..200]);
    }

    private static string? Text(IReadOnlyDictionary<string, object?> data, string name) =>
        data.FirstOrDefault(pair => pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value?.ToString() is { Length: > 0 } text ? text : null;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Function} failed at {Accession}")]
        public static partial void Failed(ILogger logger, Exception error, string function, string accession);
    }
}
