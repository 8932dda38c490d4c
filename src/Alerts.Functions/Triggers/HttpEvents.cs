using Alerts.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Alerts.Functions.Triggers;

/// <summary>Companies and their changes as JSON. Open to everybody.</summary>
public sealed class HttpEvents(PublicSite site)
{
    /// <summary>GET /companies: the companies that are known.</summary>
    [Function("Companies")]
    public async Task<IActionResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "companies")] HttpRequest request, CancellationToken cancellation) =>
        new WebResult(await site.CompaniesAsync(cancellation));

    /// <summary>GET /companies/{cik}/events: a company's changes, oldest first, page by page.</summary>
    [Function("Events")]
    public async Task<IActionResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "companies/{cik}/events")] HttpRequest request, string cik, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new WebResult(await site.EventsAsync(cik, request.Query, cancellation));
    }
}
