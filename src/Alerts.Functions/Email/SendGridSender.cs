using System.Globalization;
using System.Net;
using Alerts.Delivery;
using Alerts.Delivery.Email;
using Alerts.Delivery.MailEvents;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace Alerts.Functions.Email;

/// <summary>
/// Sends e-mails through SendGrid. It has no way to send twice with one effect; what keeps a person from getting two is that a
/// delivery is tried again only where SendGrid did not take it.
/// </summary>
public sealed class SendGridSender(ISendGridClient client, TimeProvider time) : IEmailSender
{
    private const int MostOfAnswer = 300;

    /// <inheritdoc/>
    public async Task<DeliveryResult> SendAsync(EmailMessage message, CancellationToken cancellation)
    {
        try
        {
            return await ResultAsync(await client.SendEmailAsync(Compose(message), cancellation), cancellation);
        }
        catch (Exception error) when (error is HttpRequestException || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new DeliveryResult.Retry($"SendGrid could not be reached: {error.Message}");
        }
    }

    private static SendGridMessage Compose(EmailMessage message)
    {
        var mail = new SendGridMessage();
        mail.SetFrom(message.From.Address, message.From.Name);
        mail.AddTo(message.To.Address, message.To.Name);
        mail.SetSubject(message.Subject);
        mail.AddContent(MimeType.Text, message.Text);
        mail.AddContent(MimeType.Html, message.Html);
        mail.AddHeader("Message-ID", $"<{message.Id}@{message.From.Address.Split('@')[^1]}>");
        mail.AddHeader("List-Unsubscribe", $"<{message.UnsubscribeUrl.AbsoluteUri}>");
        if (message.UnsubscribeUrl.Scheme == Uri.UriSchemeHttps)
            mail.AddHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        mail.AddHeader("Auto-Submitted", "auto-generated");
        mail.AddCustomArg("alert_id", message.Id);
        // Comes back with each event of this mail.
        if (message.Delivery is { } delivery)
            mail.AddCustomArg(MailEventReader.DeliveryMark, delivery.ToString());
        // Links go where they say, and reading is nobody's business.
        mail.SetClickTracking(false, false);
        mail.SetOpenTracking(false);
        mail.SetSubscriptionTracking(false);
        return mail;
    }

    private async Task<DeliveryResult> ResultAsync(Response response, CancellationToken cancellation)
    {
        if (response.IsSuccessStatusCode)
            return new DeliveryResult.Delivered();
        var reason = $"SendGrid answered {(int)response.StatusCode}: {await BeginningAsync(response, cancellation)}";
        return response.StatusCode switch
        {
            // About our key or sender and not about this message: the operator has the days of the retries to mend it.
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new DeliveryResult.Retry(reason + " Check the setting SendGridApiKey and the sender's verification."),
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests => new DeliveryResult.Retry(reason, AskedDelay(response)),
            >= HttpStatusCode.InternalServerError => new DeliveryResult.Retry(reason, AskedDelay(response)),
            _ => new DeliveryResult.Failed(reason),
        };
    }

    private TimeSpan? AskedDelay(Response response)
    {
        if (response.Headers?.RetryAfter?.Delta is { } delta)
            return delta;
        // SendGrid's own header: the second (Unix time) from which it takes more.
        if (response.Headers?.TryGetValues("X-RateLimit-Reset", out var values) == true
            && long.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var second)
            && DateTimeOffset.FromUnixTimeSeconds(second) - time.GetUtcNow() is { Ticks: > 0 } wait)
            return wait;
        return null;
    }

    private static async Task<string> BeginningAsync(Response response, CancellationToken cancellation)
    {
        var text = response.Body is null ? "" : await response.Body.ReadAsStringAsync(cancellation);
        return text.Length <= MostOfAnswer ? text : text[..MostOfAnswer];
    }
}
