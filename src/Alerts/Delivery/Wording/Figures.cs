using System.Globalization;

namespace Alerts.Delivery.Wording;

/// <summary>Numbers, amounts and spans of time as people write them.</summary>
internal static class Figures
{
    /// <summary>"1,234.5": at most four decimals, thousands apart.</summary>
    public static string Number(double value) => value.ToString("#,0.####", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>With its sign: "+1.2", "−3".</summary>
    public static string Signed(double value) => (value > 0 ? "+" : "") + Number(value);

    /// <summary>"$75M", "EUR 1.2B", "$0.35 a share", "31%".</summary>
    public static string Amount(double value, string? unit) => unit switch
    {
        "%" => Number(value) + "%",
        "USD" => Sign(value) + "$" + Scaled(Math.Abs(value)),
        "USD/share" => Sign(value) + "$" + Math.Abs(value).ToString("0.00##", CultureInfo.InvariantCulture) + " a share",
        null => Scaled(value),
        _ when unit.EndsWith("/share", StringComparison.Ordinal) =>
            $"{PlainText.Line(unit[..^6], 8)} {value.ToString("0.00##", CultureInfo.InvariantCulture)} a share",
        _ => $"{PlainText.Line(unit, 8)} {Scaled(value)}",
    };

    /// <summary>"$75M–$85M", "31–35%", "at least $75M", "up to $80M", one figure for a point; null where neither end is stated.</summary>
    public static string? Range(double? low, double? high, string? unit) => (low, high) switch
    {
        (null, null) => null,
        ({ } from, null) => "at least " + Amount(from, unit),
        (null, { } to) => "up to " + Amount(to, unit),
        ({ } from, { } to) when from.Equals(to) => Amount(to, unit),
        ({ } from, { } to) when unit == "%" => from < 0 ? $"{Number(from)} to {Number(to)}%" : $"{Number(from)}–{Number(to)}%",
        ({ } from, { } to) => $"{Amount(from, unit)}–{Amount(to, unit)}",
    };

    /// <summary>"about 4 months (122 days)", "12 days"; never negative.</summary>
    public static string Span(double days)
    {
        var size = Math.Abs(Math.Round(days));
        var exact = size == 1 ? "1 day" : Number(size) + " days";
        return size switch
        {
            < 14 => exact,
            < 60 => $"about {Number(Math.Round(size / 7))} weeks ({exact})",
            < 700 => $"about {Number(Math.Round(size / 30.44))} months ({exact})",
            _ => $"about {Math.Round(size / 365.25, 1).ToString("0.#", CultureInfo.InvariantCulture)} years ({exact})",
        };
    }

    private static string Scaled(double value) => Math.Abs(value) switch
    {
        >= 1e9 => Number(Math.Round(value / 1e9, 3)) + "B",
        >= 1e6 => Number(Math.Round(value / 1e6, 3)) + "M",
        >= 1e4 => Number(Math.Round(value / 1e3, 3)) + "K",
        _ => Number(value),
    };

    private static string Sign(double value) => value < 0 ? "−" : "";
}
