using System.Globalization;
using Alerts.Records;

namespace Alerts.Delivery.Wording;

/// <summary>Changes of financial guidance in words: "FY2022 revenue guidance raised to $75M–$85M".</summary>
internal static class FinancialWording
{
    public static ChangeText Of(Change change)
    {
        var before = change.Before as FinancialGuidance;
        var after = change.After as FinancialGuidance;
        var guidance = after ?? before;
        var label = guidance is null ? "financial guidance" : Label(guidance);
        var was = before is null ? null : Value(before);
        var now = after is null ? null : Value(after);
        // What a company as a whole expects is about no program, even where the sentence names one.
        return new("", Clause(change.Word, label, now, guidance), was, now ?? After(change.Word), Size(change, before, after), null)
        {
            SpeaksForItself = true,
        };
    }

    private static string Clause(ChangeWord word, string label, string? now, FinancialGuidance? guidance)
    {
        var separator = guidance?.Metric == FinancialMetric.CashRunway ? " " : " to ";
        var to = now is null ? "" : separator + now;
        return word switch
        {
            ChangeWord.New => now is null ? $"{label} given" : $"{label} {now}",
            ChangeWord.Raised => (guidance?.Metric == FinancialMetric.CashRunway ? $"{label} extended" : $"{label} raised") + to,
            ChangeWord.Lowered => (guidance?.Metric == FinancialMetric.CashRunway ? $"{label} shortened" : $"{label} lowered") + to,
            ChangeWord.Omitted => $"{label} no longer given",
            ChangeWord.Withdrawn => $"{label} withdrawn",
            ChangeWord.Reaffirmed => $"{label} reaffirmed" + (now is null ? "" : " at " + now),
            _ => $"{label} {RecordCode.Of(word)}" + to,
        };
    }

    private static string? After(ChangeWord word) => word switch
    {
        ChangeWord.Withdrawn => "withdrawn",
        ChangeWord.Omitted => "not mentioned",
        _ => null,
    };

    private static string? Value(FinancialGuidance guidance) => guidance.Metric == FinancialMetric.CashRunway
        ? (WindowText.Of(guidance.To, guidance.To, guidance.When) is { } end ? Runway(guidance, end) : null)
        : Figures.Range(guidance.Low, guidance.High, guidance.Unit) ?? (guidance.When is { } when ? PlainText.Line(when, 40) : null);

    // Cash lasts until some time in the window: "into Q2 2023", "into 2026".
    private static string Runway(FinancialGuidance guidance, string end) =>
        "into " + (WindowText.Of(guidance) is { } window && !window.StartsWith("by ", StringComparison.Ordinal) ? window : end);

    private static string? Size(Change change, FinancialGuidance? before, FinancialGuidance? after)
    {
        if (before is null || after is null)
            return null;
        if (after.Metric == FinancialMetric.CashRunway)
        {
            return before.To is { } was && after.To is { } now && was != now
                ? Figures.Span(now.DayNumber - was.DayNumber) + (now > was ? " longer" : " shorter")
                : null;
        }

        if (change.By is not { } by || by == 0)
            return null;
        var size = after.Unit == "%" ? Figures.Signed(by) + " points" : (by > 0 ? "+" : "") + Figures.Amount(by, after.Unit);
        return before is { Low: { } low, High: { } high } && low + high != 0 && after.Unit != "%"
            ? $"midpoint {size} ({(by > 0 ? "+" : "−")}{Math.Abs(by / ((low + high) / 2) * 100).ToString("0.#", CultureInfo.InvariantCulture)}%)"
            : $"midpoint {size}";
    }

    private static string Label(FinancialGuidance guidance)
    {
        var name = guidance.Metric switch
        {
            FinancialMetric.Revenue => "revenue",
            FinancialMetric.ProductRevenue => "product revenue",
            FinancialMetric.OperatingExpenses => "operating expenses",
            FinancialMetric.RdExpenses => "R&D expenses",
            FinancialMetric.SgaExpenses => "SG&A expenses",
            FinancialMetric.Cash => "cash",
            FinancialMetric.CashRunway => "cash runway",
            FinancialMetric.CashBurn => "cash burn",
            FinancialMetric.FreeCashFlow => "free cash flow",
            FinancialMetric.RevenueGrowth => "revenue growth",
            FinancialMetric.Margin => "margin",
            FinancialMetric.TaxRate => "tax rate",
            FinancialMetric.NetLoss => "net loss",
            FinancialMetric.NetIncome => "net income",
            FinancialMetric.Eps => "EPS",
            FinancialMetric.Capex => "capex",
            _ => "guidance",
        };
        // A margin, a segment or another figure is known by its term: "gross margin".
        if (guidance.Term is { Length: > 0 } term)
            name = guidance.Metric is FinancialMetric.Margin or FinancialMetric.Other ? PlainText.Line(term, 50) : $"{name} ({PlainText.Line(term, 40)})";
        if (guidance.Basis == "adjusted")
            name = "adjusted " + name;
        return guidance.Metric == FinancialMetric.CashRunway ? name : Period(guidance.Period) + name + (name.EndsWith("guidance", StringComparison.Ordinal) ? "" : " guidance");
    }

    private static string Period(string? period) => period switch
    {
        null => "",
        _ when DateOnly.TryParseExact(period, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => WindowText.Day(day) + " ",
        _ => PlainText.Line(period, 20) + " ",
    };
}
