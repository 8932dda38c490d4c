using System.Collections.Concurrent;
using Alerts.Delivery.Webhooks;
using Alerts.Local.Storage;
using Alerts.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Alerts.Local.Demo;

/// <summary>
/// A receiver of webhooks as a subscriber would run it: verifies the signature, drops what it has by its id, keeps the rest as
/// files.
/// </summary>
internal sealed class WebhookInbox : IAsyncDisposable
{
    private const int MostBytes = 4 << 20;

    private readonly string folder;
    private readonly WebhookSecret secret;
    private readonly TimeProvider clock;
    private readonly ConcurrentQueue<string> refused = new();
    private LoopbackServer? server;

    private WebhookInbox(string folder, WebhookSecret secret, TimeProvider clock) => (this.folder, this.secret, this.clock) = (folder, secret, clock);

    /// <summary>Where it listens.</summary>
    public Uri Address => new(server!.Address, "alerts");

    /// <summary>What it refused, with the reason.</summary>
    public IReadOnlyCollection<string> Refused => refused;

    /// <summary>Starts a receiver on a free port.</summary>
    public static async Task<WebhookInbox> StartAsync(string folder, WebhookSecret secret, TimeProvider clock, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var inbox = new WebhookInbox(folder, secret, clock);
        inbox.server = await LoopbackServer.StartAsync(inbox.ReceiveAsync, cancellation);
        return inbox;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server!.DisposeAsync();

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

        await AtomicFile.WriteNewAsync(Path.Combine(folder, id + ".json"), body, http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
