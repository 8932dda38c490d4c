using Alerts.Records;

namespace Alerts.Delivery.Wording;

/// <summary>Puts the changes that move a share price first.</summary>
internal static class ChangeImportance
{
    private static readonly string[] Controls = ["placebo", "control", "sham", "vehicle", "chemotherapy", "standard", "comparator", "investigator's choice"];

    /// <summary>The changes, most important first; equals keep their order.</summary>
    public static IReadOnlyList<Change> Order(IEnumerable<Change> changes) => [.. changes.OrderByDescending(Score)];

    /// <summary>Larger is more important. The scale means nothing but order.</summary>
    internal static int Score(Change change) => change.Kind switch
    {
        ChangeKind.Milestone => OfWord(change.Word) + OfMilestone(change),
        ChangeKind.Data => OfWord(change.Word) + OfData(change),
        _ => OfWord(change.Word) + OfFinancial(change),
    };

    private static int OfWord(ChangeWord word) => word switch
    {
        ChangeWord.Withdrawn => 90,
        ChangeWord.Delayed => 80,
        ChangeWord.Lowered => 75,
        ChangeWord.Achieved or ChangeWord.Accelerated or ChangeWord.Raised => 70,
        ChangeWord.Revised or ChangeWord.Corrected => 60,
        ChangeWord.Lapsed => 55,
        ChangeWord.Omitted => 50,
        ChangeWord.New => 40,
        ChangeWord.Widened => 35,
        ChangeWord.Narrowed => 30,
        _ => 0,
    };

    private static int OfMilestone(Change change) => ((change.After ?? change.Before) as Milestone)?.Code switch
    {
        MilestoneCode.Approval => 28,
        // A date set by the regulator follows right after the acceptance that brought it.
        MilestoneCode.RegulatoryDecision => change.Word == ChangeWord.New ? 47 : 26,
        MilestoneCode.ToplineData => 20,
        MilestoneCode.Submission => 19,
        MilestoneCode.Acceptance => 18,
        MilestoneCode.Launch => 12,
        MilestoneCode.Designation => 10,
        MilestoneCode.DataPresentation or MilestoneCode.TrialClearance => 8,
        MilestoneCode.EnrollmentComplete or MilestoneCode.TrialStart => 6,
        MilestoneCode.RegulatoryMeeting or MilestoneCode.TrialComplete => 5,
        MilestoneCode.CohortStart => 2,
        _ => 0,
    };

    private static int OfData(Change change)
    {
        if ((change.After ?? change.Before) is not DataPoint point)
            return 0;
        var score = point.Measure switch
        {
            Measure.PrimaryEndpoint => 62,
            Measure.Orr => 25,
            Measure.Pfs or Measure.Os => 24,
            Measure.Dor => 19,
            Measure.Efs or Measure.Dfs or Measure.Ttp => 18,
            Measure.Endpoint => 16,
            Measure.Death => 14,
            Measure.Cr or Measure.Dlt => 12,
            Measure.Sae or Measure.Mtd or Measure.Rp2d or Measure.Discontinuation => 10,
            Measure.Pr or Measure.Dcr or Measure.Cbr or Measure.DoseReduction or Measure.DoseDelay => 6,
            Measure.Ae => point.Grade is null or "any" ? 0 : 3,
            Measure.Age or Measure.PriorTherapies or Measure.FollowUp => -12,
            Measure.Enrollment => -6,
            _ => 0,
        };
        // The whole trial before its subgroups, the drug before what it is compared with.
        if (point.Arm is { } arm && Controls.Any(word => arm.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return score - 12;
        return point.Population is null ? score : score - 7;
    }

    private static int OfFinancial(Change change) => ((change.After ?? change.Before) as FinancialGuidance)?.Metric switch
    {
        FinancialMetric.CashRunway => 18,
        FinancialMetric.Revenue or FinancialMetric.Eps => 15,
        FinancialMetric.ProductRevenue => 12,
        _ => 5,
    };
}
