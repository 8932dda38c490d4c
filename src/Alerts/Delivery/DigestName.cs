using System.Globalization;

namespace Alerts.Delivery;

/// <summary>Names the digests of a day, as an occasion of deliveries: a subscriber gets at most one of them.</summary>
public static class DigestName
{
    /// <summary>"digest:2026-11-21".</summary>
    /// <param name="day">The day (UTC) on which they are made.</param>
    public static string Of(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"digest:{day:yyyy-MM-dd}");
}
