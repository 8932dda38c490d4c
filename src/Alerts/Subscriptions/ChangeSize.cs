using Alerts.Records;

namespace Alerts.Subscriptions;

/// <summary>Whether a change is as large as a rule asks for.</summary>
internal static class ChangeSize
{
    /// <summary>
    /// True where every bound that applies holds. A bound applies to what moved: a first statement, an achievement
    /// or a withdrawal is news of any size.
    /// </summary>
    public static bool IsEnough(Change change, SubscriptionRule rule) => change.Kind switch
    {
        ChangeKind.Data => IsEnoughData(change, rule),
        ChangeKind.Milestone => !Moved(change.Word) || IsShift(change.By, rule.MinimumSlipDays),
        _ => !Moved(change.Word) || IsEnoughFinancial(change, rule),
    };

    private static bool IsEnoughData(Change change, SubscriptionRule rule)
    {
        if (change.Word is not (ChangeWord.Revised or ChangeWord.Corrected))
            return true;
        if (change.By is { } by && rule.MinimumDifference.TryGetValue(change.Code, out var least) && Math.Abs(by) < least)
            return false;
        return !rule.OnlyDisjointIntervals || change.IntervalsOverlap != true;
    }

    private static bool IsEnoughFinancial(Change change, SubscriptionRule rule)
    {
        if (change is { Before: FinancialGuidance { To: { } before }, After: FinancialGuidance { To: { } after, Metric: FinancialMetric.CashRunway } })
            return IsShift(after.DayNumber - before.DayNumber, rule.MinimumSlipDays);
        if (change.By is not { } by)
            return true;
        if (rule.MinimumDifference.TryGetValue(change.Code, out var least) && Math.Abs(by) < least)
            return false;
        return rule.MinimumMidpointPercent is not { } percent
            || change.Before is not FinancialGuidance { Low: { } low, High: { } high }
            || low + high == 0
            || Math.Abs(by / ((low + high) / 2)) * 100 >= percent;
    }

    private static bool IsShift(double? days, int? least) => least is null || days is null || Math.Abs(days.Value) >= least;

    private static bool Moved(ChangeWord word) => word is ChangeWord.Delayed or ChangeWord.Accelerated or ChangeWord.Narrowed
        or ChangeWord.Widened or ChangeWord.Raised or ChangeWord.Lowered or ChangeWord.Corrected;
}
