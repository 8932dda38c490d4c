using Alerts.Pages;
using Alerts.Subscriptions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Alerts.Functions.Triggers;

/// <summary>The link in every e-mail. Its code is the permission, so both are open: GET only asks, POST unsubscribes (RFC 8058).</summary>
public sealed class HttpUnsubscribe(Unsubscribe unsubscribe)
{
    private const string Route = "u/{code}";

    /// <summary>GET /u/{code}: a page with a button.</summary>
    [Function("UnsubscribePage")]
    public static IActionResult Ask([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, string code) =>
        new WebResult(WebAnswer.Private(UnsubscribePage.Ask(code)));

    /// <summary>POST /u/{code}: what the button and the mail programs send.</summary>
    [Function("Unsubscribe")]
    public async Task<IActionResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string code, CancellationToken cancellation) =>
        new WebResult(await unsubscribe.RunAsync(code, cancellation)
            ? WebAnswer.Private(UnsubscribePage.Done())
            : WebAnswer.Private(UnsubscribePage.Unknown(), StatusCodes.Status404NotFound));
}
