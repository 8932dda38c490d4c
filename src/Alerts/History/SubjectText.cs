using System.Globalization;
using Alerts.Records;

namespace Alerts.History;

/// <summary>What a change is about, in words: "MIRASOL top-line data", "FY2018 revenue".</summary>
internal static class SubjectText
{
    /// <summary>The events of a trial; all others are the program's, whichever trial they rest on.</summary>
    internal static readonly HashSet<MilestoneCode> NamedByTrial =
        [MilestoneCode.TrialStart, MilestoneCode.EnrollmentComplete, MilestoneCode.ToplineData, MilestoneCode.DataPresentation, MilestoneCode.TrialComplete, MilestoneCode.CohortStart];

    /// <summary>The subject of a change.</summary>
    public static string Of(Change change) => (change.After ?? change.Before) switch
    {
        Milestone milestone => Of(change, milestone),
        DataPoint point => Of(change, point),
        FinancialGuidance figure => Of(change, figure),
        _ => "",
    };

    /// <summary>The subject of a milestone.</summary>
    public static string Of(Change change, Milestone milestone)
    {
        var name = NamedByTrial.Contains(milestone.Code) ? change.Trial ?? Phased(change.Program, milestone.Phase) : change.Program;
        return Join(name, Event(milestone), Bracket(milestone.Population ?? milestone.Indication));
    }

    /// <summary>The subject of a result.</summary>
    public static string Of(Change change, DataPoint point)
    {
        var term = point.Term is { Length: > 0 } stated ? stated : null;
        var measure = point.Measure switch
        {
            Measure.Endpoint => term ?? "endpoint",
            Measure.Ae => $"{(point.Grade is null or "any" ? "" : $"grade {point.Grade} ")}{term ?? "adverse events"}",
            Measure.PrimaryEndpoint => "primary endpoint",
            Measure.Enrollment => point.Population == "planned" ? "planned enrollment" : "enrollment",
            Measure.FollowUp => "follow-up",
            Measure.PriorTherapies => "prior therapies",
            Measure.Age => "age",
            Measure.HalfLife => "half-life",
            Measure.Sae => "serious adverse events",
            Measure.Discontinuation or Measure.Death => RecordCode.Of(point.Measure).ToLowerInvariant() + "s",
            Measure.DoseReduction => "dose reductions",
            Measure.DoseDelay => "dose delays",
            Measure.Dlt => "dose-limiting toxicity" + (term is null ? "" : ": " + term),
            _ => RecordCode.Of(point.Measure),
        };
        var landmark = point is { At: { } at, Unit: "%" } && char.IsAsciiDigit(at[0]) ? at.Replace(" months", "-month", StringComparison.Ordinal) + " " : "";
        // A hazard ratio compares by its nature.
        var arm = point is { Unit: "HR", Arm: "difference" } ? null : point.Arm;
        var population = point.Population == "planned" || IsEcho(point.Population, point.Arm) ? null : point.Population;
        return Join(change.Trial ?? Phased(change.Program, point.Phase), landmark + measure + (point.Unit == "HR" ? " hazard ratio" : ""), Bracket(point.Assessor, arm, population));
    }

    // "ELAHERE" and "patients with ELAHERE" beside the arm ELAHERE say nothing more.
    private static bool IsEcho(string? population, string? arm) =>
        population is not null && arm is not null && population.EndsWith(arm, StringComparison.OrdinalIgnoreCase)
        && (population.Length == arm.Length || population[..^arm.Length].EndsWith(" with ", StringComparison.Ordinal) || population[..^arm.Length].EndsWith(" on ", StringComparison.Ordinal));

    /// <summary>The subject of a figure.</summary>
    public static string Of(Change change, FinancialGuidance figure)
    {
        var metric = figure.Metric switch
        {
            FinancialMetric.RdExpenses => "R&D expenses",
            FinancialMetric.SgaExpenses => "SG&A expenses",
            FinancialMetric.Eps => "EPS",
            FinancialMetric.Capex => "capital expenditure",
            FinancialMetric.Other => figure.Term ?? "other guidance",
            FinancialMetric.Margin => figure.Term ?? "margin",
            _ => RecordCode.Of(figure.Metric).Replace('_', ' ').ToLowerInvariant(),
        };
        var segment = figure.Metric is FinancialMetric.Other or FinancialMetric.Margin ? null : figure.Term;
        return Join(Period(figure.Period), change.Program, metric, Bracket(segment, figure.Basis));
    }

    // "FY2018", and for what is held on a day "31 Dec 2018".
    private static string? Period(string? period) =>
        DateOnly.TryParseExact(period, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? WindowText.Day(day) : period;

    private static string Event(Milestone milestone) => milestone.Code switch
    {
        MilestoneCode.TrialStart => "trial start",
        MilestoneCode.EnrollmentComplete => "enrollment completion",
        MilestoneCode.ToplineData => "top-line data",
        MilestoneCode.DataPresentation => Join("data presentation", Bracket(milestone.Term)),
        MilestoneCode.Submission => Join(milestone.What, "submission"),
        MilestoneCode.Acceptance => Join(milestone.What, "acceptance for review"),
        MilestoneCode.RegulatoryDecision => Join(milestone.What, "decision"),
        MilestoneCode.Approval => Join(milestone.What, "approval"),
        MilestoneCode.Launch => "launch",
        MilestoneCode.RegulatoryMeeting => milestone.Term ?? "regulatory meeting",
        MilestoneCode.Designation => Designation(milestone.What),
        MilestoneCode.TrialClearance => Join(milestone.What, "trial clearance"),
        MilestoneCode.CohortStart => milestone.Term ?? "next cohort",
        MilestoneCode.TrialComplete => "trial completion",
        MilestoneCode.Update => milestone.Term ?? "update",
        _ => milestone.Term ?? "other event",
    };

    private static string Designation(string? what) => what switch
    {
        null => "designation",
        "BTD" => "breakthrough therapy designation",
        "RMAT" or "PRIME" => what + " designation",
        _ => what.Replace('_', ' ').ToLowerInvariant() + (what == "PRIORITY_REVIEW" ? "" : " designation"),
    };

    private static string? Phased(string? program, string? phase) =>
        phase is null ? program : Join(program, phase.StartsWith("phase", StringComparison.OrdinalIgnoreCase) ? phase : "Phase " + phase);

    private static string? Bracket(params ReadOnlySpan<string?> parts)
    {
        var stated = new List<string>();
        foreach (var part in parts)
        {
            if (!string.IsNullOrWhiteSpace(part))
                stated.Add(part);
        }

        return stated.Count == 0 ? null : "(" + string.Join(", ", stated) + ")";
    }

    private static string Join(params ReadOnlySpan<string?> parts)
    {
        var stated = new List<string>();
        foreach (var part in parts)
        {
            if (!string.IsNullOrWhiteSpace(part))
                stated.Add(part);
        }

        return string.Join(' ', stated);
    }
}
