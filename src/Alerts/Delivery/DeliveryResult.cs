namespace Alerts.Delivery;

/// <summary>What became of one attempt to deliver.</summary>
public abstract record DeliveryResult
{
    private DeliveryResult()
    {
    }

    /// <summary>The receiver has it.</summary>
    public sealed record Delivered : DeliveryResult;

    /// <summary>It may work later.</summary>
    /// <param name="Reason">What went wrong, in a sentence.</param>
    /// <param name="After">How long the receiver asked to be left alone; null where it said nothing.</param>
    public sealed record Retry(string Reason, TimeSpan? After = null) : DeliveryResult;

    /// <summary>Trying again would not help.</summary>
    /// <param name="Reason">What went wrong, in a sentence.</param>
    public sealed record Failed(string Reason) : DeliveryResult;

    /// <summary>The receiver wants no more of these, ever (410 Gone).</summary>
    /// <param name="Reason">What it said.</param>
    public sealed record Gone(string Reason) : DeliveryResult;
}
