using Alerts.Local.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Local.Web;

/// <summary>Serves everything that has an address: the links that e-mails hold, and what everybody may see.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    /// <summary>Where it listens unless told otherwise; where the links in e-mails lead.</summary>
    public const string DefaultAddress = "http://127.0.0.1:8025";

    private readonly WebApplication server;

    private WebServer(WebApplication server) => this.server = server;

    /// <summary>Where it can be reached.</summary>
    public IEnumerable<string> Addresses => server.Urls;

    /// <summary>Reads the address to listen on.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttp
            ? url
            : throw new InputException($"--listen: \"{text}\" is no address to listen on; expected one like {DefaultAddress}.");

    /// <summary>Starts the server over the services of a data folder.</summary>
    public static async Task<WebServer> StartAsync(Uri address, IServiceProvider services, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(address.AbsoluteUri);
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.UseRouting();
        UnsubscribeRoutes.Map(app, services);
        SignupRoutes.Map(app, services);
        PublicRoutes.Map(app, services);
        await app.StartAsync(cancellation);
        return new WebServer(app);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();
}
