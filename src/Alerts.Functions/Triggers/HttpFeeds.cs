using Alerts.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Alerts.Functions.Triggers;

/// <summary>Atom feeds of what changed. Open to everybody, as feed readers need it.</summary>
public sealed class HttpFeeds(PublicSite site)
{
    /// <summary>GET /feeds/{name}: "all.atom", or a company's CIK and ".atom".</summary>
    [Function("Feed")]
    public async Task<IActionResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "feeds/{name}")] HttpRequest request, string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new WebResult(await site.FeedAsync(name, request.Query, request.QueryString.Value, cancellation));
    }
}
