using Alerts.Extraction.Outlook.Windows;
using Alerts.Records;

namespace Alerts.Extraction.Outlook.Financial;

/// <summary>Makes the record of a bound amount: signs, units and codes as the contract wants them.</summary>
internal static class GuidanceRecord
{
    private const double SureConfidence = 0.95;
    private const double LooseConfidence = 0.8;

    /// <summary>No company guides to less; smaller sums are prices, fees and par values.</summary>
    private const double SmallestSum = 10_000;

    /// <summary>The record; null where unit and metric do not go together.</summary>
    public static FinancialGuidance? Create(Passage passage, MetricMention mention, Amount amount, TimePhrase? phrase, string? period)
    {
        var (metric, term) = (mention.Name.Metric, mention.Segment ?? mention.Name.Term);
        var unit = amount.Unit;
        if (unit == AmountReader.BasisPoints)
            return null;
        if (amount.IsPercent && metric is FinancialMetric.Revenue or FinancialMetric.ProductRevenue)
            metric = FinancialMetric.RevenueGrowth;
        if (!amount.IsPercent && mention.Name.IsRatio)
            return null;
        if (!amount.IsPercent && IsPerShare(passage.Text, amount))
        {
            if (metric is not (FinancialMetric.Eps or FinancialMetric.NetIncome or FinancialMetric.NetLoss))
                return null;
            (metric, term) = (FinancialMetric.Eps, null);
        }

        if (metric == FinancialMetric.Eps)
        {
            if (amount.IsPercent || Math.Abs(amount.High ?? amount.Low ?? 0) >= 1000)
                return null;
            unit += "/share";
        }

        if (metric == FinancialMetric.Cash)
        {
            if (amount.IsPercent || phrase is null || !IsBalance(passage.Text))
                return null;
            period = FiscalPeriods.EndOf(phrase, passage.Date)?.ToString("O");
        }

        if (!amount.IsPercent && metric != FinancialMetric.Eps && Math.Max(Math.Abs(amount.Low ?? 0), Math.Abs(amount.High ?? 0)) is > 0 and < SmallestSum)
            return null;
        var signed = Signed(passage.Text, mention, metric, amount);
        return new()
        {
            Metric = metric,
            Term = term,
            Basis = mention.Basis,
            Low = signed.Low,
            High = signed.High,
            Unit = unit,
            Period = period,
            When = phrase is null ? null : passage.Text.Substring(phrase.Start, phrase.Length),
            Quote = passage.Text,
            Document = passage.Sentence.Document.Type,
            Start = passage.Sentence.Start,
            Confidence = period is null ? LooseConfidence : SureConfidence,
        };
    }

    private static bool IsPerShare(string text, Amount amount)
    {
        var after = text.AsSpan(amount.End).TrimStart();
        return after.StartsWith("per ", StringComparison.OrdinalIgnoreCase) && after[..Math.Min(after.Length, 30)].Contains("share", StringComparison.OrdinalIgnoreCase)
            || after.StartsWith("a share", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"expects to end 2025 with cash of", "a cash balance of": not cash that is paid or received.</summary>
    private static bool IsBalance(string text) =>
        text.Contains(" end ", StringComparison.OrdinalIgnoreCase) || text.Contains("ending", StringComparison.OrdinalIgnoreCase) || text.Contains("balance", StringComparison.OrdinalIgnoreCase)
        || text.Contains("position", StringComparison.OrdinalIgnoreCase) || text.Contains("year-end", StringComparison.OrdinalIgnoreCase) || text.Contains("cash equivalents", StringComparison.OrdinalIgnoreCase);

    /// <summary>A loss on an income line is negative; NET_LOSS, CASH_BURN and expenses are positive; "down 5%" is negative.</summary>
    private static Amount Signed(string text, MetricMention mention, FinancialMetric metric, Amount amount)
    {
        if (metric is FinancialMetric.NetLoss or FinancialMetric.CashBurn)
            return amount.High < 0 || amount.Low < 0 ? amount.Negated() : amount;
        var isNegative = amount.Low < 0 || amount.High < 0;
        var start = Math.Clamp(mention.End, 0, amount.Start);
        var between = text.AsSpan(start, amount.Start - start);
        var name = text.AsSpan(Math.Min(mention.Start, text.Length), Math.Max(0, Math.Min(mention.End, text.Length) - mention.Start));
        if (amount.IsPercent)
        {
            var falls = between.Contains("decrease", StringComparison.OrdinalIgnoreCase) || between.Contains("decline", StringComparison.OrdinalIgnoreCase) || between.Contains(" down ", StringComparison.OrdinalIgnoreCase)
                || between.Contains("reduction", StringComparison.OrdinalIgnoreCase);
            return falls && !isNegative && !mention.Name.IsRatio || falls && metric == FinancialMetric.RevenueGrowth && !isNegative ? amount.Negated() : amount;
        }

        var isLoss = between.Contains("loss of", StringComparison.OrdinalIgnoreCase) || (metric == FinancialMetric.Eps && name.Contains("loss", StringComparison.OrdinalIgnoreCase));
        return isLoss && !isNegative ? amount.Negated() : amount;
    }
}
