using Alerts.Records;

namespace Alerts.Extraction.Results.Dosing;

/// <summary>Maximum tolerated dose.</summary>
internal sealed class MaximumToleratedDose() : DoseRule(Measure.Mtd, "maximum tolerated dose", "maximally tolerated dose", "MTD");
