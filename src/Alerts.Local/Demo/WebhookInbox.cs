using System.Net;
using Alerts.Delivery.Webhooks;
using Alerts.Local.Storage;
using Alerts.Subscriptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Local.Demo;

/// <summary>
/// A receiver of webhooks as a subscriber would run it: verifies the signature, drops what it has by its id, keeps the rest as
/// files.
/// </summary>
internal sealed class WebhookInbox : IAsyncDisposable
{
    private const int MostBytes = 4 << 20;

    private readonly WebApplication server;
    private readonly string folder;
    private readonly WebhookSecret secret;
    private readonly TimeProvider clock;

    private WebhookInbox(string folder, WebhookSecret secret, TimeProvider clock)
    {
        (this.folder, this.secret, this.clock) = (folder, secret, clock);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        server = builder.Build();
        server.Run(ReceiveAsync);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>What it refused, with the reason.</summary>
    public IReadOnlyCollection<string> Refused => refused;

    private readonly System.Collections.Concurrent.ConcurrentQueue<string> refused = new();

    /// <summary>Starts a receiver on a free port.</summary>
    public static async Task<WebhookInbox> StartAsync(string folder, WebhookSecret secret, TimeProvider clock, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var inbox = new WebhookInbox(folder, secret, clock);
        await inbox.server.StartAsync(cancellation);
        var addresses = inbox.server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        inbox.Address = new Uri(addresses.Addresses.Single() + "/alerts");
        return inbox;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task ReceiveAsync(HttpContext http)
    {
        var headers = http.Request.Headers;
        var id = headers[WebhookSignature.IdHeader].ToString();
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        var body = buffer.ToArray();
        var problem = body.Length > MostBytes ? "The message is too long." : WebhookSignature.Problem(
            [secret], id, headers[WebhookSignature.TimestampHeader].ToString(), headers[WebhookSignature.SignatureHeader].ToString(), body, clock.GetUtcNow());
        if (problem is null && !id.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
            problem = "The id becomes a file name and holds more than letters, digits and _.";
        if (problem is not null)
        {
            refused.Enqueue(problem);
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var path = Path.Combine(folder, id + ".json");
        if (!File.Exists(path))
        {
            var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
            await File.WriteAllBytesAsync(temporary, body, http.RequestAborted);
            if (!AtomicFile.MoveNew(temporary, path))
                File.Delete(temporary);
        }

        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
