using Alerts.Signup;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Alerts.Functions.Triggers;

/// <summary>Subscribing by e-mail, open to everybody. Nobody gets alerts by it: the owner of the address is asked.</summary>
public sealed class HttpSubscribe(SignupPages pages)
{
    private const string Route = "subscribe";

    /// <summary>GET /subscribe: the form.</summary>
    [Function("SubscribePage")]
    public async Task<IActionResult> FormAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        new WebResult(await pages.FormAsync(cancellation));

    /// <summary>POST /subscribe: what the form, or a program in JSON, asks for.</summary>
    [Function("Subscribe")]
    public async Task<IActionResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        new WebResult(await pages.SubscribeAsync(request, cancellation));
}
