namespace Alerts.Delivery;

/// <summary>The log's entry of one delivery. That it exists is what keeps the same alert from being made twice.</summary>
public sealed record DeliveryEntry
{
    /// <summary>Name of the delivery.</summary>
    public required DeliveryKey Key { get; init; }

    /// <summary>Ids of the changes that the alert tells of; a digest's stand with its parts.</summary>
    public required IReadOnlyList<string> ChangeIds { get; init; }

    /// <summary>
    /// Of a digest, the occasions that it is to tell of; empty for an alert. Each has an entry of its own, which lists its changes and is
    /// part of the digest where it says so itself.
    /// </summary>
    public IReadOnlyList<string> Covers { get; init; } = [];

    /// <summary>The digest's occasion, where a digest tells of this one.</summary>
    public string? Digest { get; init; }

    /// <summary>When the delivery came into being: the time that the alert carries, however often it is sent.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>How far it got.</summary>
    public DeliveryState State { get; init; }

    /// <summary>Attempts begun so far.</summary>
    public int Attempts { get; init; }

    /// <summary>
    /// Not to be tried before this time: the next try after a failure, and while an attempt is under way the time
    /// after which another may believe that it died.
    /// </summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>When the receiver took it.</summary>
    public DateTimeOffset? Sent { get; init; }

    /// <summary>When the recipient's mail system took an e-mail; null where nobody reported it.</summary>
    public DateTimeOffset? Delivered { get; init; }

    /// <summary>What went wrong last, or why it was suppressed.</summary>
    public string? LastError { get; init; }

    /// <summary>The store's version of the entry as read.</summary>
    internal string? ETag { get; init; }
}
