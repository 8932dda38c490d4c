using Alerts.Extraction.Language;
using Alerts.Records;

namespace Alerts.Extraction.Outlook.Financial;

/// <summary>A name that filings give to a figure of guidance.</summary>
/// <param name="Metric">The code.</param>
/// <param name="Term">What the code alone does not say.</param>
internal sealed record MetricName(FinancialMetric Metric, string? Term = null)
{
    /// <summary>Stands for phrases that name no metric of guidance; made before the lexicon that holds it.</summary>
    private static readonly MetricName None = new(FinancialMetric.Other);

    /// <summary>All names that are known; of several that fit the longest wins.</summary>
    public static PhraseLexicon<MetricName> Lexicon { get; } = new(All().SelectMany(row => row.Names.Split(';').Select(name => (Spaced(name), row.Metric))));

    /// <summary>True for metrics whose figures are percentages by nature.</summary>
    public bool IsRatio => Metric is FinancialMetric.Margin or FinancialMetric.TaxRate or FinancialMetric.RevenueGrowth;

    /// <summary>Signs stand alone, as the tokenizer cuts them: "R &amp; D".</summary>
    private static string Spaced(string name)
    {
        var tokens = Tokenizer.Read(name.Trim());
        return string.Join(' ', Enumerable.Range(0, tokens.Count).Select(i => tokens.Span(i).ToString()));
    }

    /// <summary>True for phrases that only look like a metric.</summary>
    public bool IsNone => ReferenceEquals(this, None);

    private static IEnumerable<(string Names, MetricName Metric)> All()
    {
        static MetricName Other(string term) => new(FinancialMetric.Other, term);
        static MetricName Margin(string term) => new(FinancialMetric.Margin, term);

        yield return ("revenue; total revenue; net revenue; net sales; sales; total net revenue; turnover; total company revenue", new(FinancialMetric.Revenue));
        // Longer phrases that only look like a metric.
        yield return ("Internal Revenue; Internal Revenue Code; Internal Revenue Service; net operating loss carryforward; operating loss carryforward; cash dividend; cash payment; cash bonus; cash charge; non cash; cash consideration; "
            + "cash retention; cash award; cash compensation; cash severance; cash incentive; cash proceeds; cash settlement; sales force; sales and marketing; sales representative; cost of sales; sales team; cash flow; cash flows; sales price; "
            + "shares of common stock; sales agreement; cash tender; cash purchase price; cash out; annual cash; target cash; lump sum cash; cash merger", None);
        yield return ("product revenue; net product revenue; product sales; net product sales; total product revenue; total product sales", new(FinancialMetric.ProductRevenue));
        yield return ("revenue growth; sales growth; organic revenue growth; organic growth; growth in revenue; organic sales growth; net sales growth; increase in revenue", new(FinancialMetric.RevenueGrowth));
        yield return ("operating expense; operating costs; total operating expense; opex; operating expenditures; total operating costs and expenses; operating costs and expenses; total expenses; total costs and expenses",
            new(FinancialMetric.OperatingExpenses));
        yield return ("research and development; research and development expense; R&D expense; R&D; research and development cost; research & development; research & development expense; R&D spending; R&D investment",
            new(FinancialMetric.RdExpenses));
        yield return ("selling general and administrative; selling, general and administrative; selling, general and administrative expense; SG&A; SG&A expense; selling, general, and administrative expense; general and administrative; "
            + "general and administrative expense; G&A; G&A expense; selling, general & administrative; selling, general & administrative expense", new(FinancialMetric.SgaExpenses));
        yield return ("cash; cash and cash equivalents; cash, cash equivalents and marketable securities; cash, cash equivalents, and marketable securities; cash and marketable securities; cash and investments; "
            + "cash, cash equivalents and investments; cash balance; cash position; cash, cash equivalents and short-term investments; cash, cash equivalents and restricted cash", new(FinancialMetric.Cash));
        yield return ("cash burn; cash used in operations; cash used in operating activities; net cash used in operating activities; net cash used; cash use; cash usage; net cash usage; cash utilization; net cash burn; cash used; "
            + "operating cash burn; use of cash; cash used for operations; net operating cash burn; operating cash use", new(FinancialMetric.CashBurn));
        yield return ("free cash flow; adjusted free cash flow", new(FinancialMetric.FreeCashFlow));
        yield return ("gross margin; gross profit margin; product gross margin", Margin("gross margin"));
        yield return ("operating margin; operating income margin; operating profit margin", Margin("operating margin"));
        yield return ("EBIT margin; adjusted EBIT margin; earnings before interest and taxes margin", Margin("EBIT margin"));
        yield return ("EBITDA margin; adjusted EBITDA margin", Margin("EBITDA margin"));
        yield return ("net margin; net income margin; profit margin", Margin("net margin"));
        yield return ("tax rate; effective tax rate; income tax rate; effective income tax rate; ETR", new(FinancialMetric.TaxRate));
        yield return ("net loss; net losses", new(FinancialMetric.NetLoss));
        yield return ("net income; net earnings; net profit", new(FinancialMetric.NetIncome));
        yield return ("EPS; earnings per share; diluted EPS; diluted earnings per share; earnings per diluted share; net income per share; net income per diluted share; loss per share; net loss per share; loss per diluted share; "
            + "net loss per diluted share; diluted net income per share; diluted net loss per share; earnings per common share; net income per common share; EPS from continuing operations", new(FinancialMetric.Eps));
        yield return ("capital expenditure; capex; capital spending; capital investment; capital expense", new(FinancialMetric.Capex));

        foreach (var term in (string[])[
            "other income", "other income, net", "other income (expense)", "other expense", "interest expense", "interest income", "interest paid", "net interest expense", "interest and other income", "operating income", "operating loss",
            "operating profit", "adjusted EBITDA", "EBITDA", "EBIT", "adjusted EBIT", "operating cash flow", "cash flow from operations", "cash flow from operating activities", "depreciation and amortization", "depreciation",
            "amortization", "stock-based compensation", "share-based compensation", "cost of revenue", "cost of goods sold", "gross profit", "collaboration revenue", "license revenue", "royalty revenue", "royalties",
            "service revenue", "grant revenue", "royalty receipts", "bookings", "backlog", "restructuring charge", "restructuring costs", "transaction costs", "funds from operations", "FFO", "comparable store sales", "same-store sales",
            "comparable sales", "income tax expense", "gross bookings", "segment margin", "share repurchases", "dividends", "income from operations", "loss from operations", "royalty income", "contract revenue", "test volume",
            "income from unconsolidated subsidiaries", "equity in net income of investees", "equity in net income (loss) of investees", "equity in the income or loss of unconsolidated subsidiaries",
            "equity in income of unconsolidated subsidiaries", "equity in earnings of affiliates", "pre-tax income", "income before taxes"])
        {
            yield return (term, Other(term));
        }
    }
}
