namespace Alerts.Extraction.Results;

/// <summary>A place where a sentence names a measure: "ORR", "median duration of response (DOR)".</summary>
/// <param name="Rule">The rule that knows the measure.</param>
/// <param name="First">First token.</param>
/// <param name="Last">Last token, with an abbreviation in brackets behind.</param>
internal sealed record Anchor(MeasureRule Rule, int First, int Last);
