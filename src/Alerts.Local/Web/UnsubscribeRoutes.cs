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
        routes.MapGet("/u/{code}", context => WebAnswer.Private(UnsubscribePage.Ask(Code(context))).SendAsync(context));
        routes.MapPost("/u/{code}", async context =>
        {
            var answer = await unsubscribe.RunAsync(Code(context), context.RequestAborted)
                ? WebAnswer.Private(UnsubscribePage.Done())
                : WebAnswer.Private(UnsubscribePage.Unknown(), StatusCodes.Status404NotFound);
            await answer.SendAsync(context);
        });
    }

    private static string Code(HttpContext context) => (string)context.Request.RouteValues["code"]!;
}
