using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Patients;

/// <summary>Median follow-up: "the median follow-up time was 8.1 months".</summary>
internal sealed class FollowUp() : MedianRule(
    Measure.FollowUp, "months", "follow-up", "followup", "follow-up time", "follow-up duration", "follow-up period", "duration of follow-up", "study follow-up", "observation time", "were followed for", "followed for")
{
    /// <inheritdoc/>
    public override bool Accepts(Quantity quantity) => quantity is { Kind: QuantityKind.Time, IsAttribute: false, IsNotReached: false };
}
