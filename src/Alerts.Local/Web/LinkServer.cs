using Alerts.Local.Commands;
using Alerts.Pages;
using Alerts.Subscriptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Local.Web;

/// <summary>Serves the links that e-mails hold: unsubscribing, by a person's click or a mail program's (RFC 8058).</summary>
internal sealed class LinkServer : IAsyncDisposable
{
    private readonly WebApplication server;

    private LinkServer(WebApplication server) => this.server = server;

    /// <summary>Reads the address to listen on.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttp
            ? url
            : throw new InputException($"--listen: \"{text}\" is no address to listen on; expected one like http://127.0.0.1:8025.");

    /// <summary>Starts the server.</summary>
    public static async Task<LinkServer> StartAsync(Uri address, Unsubscribe unsubscribe, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(address.AbsoluteUri);
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.Use((context, next) =>
        {
            PageHeaders.SetPrivate(context.Response.Headers);
            return next(context);
        });
        app.UseRouting();
        app.MapGet("/u/{code}", (string code) => Page(UnsubscribePage.Ask(code)));
        app.MapPost("/u/{code}", async (string code, CancellationToken ended) =>
            await unsubscribe.RunAsync(code, ended) ? Page(UnsubscribePage.Done()) : Page(UnsubscribePage.Unknown(), StatusCodes.Status404NotFound));
        await app.StartAsync(cancellation);
        return new LinkServer(app);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static IResult Page(string html, int status = StatusCodes.Status200OK) => Results.Content(html, "text/html; charset=utf-8", null, status);
}
