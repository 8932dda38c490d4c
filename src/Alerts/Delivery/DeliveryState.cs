namespace Alerts.Delivery;

/// <summary>How far a delivery got.</summary>
public enum DeliveryState
{
    /// <summary>To be sent, now or at its next try.</summary>
    Pending,

    /// <summary>The receiver has it.</summary>
    Sent,

    /// <summary>Given up; the last error says why.</summary>
    Failed,

    /// <summary>Not to be sent: the subscriber left, or the evidence no longer holds.</summary>
    Suppressed,

    /// <summary>Waits for the subscriber's next digest.</summary>
    Collected,

    /// <summary>Part of the digest that <see cref="DeliveryEntry.Digest"/> names, whose own entry says how far it got.</summary>
    Bundled,

    /// <summary>A digest that still takes in its parts: not to be sent before it has them all.</summary>
    Bundling,
}
