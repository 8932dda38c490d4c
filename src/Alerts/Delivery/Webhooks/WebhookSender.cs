using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Alerts.Delivery.Wording;
using Alerts.Subscriptions;

namespace Alerts.Delivery.Webhooks;

/// <summary>Posts signed messages to receivers and reads their answers as Standard Webhooks says.</summary>
/// <param name="client">A client over <see cref="WebhookConnection.CreateHandler"/>.</param>
/// <param name="options">Target policy and timeout.</param>
/// <param name="time">The clock of the signatures and the timeout.</param>
public sealed class WebhookSender(HttpClient client, DeliveryOptions options, TimeProvider time)
{
    // Enough of a refusal to understand it; receivers cannot make us read more.
    private const int MostOfAnswer = 512;

    /// <summary>Sends a message once.</summary>
    public async Task<DeliveryResult> SendAsync(WebhookEndpoint endpoint, string id, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        if (options.Targets.Refusal(endpoint.Url) is { } refusal)
            return new DeliveryResult.Failed(refusal);
        using var request = Request(endpoint, id, body);
        using var timeout = new CancellationTokenSource(options.WebhookTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await ResultAsync(response, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new DeliveryResult.Retry($"{endpoint.Url.Host} did not answer within {options.WebhookTimeout.TotalSeconds:0.#} seconds.");
        }
        catch (HttpRequestException error) when (Refused(error) is { } refused)
        {
            return new DeliveryResult.Failed(refused.Message);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return new DeliveryResult.Retry(PlainText.Line($"{endpoint.Url.Host} could not be reached: {error.Message}", MostOfAnswer));
        }
    }

    private HttpRequestMessage Request(WebhookEndpoint endpoint, string id, ReadOnlyMemory<byte> body)
    {
        var now = time.GetUtcNow();
        var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Url) { Content = content };
        request.Headers.Add(WebhookSignature.IdHeader, id);
        request.Headers.Add(WebhookSignature.TimestampHeader, now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Sign(endpoint.Secrets, id, now, body.Span));
        request.Headers.UserAgent.ParseAdd("Alerts/1");
        return request;
    }

    private async Task<DeliveryResult> ResultAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode)
            return new DeliveryResult.Delivered();
        var reason = $"The receiver answered {status}{await BeginningAsync(response, cancellation)}";
        return response.StatusCode switch
        {
            HttpStatusCode.Gone => new DeliveryResult.Gone(reason),
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests => new DeliveryResult.Retry(reason, RetryAfter(response)),
            _ when status >= 500 => new DeliveryResult.Retry(reason, RetryAfter(response)),
            _ when status is >= 300 and < 400 => new DeliveryResult.Failed(reason + " Redirects are not followed: change the webhook's address."),
            _ => new DeliveryResult.Failed(reason),
        };
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > time.GetUtcNow() ? date - time.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };

    private static async Task<string> BeginningAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var buffer = new byte[MostOfAnswer];
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        var text = PlainText.Line(Encoding.UTF8.GetString(buffer, 0, length), MostOfAnswer);
        return text.Length == 0 ? "." : $": {text}";
    }

    private static TargetRefusedException? Refused(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is TargetRefusedException refused)
                return refused;
        }

        return null;
    }
}
