using Alerts.Signup;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Alerts.Functions.Triggers;

/// <summary>The link in a confirmation mail. Its code is the permission, so both are open: GET only asks, POST confirms.</summary>
public sealed class HttpConfirm(SignupPages pages)
{
    private const string Route = "c/{code}";

    /// <summary>GET /c/{code}: what is to be confirmed, and a button.</summary>
    [Function("ConfirmPage")]
    public async Task<IActionResult> AskAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, string code, CancellationToken cancellation) =>
        new WebResult(await pages.AskAsync(code, cancellation));

    /// <summary>POST /c/{code}: what the button sends.</summary>
    [Function("Confirm")]
    public async Task<IActionResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string code, CancellationToken cancellation) =>
        new WebResult(await pages.ConfirmAsync(code, cancellation));
}
