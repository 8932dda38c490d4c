using Alerts.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Alerts.Functions.Triggers;

/// <summary>Whether the app does its work: 200 where it does, 503 where not, and why. Open to everybody, as monitors need it.</summary>
public sealed partial class HttpHealth(HealthCheck health, ILogger<HttpHealth> logger)
{
    /// <summary>GET /health.</summary>
    [Function("Health")]
    public async Task<IActionResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request, CancellationToken cancellation)
    {
        var report = await health.RunAsync(cancellation);
        if (report.Error is { } error)
            Log.NoStorage(logger, error);
        return new JsonAnswer(report, report.IsHealthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static partial class Log
    {
        [LoggerMessage(70, LogLevel.Error, "The storage does not answer")]
        public static partial void NoStorage(ILogger logger, Exception error);
    }
}
