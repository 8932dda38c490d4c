using System.Globalization;

namespace Alerts.Delivery.Wording;

/// <summary>Differences with their sign: "+1.2", "−3".</summary>
internal static class Signed
{
    public static string Number(double value) => Sign(value) + Math.Abs(Math.Round(value, 6)).ToString("#,0.####", CultureInfo.InvariantCulture);

    public static string Percent(double value) => Sign(value) + Math.Abs(value).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    /// <summary>"+" or "−"; nothing for zero.</summary>
    public static string Sign(double value) => value > 0 ? "+" : value < 0 ? "−" : "";
}
