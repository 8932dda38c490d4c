using Alerts.Delivery.MailEvents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Alerts.Functions.Triggers;

/// <summary>
/// What SendGrid reports of mails: arrived, came back, called spam. Open, because SendGrid's signature is the permission; without the key that
/// verifies it there is no such address.
/// </summary>
public sealed partial class HttpSendGridEvents(TakeMailEvents events, ILogger<HttpSendGridEvents> logger)
{
    /// <summary>POST /sendgrid/events: a signed batch.</summary>
    [Function("SendGridEvents")]
    public async Task<IActionResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sendgrid/events")] HttpRequest request, CancellationToken cancellation)
    {
        var (status, report) = await events.RunAsync(request, cancellation);
        if (report is not null)
            Log.Handled(logger, report.Events, report.Delivered, report.Failed, report.Left, report.Unknown);
        else if (status != StatusCodes.Status404NotFound)
            Log.Refused(logger, status);
        return new StatusCodeResult(status);
    }

    private static partial class Log
    {
        [LoggerMessage(80, LogLevel.Information, "Mail events: {Events}; {Delivered} delivered, {Failed} failed, {Left} subscribers mailed no more, {Unknown} of unknown types")]
        public static partial void Handled(ILogger logger, int events, int delivered, int failed, int left, int unknown);

        [LoggerMessage(81, LogLevel.Warning, "Mail events refused with {Status}: not signed by the key in SendGridEventKey, too old, too large, or no batch")]
        public static partial void Refused(ILogger logger, int status);
    }
}
