using System.Text;

namespace Alerts.Storage;

/// <summary>
/// What a queue takes: the limits of Azure Queue Storage with Base64 messages. Every <see cref="IQueueSender"/> and
/// <see cref="IQueueReceiver"/> checks by these before it does anything.
/// </summary>
public static class QueueRules
{
    /// <summary>Bytes of UTF-8 of a message: 64 KiB as sent, in Base64.</summary>
    public const int MaxTextSize = 48 * 1024;

    /// <summary>How often a message is tried before it goes to the poison queue.</summary>
    public const int MaxTries = 5;

    private const string PoisonSuffix = "-poison";

    /// <summary>The longest delay before a message is visible, and the longest time that a received one is hidden.</summary>
    public static TimeSpan MaxDelay { get; } = TimeSpan.FromDays(7);

    /// <summary>The queue of a queue's messages that failed <see cref="MaxTries"/> times; null for a poison queue, whose messages stay.</summary>
    public static string? PoisonQueue(string queue)
    {
        ArgumentNullException.ThrowIfNull(queue);
        return queue.EndsWith(PoisonSuffix, StringComparison.Ordinal) ? null : queue + PoisonSuffix;
    }

    /// <summary>Checks a queue's name, which leaves room for "-poison".</summary>
    /// <exception cref="StorageRuleException">It is not 3 to 56 lower-case letters, digits and single hyphens.</exception>
    public static void CheckQueue(string queue)
    {
        ArgumentNullException.ThrowIfNull(queue);
        if (!StorageText.IsDnsName(queue) || !StorageText.IsDnsName(PoisonQueue(queue) ?? queue))
            throw new StorageRuleException($"{StorageText.Shown(queue)} is no queue name: expected 3 to 56 lower-case letters, digits and single hyphens, a letter or digit at both ends.");
    }

    /// <summary>Checks a message that is to be sent.</summary>
    /// <exception cref="StorageRuleException">The queue, text or delay breaks a rule.</exception>
    public static void CheckMessage(string queue, string text, TimeSpan delay)
    {
        CheckQueue(queue);
        ArgumentNullException.ThrowIfNull(text);
        var size = Encoding.UTF8.GetByteCount(text);
        if (size is 0 or > MaxTextSize)
            throw new StorageRuleException($"The message {StorageText.Shown(text)} to queue {queue} takes {size} bytes: expected 1 to {MaxTextSize}; messages carry references, never content.");
        if (!StorageText.IsWellFormed(text))
            throw new StorageRuleException($"The message {StorageText.Shown(text)} to queue {queue} has half of a surrogate pair: expected whole characters.");
        if (delay < TimeSpan.Zero || delay > MaxDelay)
            throw new StorageRuleException($"The message {StorageText.Shown(text)} to queue {queue} has the delay {delay}: expected 0 to 7 days.");
    }

    /// <summary>Checks how long a received message is to be hidden.</summary>
    /// <exception cref="StorageRuleException">It is not 1 second to 7 days.</exception>
    public static void CheckVisibility(TimeSpan visibility)
    {
        if (visibility < TimeSpan.FromSeconds(1) || visibility > MaxDelay)
            throw new StorageRuleException($"A received message is to be hidden for {visibility}: expected 1 second to 7 days.");
    }
}
