using Alerts.Records;

namespace Alerts.Extraction.Results.TimeToEvent;

/// <summary>Duration of response.</summary>
internal sealed class DurationOfResponse() : TimeToEventRule(Measure.Dor, "duration of response", "duration of overall response", "duration of objective response", "response duration", "DOR", "DoR", "mDOR", "mDoR");
