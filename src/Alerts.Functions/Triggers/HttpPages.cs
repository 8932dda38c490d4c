using Alerts.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Alerts.Functions.Triggers;

/// <summary>Companies' pages. Open to everybody: they show what filings say, and nothing of subscribers.</summary>
public sealed class HttpPages(PublicSite site)
{
    // An empty route would be taken for none at all, and the function's name would stand in its place.
    private const string Root = "{ignored:maxlength(0)?}";

    /// <summary>GET /: the companies and what changed last.</summary>
    [Function("HomePage")]
    public async Task<IActionResult> HomeAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Root)] HttpRequest request, CancellationToken cancellation) =>
        new WebResult(await site.HomeAsync(cancellation));

    /// <summary>GET /companies/{cik}: a company.</summary>
    [Function("CompanyPage")]
    public async Task<IActionResult> CompanyAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "companies/{cik}")] HttpRequest request, string cik, CancellationToken cancellation) =>
        new WebResult(await site.CompanyAsync(cik, cancellation));

    /// <summary>GET /companies/{cik}/programs/{program}: one of its programs.</summary>
    [Function("ProgramPage")]
    public async Task<IActionResult> ProgramAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "companies/{cik}/programs/{program}")] HttpRequest request, string cik, string program, CancellationToken cancellation) =>
        new WebResult(await site.ProgramAsync(cik, program, cancellation));
}
