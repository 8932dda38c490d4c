namespace Alerts.Subscriptions;

/// <summary>
/// What somebody asked for an address on the public page. It lies beside the subscription, and changes nothing of it, until the owner of
/// the address confirms.
/// </summary>
public sealed record SubscriptionRequest
{
    /// <summary>How long it can be confirmed.</summary>
    public static TimeSpan ValidFor { get; } = TimeSpan.FromDays(7);

    /// <summary>When it was asked, in whole seconds: what its link is bound to.</summary>
    public required DateTimeOffset At
    {
        get;
        init => field = DateTimeOffset.FromUnixTimeSeconds(value.ToUnixTimeSeconds());
    }

    /// <summary>As <see cref="Subscriber.Watchlist"/>.</summary>
    public IReadOnlyList<string> Watchlist { get; init; } = [];

    /// <summary>As <see cref="Subscriber.Rule"/>.</summary>
    public SubscriptionRule Rule { get; init; } = new();

    /// <summary>As <see cref="Subscriber.Cadence"/>.</summary>
    public Cadence Cadence { get; init; }

    /// <summary>True once it can be confirmed no more.</summary>
    public bool IsExpired(DateTimeOffset now) => now - At >= ValidFor;
}
