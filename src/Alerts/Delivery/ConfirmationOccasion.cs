using System.Globalization;
using Alerts.Subscriptions;

namespace Alerts.Delivery;

/// <summary>Names the occasion of a confirmation mail: "confirm:1763715600", the second at which it was asked for.</summary>
public static class ConfirmationOccasion
{
    private const string Prefix = "confirm:";

    /// <summary>The occasion of a request.</summary>
    public static string Of(SubscriptionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return string.Create(CultureInfo.InvariantCulture, $"{Prefix}{request.At.ToUnixTimeSeconds()}");
    }

    /// <summary>True where the delivery is a confirmation mail and not an alert.</summary>
    public static bool Is(DeliveryKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Occasion.StartsWith(Prefix, StringComparison.Ordinal);
    }

    /// <summary>
    /// What the mail of this delivery asks to confirm; null once that was confirmed, withdrawn, replaced by a later request, or expired.
    /// </summary>
    public static SubscriptionRequest? RequestOf(DeliveryKey key, Subscriber subscriber, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(subscriber);
        return subscriber is { IsSuppressed: false, Email: not null, Request: { } request } && !request.IsExpired(now) && Of(request) == key.Occasion
            ? request
            : null;
    }
}
