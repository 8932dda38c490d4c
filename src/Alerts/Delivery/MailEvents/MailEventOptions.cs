namespace Alerts.Delivery.MailEvents;

/// <summary>What the operator decides about the events of mails.</summary>
public sealed record MailEventOptions
{
    /// <summary>The key that verifies SendGrid's batches; null where none are taken.</summary>
    public EventSignature? Key { get; init; }
}
