using System.Globalization;
using Alerts.Records;

namespace Alerts.History;

/// <summary>How values and figures are written for people: "32.4% (95% CI 23.6–42.2)", "$60–65M".</summary>
public static class ValueText
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>Writes a result with its interval, numbers and cutoff, as far as stated.</summary>
    public static string Of(DataPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        var value = point switch
        {
            { Outcome: "met" } => "met",
            { Outcome: "not_met" } => "not met",
            { Outcome: "not_reached", Value: null } => "not reached",
            { Outcome: "none", Measure: Measure.Dlt, Value: { } dose } => $"none up to {Number(dose)} {point.Unit}",
            { Outcome: "none" } => "none",
            { Value: { } number } => Measured(number, point.Unit),
            _ => "no figure",
        };
        var details = new List<string>();
        if (point.CiLow is not null || point.CiHigh is not null)
            details.Add($"{(point.CiLevel is { } level ? Number(level) + "% " : "")}CI {Bound(point.CiLow)}–{Bound(point.CiHigh)}");
        if (point is { Count: { } count, Of: { } total })
            details.Add($"{Number(count)} of {Number(total)}");
        else if (point is { Of: { } of })
            details.Add($"of {Number(of)}");
        else if (point.N is { } n)
            details.Add($"n={Number(n)}");
        if (point.PValue is { } p)
            details.Add($"p={Number(p)}");
        if (point.AsOf is { } cutoff)
            details.Add("as of " + WindowText.Day(cutoff));
        return details.Count == 0 ? value : $"{value} ({string.Join("; ", details)})";
    }

    /// <summary>Writes a figure of guidance.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="said">The day of the statement.</param>
    public static string Of(FinancialGuidance figure, DateOnly? said = null)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure switch
        {
            { Metric: FinancialMetric.CashRunway } => WindowText.Of(Window.Of(figure), said),
            { Low: { } low, High: { } high } when low == high => Amount(low, figure.Unit),
            { Low: { } low, High: { } high } => Range(low, high, figure.Unit),
            { Low: { } low } => "at least " + Amount(low, figure.Unit),
            { High: { } high } => "up to " + Amount(high, figure.Unit),
            _ => "no figure",
        };
    }

    /// <summary>Writes an amount: "$65M", "$1.2B", "37.5%", "$0.38/share", "EUR 5M".</summary>
    public static string Amount(double amount, string? unit)
    {
        var sign = amount < 0 ? "−" : "";
        var size = Math.Abs(amount);
        return unit switch
        {
            "USD" => $"{sign}${Scaled(size)}",
            "USD/share" => $"{sign}${size.ToString("0.00##", Culture)}/share",
            "%" => $"{sign}{Number(size)}%",
            null => sign + Scaled(size),
            _ => $"{sign}{unit} {Scaled(size)}",
        };
    }

    private static string Range(double low, double high, string? unit)
    {
        var (from, to) = (Amount(low, unit), Amount(high, unit));
        // "$60–65M" reads better than "$60M–$65M", where scale and sign allow it.
        return low >= 0 && unit is "USD" && from[^1] == to[^1] && !char.IsAsciiDigit(to[^1]) ? $"{from[..^1]}–{to[1..]}"
            : low >= 0 && unit is "%" ? $"{from[..^1]}–{to}"
            : $"{from} to {to}";
    }

    private static string Scaled(double size) => size switch
    {
        >= 1e9 => Number(size / 1e9) + "B",
        >= 1e6 => Number(size / 1e6) + "M",
        >= 1e3 => size.ToString("#,##0.##", Culture),
        _ => Number(size),
    };

    private static string Measured(double value, string? unit) => unit switch
    {
        null or "HR" or "ratio" => Number(value),
        "%" => Number(value) + "%",
        "score" => Number(value) + " points",
        _ when value is 1 && unit.EndsWith('s') => "1 " + unit[..^1],
        _ => $"{Number(value)} {unit}",
    };

    private static string Bound(double? bound) => bound is { } value ? Number(value) : "NR";

    private static string Number(double value) => Math.Round(value, 6).ToString("0.######", Culture);
}
