using Alerts.Records;

namespace Alerts.Delivery.Wording;

/// <summary>What a data point measures, as people say it.</summary>
internal static class MeasureWording
{
    public static string Of(DataPoint point)
    {
        var name = point.Measure switch
        {
            Measure.PrimaryEndpoint => "primary endpoint",
            Measure.Orr => "ORR",
            Measure.Cr => "complete response",
            Measure.Pr => "partial response",
            Measure.Sd => "stable disease",
            Measure.Pd => "progressive disease",
            Measure.Dcr => "disease control rate",
            Measure.Cbr => "clinical benefit rate",
            Measure.Dor or Measure.Pfs or Measure.Os or Measure.Efs or Measure.Dfs or Measure.Ttp => TimeToEvent(point),
            Measure.Endpoint => Term(point, "endpoint"),
            Measure.Enrollment => "enrollment",
            Measure.FollowUp => "median follow-up",
            Measure.PriorTherapies => "median prior therapies",
            Measure.Age => "median age",
            Measure.Mtd => "maximum tolerated dose",
            Measure.Rp2d => "recommended phase 2 dose",
            Measure.Dlt => (point.Outcome == "none" ? "no dose-limiting toxicity" : "dose-limiting toxicity") + (point.Term is null ? "" : $" {Term(point, "")}"),
            Measure.HalfLife => "half-life",
            Measure.Ae => Graded(point, Term(point, "adverse events")),
            Measure.Sae => Graded(point, point.Term is null ? "serious adverse events" : $"serious {Term(point, "")}"),
            Measure.Discontinuation => "discontinuations due to adverse events",
            Measure.DoseReduction => "dose reductions due to adverse events",
            Measure.DoseDelay => "dose delays due to adverse events",
            Measure.Death => "deaths" + (point.Term is null ? "" : $" ({Term(point, "")})"),
            _ => OfCode(point.Measure.ToString().ToUpperInvariant()),
        };
        return point.At is { } at && point.Measure is not Measure.Dlt ? $"{name} at {PlainText.Line(at, 24)}" : name;
    }

    /// <summary>A code that nothing else is known of: "DOSE_DELAY" is "dose delay", abbreviations stay.</summary>
    public static string OfCode(string code) => code.Length <= 4 ? code : PlainText.Line(code.Replace('_', ' ').ToLowerInvariant(), 40);

    // A median in months, a hazard ratio and a landmark rate are three things of one name.
    private static string TimeToEvent(DataPoint point)
    {
        var code = point.Measure.ToString().ToUpperInvariant();
        return point.Unit is "HR" or "%" ? code : "median " + code;
    }

    private static string Graded(DataPoint point, string name) => point.Grade is null or "any" ? name : $"grade {PlainText.Line(point.Grade, 6)} {name}";

    private static string Term(DataPoint point, string otherwise) => point.Term is { Length: > 0 } term ? PlainText.Line(term, 60) : otherwise;
}
