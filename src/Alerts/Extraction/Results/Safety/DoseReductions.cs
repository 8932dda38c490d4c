using Alerts.Records;

namespace Alerts.Extraction.Results.Safety;

/// <summary>Patients whose dose was reduced because of adverse events.</summary>
internal sealed class DoseReductions() : SafetyRule(Measure.DoseReduction, "dose reduction", "dose reductions")
{
    /// <inheritdoc/>
    protected override string? TermOf(Passage passage, Anchor anchor) => null;
}
