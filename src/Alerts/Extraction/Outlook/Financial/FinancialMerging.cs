using Alerts.Records;

namespace Alerts.Extraction.Outlook.Financial;

/// <summary>Makes one record of what a document says several times.</summary>
internal static class FinancialMerging
{
    /// <summary>The records without restatements; the statement that says most (period, basis, length) is kept.</summary>
    public static IReadOnlyList<FinancialGuidance> Merge(IReadOnlyList<FinancialGuidance> records)
    {
        var merged = new List<FinancialGuidance>();
        foreach (var record in records)
        {
            var at = merged.FindIndex(other => IsSame(other, record));
            if (at < 0)
                merged.Add(record);
            else if (Fullness(record) > Fullness(merged[at]))
                merged[at] = record;
        }

        return merged;
    }

    private static bool IsSame(FinancialGuidance a, FinancialGuidance b)
    {
        if (a.Metric != b.Metric)
            return false;
        if (a.Metric == FinancialMetric.CashRunway)
            return true;
        return a.Low == b.Low && a.High == b.High && a.Unit == b.Unit
            && (a.Period == b.Period || a.Period is null || b.Period is null)
            && (a.Basis == b.Basis || a.Basis is null || b.Basis is null)
            && (a.Metric != FinancialMetric.Other || SameTerm(a.Term, b.Term));
    }

    private static bool SameTerm(string? a, string? b) =>
        a is null || b is null || a.Contains(b, StringComparison.OrdinalIgnoreCase) || b.Contains(a, StringComparison.OrdinalIgnoreCase);

    private static int Fullness(FinancialGuidance record) =>
        (record.Period is null ? 0 : 4) + (record.Basis is null ? 0 : 2) + (record.Term is null ? 0 : 1);
}
