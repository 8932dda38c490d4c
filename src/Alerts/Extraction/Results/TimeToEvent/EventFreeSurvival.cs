using Alerts.Records;

namespace Alerts.Extraction.Results.TimeToEvent;

/// <summary>Event-free survival.</summary>
internal sealed class EventFreeSurvival() : TimeToEventRule(Measure.Efs, "event free survival", "EFS");
