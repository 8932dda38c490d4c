using System.Globalization;
using System.Net;
using System.Text;
using Alerts.Delivery.Wording;
using Alerts.Pages.Email;
using Alerts.Subscriptions;

namespace Alerts.Delivery.Email;

/// <summary>
/// Makes the mail that asks the owner of an address whether they want what was asked for it. Whoever asked may be a stranger, so nothing that
/// they were free to write stands in it: no names of programs, only how many.
/// </summary>
public sealed class ConfirmationEmail(DeliveryOptions options)
{
    private const string Subject = "Confirm your subscription to alerts";

    /// <summary>The message; the same request gives the same message.</summary>
    public EmailMessage Compose(DeliveryKey key, Subscriber subscriber, SubscriptionRequest request)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(subscriber);
        ArgumentNullException.ThrowIfNull(request);
        var confirm = options.ConfirmationUrl(subscriber.Id, request.At);
        var stop = options.UnsubscribeUrl(subscriber.Id);
        var lines = Lines(subscriber, request);
        return new()
        {
            Id = key.AlertId,
            Delivery = key,
            From = options.From,
            To = new EmailAddress(subscriber.Email!),
            Subject = Subject,
            Date = request.At,
            Text = Text(lines, confirm, stop),
            Html = Html(lines, confirm, stop, subscriber.State == SubscriberState.Confirmed),
            UnsubscribeUrl = stop,
        };
    }

    private static Wording Lines(Subscriber subscriber, SubscriptionRequest request) => new(
        $"Somebody asked on {Day(request.At)} for alerts to this address: {RequestWording.Of(request, namesPrograms: false)}.",
        subscriber.State == SubscriberState.Confirmed ? "Until you confirm, the alerts that you get now stay as they are." : "Until you confirm, nothing is sent.",
        $"The page asks once more before anything changes. It works until {Day(request.At + SubscriptionRequest.ValidFor)}.",
        subscriber.State == SubscriberState.Confirmed
            ? "Was it not you? Then do nothing. To end the alerts that you get now:"
            : "Was it not you? Then do nothing, or make sure that no other mail comes from here:");

    private static string Text(Wording lines, Uri confirm, Uri stop) => new StringBuilder()
        .Append(lines.What).Append("\n\n").Append(lines.State)
        .Append("\n\nTo confirm, open this page:\n").Append(confirm).Append("\n\n").Append(lines.Page)
        .Append("\n\n-- \n").Append(lines.NotYou).Append('\n').Append(stop).Append('\n')
        .ToString();

    private static string Html(Wording lines, Uri confirm, Uri stop, bool isKnown) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Subject}</title></head>
        <body style="{Style.Page}">
        <div style="{Style.Column}">
        <h1 style="{Style.Headline}">{Subject}</h1>
        <div style="{Style.Card}">
        <p style="{Style.Movement}">{Encoded(lines.What)}</p>
        <p style="{Style.Movement}">{Encoded(lines.State)}</p>
        <p style="{Style.Movement}"><a href="{Encoded(confirm.AbsoluteUri)}" style="{Style.Link}">Open the page to confirm</a></p>
        <p style="{Style.Line}">{Encoded(lines.Page)}</p>
        </div>
        <p style="{Style.Foot}">{Encoded(lines.NotYou)} <a href="{Encoded(stop.AbsoluteUri)}" style="{Style.Link}">{(isKnown ? "unsubscribe" : "stop these mails")}</a></p>
        </div>
        </body>
        </html>

        """;

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private sealed record Wording(string What, string State, string Page, string NotYou);
}
