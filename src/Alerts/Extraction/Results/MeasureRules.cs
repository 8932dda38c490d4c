using Alerts.Extraction.Results.Dosing;
using Alerts.Extraction.Results.Patients;
using Alerts.Extraction.Results.Response;
using Alerts.Extraction.Results.Safety;
using Alerts.Extraction.Results.TimeToEvent;

namespace Alerts.Extraction.Results;

/// <summary>All measures that are told by a phrase. A new one is one line here.</summary>
internal static class MeasureRules
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<MeasureRule> All { get; } =
    [
        new ObjectiveResponse(),
        new CompleteResponse(),
        new PartialResponse(),
        new StableDisease(),
        new ProgressiveDisease(),
        new DiseaseControl(),
        new ClinicalBenefit(),
        new DurationOfResponse(),
        new ProgressionFreeSurvival(),
        new OverallSurvival(),
        new EventFreeSurvival(),
        new DiseaseFreeSurvival(),
        new TimeToProgression(),
        new HazardRatio(),
        new FollowUp(),
        new PriorTherapies(),
        new Age(),
        new MaximumToleratedDose(),
        new RecommendedPhase2Dose(),
        new DoseLimitingToxicity(),
        new HalfLife(),
        new AdverseEventClasses(),
        new SeriousAdverseEvents(),
        new Discontinuations(),
        new DoseReductions(),
        new DoseDelays(),
        new Deaths(),
    ];
}
