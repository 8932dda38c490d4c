using Alerts.Records;

namespace Alerts.Extraction.Results.TimeToEvent;

/// <summary>Disease-free survival.</summary>
internal sealed class DiseaseFreeSurvival() : TimeToEventRule(Measure.Dfs, "disease free survival", "DFS", "invasive disease free survival", "iDFS");
