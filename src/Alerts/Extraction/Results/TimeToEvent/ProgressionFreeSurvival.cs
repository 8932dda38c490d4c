using Alerts.Records;

namespace Alerts.Extraction.Results.TimeToEvent;

/// <summary>Progression-free survival.</summary>
internal sealed class ProgressionFreeSurvival() : TimeToEventRule(Measure.Pfs, "progression free survival", "PFS", "mPFS", "rPFS", "radiographic progression free survival");
