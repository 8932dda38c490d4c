namespace Alerts.Storage;

/// <summary>
/// Sends messages of up to 48 KiB of UTF-8 text. Messages carry references, never content. Implementations refuse, with
/// <see cref="StorageRuleException"/>, what <see cref="QueueRules"/> does not allow; queues are 3 to 56 lower-case letters, digits and single hyphens.
/// </summary>
public interface IQueueSender
{
    /// <summary>Sends a message that becomes visible after the delay (at most 7 days).</summary>
    Task SendAsync(string queue, string text, TimeSpan delay, CancellationToken cancellation);
}

/// <summary>Receives messages; only the local head does, on Azure the host calls the functions.</summary>
public interface IQueueReceiver
{
    /// <summary>
    /// The next visible message, hidden from others for <paramref name="visibility"/>, or null. After the fifth
    /// failed try a message moves to the queue "{queue}-poison".
    /// </summary>
    Task<QueueMessage?> ReceiveAsync(string queue, TimeSpan visibility, CancellationToken cancellation);

    /// <summary>Deletes a message that was received; nothing happens if it was received again by another since.</summary>
    Task DeleteAsync(string queue, QueueMessage message, CancellationToken cancellation);

    /// <summary>When the next message becomes visible; null for an empty queue.</summary>
    Task<DateTimeOffset?> NextVisibleAsync(string queue, CancellationToken cancellation);
}

/// <summary>A message as received.</summary>
/// <param name="Id">The message's own name.</param>
/// <param name="Receipt">Proof of this receipt; a later receipt has another.</param>
/// <param name="Text">The text as sent.</param>
/// <param name="Tries">How often it was received, this time included.</param>
public sealed record QueueMessage(string Id, string Receipt, string Text, int Tries);
