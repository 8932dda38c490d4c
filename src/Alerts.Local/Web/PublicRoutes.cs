using Alerts.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Local.Web;

/// <summary>What everybody may see: pages, feeds and events of companies.</summary>
internal static class PublicRoutes
{
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder routes, IServiceProvider services)
    {
        var site = services.GetRequiredService<PublicSite>();
        Map(routes, "/", context => site.HomeAsync(context.RequestAborted));
        Map(routes, "/companies", context => site.CompaniesAsync(context.RequestAborted));
        Map(routes, "/companies/{cik}", context => site.CompanyAsync(Part(context, "cik"), context.RequestAborted));
        Map(routes, "/companies/{cik}/programs/{program}", context => site.ProgramAsync(Part(context, "cik"), Part(context, "program"), context.RequestAborted));
        Map(routes, "/companies/{cik}/events", context => site.EventsAsync(Part(context, "cik"), context.Request.Query, context.RequestAborted));
        Map(routes, "/feeds/{name}", context => site.FeedAsync(Part(context, "name"), context.Request.Query, context.Request.QueryString.Value, context.RequestAborted));
    }

    private static void Map(IEndpointRouteBuilder routes, string address, Func<HttpContext, Task<WebAnswer>> answer) =>
        routes.MapMethods(address, Read, async context => await (await answer(context)).SendAsync(context));

    private static string Part(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;
}
