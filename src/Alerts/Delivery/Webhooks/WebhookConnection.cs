using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Alerts.Delivery.Webhooks;

/// <summary>
/// Connections to receivers. The host name is resolved and its addresses are checked here, right before connecting:
/// a check made earlier could be answered by other addresses than the connection gets.
/// </summary>
public static class WebhookConnection
{
    /// <summary>
    /// The handler for an HTTP client that sends webhooks: it connects to allowed addresses only, follows no redirect,
    /// uses no proxy (which would resolve names itself), keeps no cookies, and tells receivers nothing of our traces.
    /// </summary>
    public static SocketsHttpHandler CreateHandler(TargetPolicy policy) => new()
    {
        ConnectCallback = (context, cancellation) => ConnectAsync(policy, context.DnsEndPoint, cancellation),
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseHeadersLength = 32,
        MaxResponseDrainSize = 16 * 1024,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
    };

    private static async ValueTask<Stream> ConnectAsync(TargetPolicy policy, DnsEndPoint target, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(target.Host, cancellation);
        var refusals = addresses.Select(policy.Refusal).OfType<string>().ToList();
        // One forbidden address among public ones is how an attack on this check looks; an honest host has none.
        if (refusals.Count > 0)
            throw new TargetRefusedException(target.Host, refusals[0]);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
