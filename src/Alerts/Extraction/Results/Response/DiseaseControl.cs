using Alerts.Records;

namespace Alerts.Extraction.Results.Response;

/// <summary>Disease control rate.</summary>
internal sealed class DiseaseControl() : ResponseRule(Measure.Dcr, "disease control rate", "disease control", "DCR");
