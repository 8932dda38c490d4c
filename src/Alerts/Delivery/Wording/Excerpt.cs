using System.Globalization;
using Alerts.Records;

namespace Alerts.Delivery.Wording;

/// <summary>The part of a quote that a message shows.</summary>
internal static class Excerpt
{
    /// <summary>Longest excerpt. A table row or a runaway paragraph can be of any length; the filing is one click away.</summary>
    public const int Longest = 600;

    /// <summary>The quote in one line; of a long one the part around what it proves, with "…" where it was cut.</summary>
    public static string Of(string quote, Statement? statement)
    {
        var line = PlainText.Line(quote, 20_000);
        if (line.Length <= Longest)
            return line;
        var at = Evidence(statement) is { Length: > 0 } evidence ? line.IndexOf(evidence, StringComparison.OrdinalIgnoreCase) : -1;
        if (at < Longest * 2 / 3)
            return PlainText.Line(line, Longest);
        var start = line.IndexOf(' ', at - (Longest / 2));
        return "…" + PlainText.Line(line[start..], Longest - 1);
    }

    // What the quote is there to prove, in the words or figures that it is written with.
    private static string? Evidence(Statement? statement) => statement switch
    {
        DataPoint point => Figure(point.Value),
        Guidance { When: { } when } => PlainText.Line(when, 100),
        FinancialGuidance { High: { } high } => Figure(Scaled(high)),
        FinancialGuidance { Low: { } low } => Figure(Scaled(low)),
        _ => null,
    };

    private static double Scaled(double amount) => Math.Abs(amount) switch
    {
        >= 1e9 => amount / 1e9,
        >= 1e6 => amount / 1e6,
        _ => amount,
    };

    private static string? Figure(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture).TrimStart('-');
}
