using Alerts.Edgar;
using Alerts.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Alerts.Functions.Triggers;

/// <summary>The companies that are watched, for the operator: a function key is asked for.</summary>
public sealed class HttpCompanies(CompanyStore companies, TimeProvider time)
{
    private const string Route = "manage/companies";

    /// <summary>GET /manage/companies: all that are known.</summary>
    [Function("ListCompanies")]
    public async Task<IActionResult> ListAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = Route)] HttpRequest request, CancellationToken cancellation)
    {
        var known = new List<object>();
        await foreach (var company in companies.ListAsync(cancellation))
            known.Add(new { company.Key, company.Name, company.Ticker, company.WatchedSince, company.WantsHistory, company.HasHistory });
        return new JsonAnswer(known);
    }

    /// <summary>PUT /manage/companies/{cik}: watches a company; with ?history=true its older filings are read too, and alert nobody.</summary>
    [Function("WatchCompany")]
    public async Task<IActionResult> WatchAsync([HttpTrigger(AuthorizationLevel.Function, "put", Route = Route + "/{cik}")] HttpRequest request, string cik, CancellationToken cancellation)
    {
        if (!EdgarNames.TryCik(cik, out var key))
            return NoCik(cik);
        var wantsHistory = string.Equals(request.Query["history"], "true", StringComparison.OrdinalIgnoreCase);
        var company = await companies.WatchAsync(key, time.GetUtcNow(), wantsHistory, cancellation);
        return new JsonAnswer(new { company.Key, company.Name, company.WatchedSince, company.WantsHistory });
    }

    /// <summary>DELETE /manage/companies/{cik}: watches it no more; what is known of it stays.</summary>
    [Function("UnwatchCompany")]
    public async Task<IActionResult> UnwatchAsync([HttpTrigger(AuthorizationLevel.Function, "delete", Route = Route + "/{cik}")] HttpRequest request, string cik, CancellationToken cancellation)
    {
        if (!EdgarNames.TryCik(cik, out var key))
            return NoCik(cik);
        return await companies.UnwatchAsync(key, cancellation)
            ? new NoContentResult()
            : JsonAnswer.Refusal(StatusCodes.Status404NotFound, $"CIK {key} is not watched.");
    }

    private static JsonAnswer NoCik(string cik) =>
        JsonAnswer.Refusal(StatusCodes.Status400BadRequest, $"\"{cik}\" is no CIK: expected up to ten digits such as 855654.");
}
