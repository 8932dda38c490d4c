using Alerts.Records;

namespace Alerts.Extraction.Results.Response;

/// <summary>Clinical benefit rate.</summary>
internal sealed class ClinicalBenefit() : ResponseRule(Measure.Cbr, "clinical benefit rate", "CBR");
