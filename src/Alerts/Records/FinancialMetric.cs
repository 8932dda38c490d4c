using System.Text.Json.Serialization;

namespace Alerts.Records;

/// <summary>What financial guidance is about. Names in JSON are the codes of the contract.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FinancialMetric>))]
public enum FinancialMetric
{
    /// <summary>Total revenue.</summary>
    [JsonStringEnumMemberName("REVENUE")]
    Revenue,

    /// <summary>Revenue of products.</summary>
    [JsonStringEnumMemberName("PRODUCT_REVENUE")]
    ProductRevenue,

    /// <summary>Operating expenses.</summary>
    [JsonStringEnumMemberName("OPERATING_EXPENSES")]
    OperatingExpenses,

    /// <summary>Research and development expenses.</summary>
    [JsonStringEnumMemberName("RD_EXPENSES")]
    RdExpenses,

    /// <summary>Selling, general and administrative expenses.</summary>
    [JsonStringEnumMemberName("SGA_EXPENSES")]
    SgaExpenses,

    /// <summary>Cash balance at a date.</summary>
    [JsonStringEnumMemberName("CASH")]
    Cash,

    /// <summary>Until when cash lasts.</summary>
    [JsonStringEnumMemberName("CASH_RUNWAY")]
    CashRunway,

    /// <summary>Cash used; positive.</summary>
    [JsonStringEnumMemberName("CASH_BURN")]
    CashBurn,

    /// <summary>Free cash flow.</summary>
    [JsonStringEnumMemberName("FREE_CASH_FLOW")]
    FreeCashFlow,

    /// <summary>Growth of revenue.</summary>
    [JsonStringEnumMemberName("REVENUE_GROWTH")]
    RevenueGrowth,

    /// <summary>A margin; the term says which.</summary>
    [JsonStringEnumMemberName("MARGIN")]
    Margin,

    /// <summary>Tax rate.</summary>
    [JsonStringEnumMemberName("TAX_RATE")]
    TaxRate,

    /// <summary>Net loss; positive.</summary>
    [JsonStringEnumMemberName("NET_LOSS")]
    NetLoss,

    /// <summary>Net income; a loss is negative.</summary>
    [JsonStringEnumMemberName("NET_INCOME")]
    NetIncome,

    /// <summary>Earnings per share; a loss is negative.</summary>
    [JsonStringEnumMemberName("EPS")]
    Eps,

    /// <summary>Capital expenditure.</summary>
    [JsonStringEnumMemberName("CAPEX")]
    Capex,

    /// <summary>Another figure; the term names it.</summary>
    [JsonStringEnumMemberName("OTHER")]
    Other,
}
