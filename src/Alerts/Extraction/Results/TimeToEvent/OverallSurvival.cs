using Alerts.Records;

namespace Alerts.Extraction.Results.TimeToEvent;

/// <summary>Overall survival.</summary>
internal sealed class OverallSurvival() : TimeToEventRule(Measure.Os, "overall survival", "OS", "mOS");
