using Alerts.Records;

namespace Alerts.Extraction.Results.TimeToEvent;

/// <summary>Time to progression.</summary>
internal sealed class TimeToProgression() : TimeToEventRule(Measure.Ttp, "time to progression", "time to tumor progression", "time to disease progression", "TTP");
