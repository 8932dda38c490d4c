using Alerts.Signup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Local.Web;

/// <summary>Subscribing by the public form, and the links of confirmation mails.</summary>
internal static class SignupRoutes
{
    public static void Map(IEndpointRouteBuilder routes, IServiceProvider services)
    {
        var pages = services.GetRequiredService<SignupPages>();
        routes.MapGet("/subscribe", async context => await (await pages.FormAsync(context.RequestAborted)).SendAsync(context));
        routes.MapPost("/subscribe", async context => await (await pages.SubscribeAsync(context.Request, context.RequestAborted)).SendAsync(context));
        routes.MapGet("/c/{code}", async context => await (await pages.AskAsync(Code(context), context.RequestAborted)).SendAsync(context));
        routes.MapPost("/c/{code}", async context => await (await pages.ConfirmAsync(Code(context), context.RequestAborted)).SendAsync(context));
    }

    private static string Code(HttpContext context) => (string)context.Request.RouteValues["code"]!;
}
