using Alerts.Records;

namespace Alerts.Extraction.Results.Safety;

/// <summary>Patients whose dose was delayed or interrupted because of adverse events.</summary>
internal sealed class DoseDelays() : SafetyRule(Measure.DoseDelay, "dose delay", "dose interruption", "treatment interruption", "dose hold", "dosing delay", "dosing interruption", "drug interruption", "treatment delay")
{
    /// <inheritdoc/>
    protected override string? TermOf(Passage passage, Anchor anchor) => null;
}
