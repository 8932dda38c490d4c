using Alerts.Pages;
using Alerts.Subscriptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Local.Web;

/// <summary>The links that e-mails hold: unsubscribing, by a person's click or a mail program's (RFC 8058).</summary>
internal static class UnsubscribeRoutes
{
    public static void Map(IEndpointRouteBuilder routes, IServiceProvider services)
    {
        var unsubscribe = services.GetRequiredService<Unsubscribe>();
        routes.MapGet("/u/{code}", (HttpContext context, string code) => Page(context, UnsubscribePage.Ask(code)));
        routes.MapPost("/u/{code}", async (HttpContext context, string code, CancellationToken ended) =>
            await unsubscribe.RunAsync(code, ended) ? Page(context, UnsubscribePage.Done()) : Page(context, UnsubscribePage.Unknown(), StatusCodes.Status404NotFound));
    }

    private static IResult Page(HttpContext context, string html, int status = StatusCodes.Status200OK)
    {
        PageHeaders.SetPrivate(context.Response.Headers);
        return Results.Content(html, "text/html; charset=utf-8", null, status);
    }
}
