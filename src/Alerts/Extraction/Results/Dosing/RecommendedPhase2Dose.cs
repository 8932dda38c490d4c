using Alerts.Records;

namespace Alerts.Extraction.Results.Dosing;

/// <summary>Recommended dose for phase 2.</summary>
internal sealed class RecommendedPhase2Dose() : DoseRule(Measure.Rp2d, "recommended phase 2 dose", "recommended phase II dose", "RP2D", "recommended dose for phase 2", "recommended dose for expansion", "RDE");
