using Alerts.Records;

namespace Alerts.Extraction.Results.Safety;

/// <summary>Patients with serious adverse events.</summary>
internal sealed class SeriousAdverseEvents() : SafetyRule(
    Measure.Sae, "serious adverse event", "serious adverse reaction", "serious treatment-related adverse event", "serious treatment-emergent adverse event", "serious drug-related adverse event", "serious TEAE", "serious TRAE", "serious AE", "SAE", "serious side effect");
