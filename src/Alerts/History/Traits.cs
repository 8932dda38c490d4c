using System.Globalization;
using Alerts.Records;

namespace Alerts.History;

/// <summary>
/// The fine half of identity: what tells two statements of one key apart. Names and numbers are in the form in
/// which two spellings are equal; free text is in words.
/// </summary>
internal sealed record Traits
{
    /// <summary>The trial's name, in words.</summary>
    public string? Trial { get; init; }

    /// <summary>"1", "1/2", "2b", "3".</summary>
    public string? Phase { get; init; }

    /// <summary>The application or designation.</summary>
    public string? What { get; init; }

    /// <summary>Patients and disease, in words.</summary>
    public IReadOnlyList<string> Who { get; init; } = [];

    /// <summary>The arm, in words; empty for the drug's own.</summary>
    public IReadOnlyList<string> Arm { get; init; } = [];

    /// <summary>Investigator or central review.</summary>
    public string? Assessor { get; init; }

    /// <summary>Landmark or dose.</summary>
    public string? At { get; init; }

    /// <summary>The event, endpoint, segment or line, in words.</summary>
    public IReadOnlyList<string> Term { get; init; } = [];

    /// <summary>CTCAE grade.</summary>
    public string? Grade { get; init; }

    /// <summary>The sort of unit: a rate is a rate in percent and in patients.</summary>
    public string? Unit { get; init; }

    /// <summary>Fiscal period.</summary>
    public string? Period { get; init; }

    /// <summary>GAAP or adjusted.</summary>
    public string? Basis { get; init; }

    /// <summary>True for the planned size of a trial.</summary>
    public bool Planned { get; init; }

    /// <summary>The traits of a statement.</summary>
    public static Traits Of(Statement statement) => statement switch
    {
        DataPoint point => Of(point),
        Milestone milestone => Of(milestone),
        FinancialGuidance figure => new Traits
        {
            Term = Wording.Words(figure.Term),
            Unit = figure.Unit,
            Period = figure.Period,
            Basis = figure.Basis,
        },
        _ => throw new ArgumentException($"Statement of unknown type {statement.GetType().Name}.", nameof(statement)),
    };

    /// <summary>All traits in one text, for names that are made of content.</summary>
    public string Text() => string.Join(
        '\u001e',
        Trial, Phase, What, string.Join(' ', Who), string.Join(' ', Arm), Assessor, At, string.Join(' ', Term), Grade, Unit, Period, Basis, Planned);

    /// <summary>These traits, and of the other's those that are silent here.</summary>
    public Traits Or(Traits other) => new()
    {
        Trial = Trial ?? other.Trial,
        Phase = Phase ?? other.Phase,
        What = What ?? other.What,
        Who = Who.Count > 0 ? Who : other.Who,
        Arm = Arm.Count > 0 ? Arm : other.Arm,
        Assessor = Assessor ?? other.Assessor,
        At = At ?? other.At,
        Term = Term.Count > 0 ? Term : other.Term,
        Grade = Grade ?? other.Grade,
        Unit = Unit ?? other.Unit,
        Period = Period ?? other.Period,
        Basis = Basis ?? other.Basis,
        Planned = Planned,
    };

    private static Traits Of(DataPoint point)
    {
        var planned = string.Equals(point.Population, "planned", StringComparison.OrdinalIgnoreCase);
        return new Traits
        {
            Trial = TrialOf(point),
            Phase = PhaseOf(point.Phase),
            Who = planned ? [] : Wording.Words(point.Population),
            Arm = ArmOf(point),
            Assessor = point.Assessor,
            At = Compact(point.At),
            Term = point.Measure is Measure.Ae or Measure.Endpoint ? [] : Wording.Words(point.Term),
            Grade = point.Grade ?? "any",
            Unit = UnitOf(point),
            Planned = planned,
        };
    }

    private static Traits Of(Milestone milestone)
    {
        // One application may rest on several trials, and a document names the trial now and then.
        var ofTrial = milestone.Code is MilestoneCode.TrialStart or MilestoneCode.EnrollmentComplete or MilestoneCode.ToplineData
            or MilestoneCode.DataPresentation or MilestoneCode.TrialClearance or MilestoneCode.CohortStart
            or MilestoneCode.TrialComplete or MilestoneCode.Update or MilestoneCode.Other;
        // "trial completed" says no more than TRIAL_COMPLETE does; elsewhere the term is all there is.
        var ofTerm = milestone.Code is MilestoneCode.Other or MilestoneCode.Update or MilestoneCode.Launch
            or MilestoneCode.RegulatoryMeeting or MilestoneCode.DataPresentation or MilestoneCode.CohortStart;
        return new Traits
        {
            Trial = ofTrial ? TrialOf(milestone) : null,
            Phase = ofTrial ? PhaseOf(milestone.Phase) : null,
            What = milestone.What is null ? null : NameKey.Of(milestone.What),
            Who = Wording.Words(milestone.Population + " " + milestone.Indication),
            Term = ofTerm ? Wording.Words(milestone.Term) : [],
        };
    }

    private static string? TrialOf(Statement statement) =>
        TrialName.Of(statement.Trial);

    private static string? PhaseOf(string? phase) => phase is null ? null : Compact(phase.Replace("phase", "", StringComparison.OrdinalIgnoreCase));

    // The arm that has the drug's own name is the arm that results are about when none is named.
    private static IReadOnlyList<string> ArmOf(DataPoint point)
    {
        var arm = NameKey.Of(point.Arm);
        var program = NameKey.Of(point.Program);
        return arm.Length == 0 || (program.Length > 0 && (program.StartsWith(arm, StringComparison.Ordinal) || arm == program))
            ? []
            : Wording.Words(point.Arm);
    }

    private static string? UnitOf(DataPoint point) => point.Unit switch
    {
        "%" => "rate",
        "patients" when point.Measure != Measure.Enrollment => "rate",
        "months" or "weeks" or "days" or "years" or "hours" => "time",
        "mg/kg" or "mg/m2" or "mg" => "dose",
        null when point.Outcome == "not_reached" => "time",
        var unit => unit,
    };

    private static string? Compact(string? text) => string.IsNullOrWhiteSpace(text)
        ? null
        : text.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLower(CultureInfo.InvariantCulture);
}
