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
        Page(request, UnsubscribePage.Ask(code), StatusCodes.Status200OK);

    /// <summary>POST /u/{code}: what the button and the mail programs send.</summary>
    [Function("Unsubscribe")]
    public async Task<IActionResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string code, CancellationToken cancellation) =>
        await unsubscribe.RunAsync(code, cancellation)
            ? Page(request, UnsubscribePage.Done(), StatusCodes.Status200OK)
            : Page(request, UnsubscribePage.Unknown(), StatusCodes.Status404NotFound);

    private static ContentResult Page(HttpRequest request, string html, int status)
    {
        PageHeaders.SetPrivate(request.HttpContext.Response.Headers);
        return new ContentResult { Content = html, ContentType = "text/html; charset=utf-8", StatusCode = status };
    }
}
