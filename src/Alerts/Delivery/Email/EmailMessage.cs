using Alerts.Subscriptions;

namespace Alerts.Delivery.Email;

/// <summary>An e-mail to one person. Everything in it is fixed when it is made, so that writing it again gives the same bytes.</summary>
public sealed record EmailMessage
{
    /// <summary>Name of the delivery; with the sender's host it becomes the Message-ID.</summary>
    public required string Id { get; init; }

    /// <summary>The delivery, for what a mail service reports of the message later; null where nothing is to be reported.</summary>
    public DeliveryKey? Delivery { get; init; }

    /// <summary>The sender.</summary>
    public required EmailAddress From { get; init; }

    /// <summary>The one recipient.</summary>
    public required EmailAddress To { get; init; }

    /// <summary>The subject line, of any characters.</summary>
    public required string Subject { get; init; }

    /// <summary>When the message was made.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The message as plain text, lines ended by line feeds.</summary>
    public required string Text { get; init; }

    /// <summary>The same message as an HTML document.</summary>
    public required string Html { get; init; }

    /// <summary>Where a POST unsubscribes the recipient and a GET shows a page that asks (RFC 8058).</summary>
    public required Uri UnsubscribeUrl { get; init; }
}
