namespace Alerts.Delivery.MailEvents;

/// <summary>What SendGrid reports of one mail.</summary>
public sealed record MailEvent
{
    /// <summary>What happened.</summary>
    public required MailEventKind Kind { get; init; }

    /// <summary>The recipient's address; empty where it is missing.</summary>
    public string Email { get; init; } = "";

    /// <summary>When it happened; null where SendGrid does not say.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The delivery, as the mail was marked when it was sent; null for a mail that is not from here.</summary>
    public DeliveryKey? Delivery { get; init; }

    /// <summary>What the mail system, or SendGrid, said.</summary>
    public string? Reason { get; init; }
}

/// <summary>What happened to a mail.</summary>
public enum MailEventKind
{
    /// <summary>Of a type that is not known here.</summary>
    Unknown,

    /// <summary>On its way, or read: nothing to do.</summary>
    Ignored,

    /// <summary>The recipient's mail system took it.</summary>
    Delivered,

    /// <summary>The address cannot be reached, now or later.</summary>
    Bounced,

    /// <summary>SendGrid sends no mail to the address any more: it bounced before, or its owner unsubscribed there or complained.</summary>
    Refused,

    /// <summary>This mail was not taken, for a reason that is not the address's: blocked for now, over a quota, its content.</summary>
    NotSent,

    /// <summary>The owner of the address called it spam.</summary>
    Complained,

    /// <summary>The owner of the address unsubscribed at SendGrid from all that this account sends.</summary>
    Unsubscribed,

    /// <summary>The owner of the address unsubscribed at SendGrid from mails of one sort.</summary>
    LeftGroup,
}
