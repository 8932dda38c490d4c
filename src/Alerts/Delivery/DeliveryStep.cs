namespace Alerts.Delivery;

/// <summary>What the caller of <see cref="DeliverAlert"/> has to do next.</summary>
public abstract record DeliveryStep
{
    private DeliveryStep()
    {
    }

    /// <summary>Nothing: the delivery is sent, given up or suppressed.</summary>
    /// <param name="State">How this run ended it; null where it had ended before.</param>
    /// <param name="Reason">Why it was given up or suppressed.</param>
    public sealed record Done(DeliveryState? State = null, string? Reason = null) : DeliveryStep;

    /// <summary>Call again after a while.</summary>
    /// <param name="Delay">How long; at most about 29 hours, well within a queue's seven days.</param>
    public sealed record RetryAfter(TimeSpan Delay) : DeliveryStep
    {
        /// <summary>What went wrong; null where nothing did and it is only not its time yet.</summary>
        public string? Reason { get; init; }
    }
}
