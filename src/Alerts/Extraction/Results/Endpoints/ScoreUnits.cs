namespace Alerts.Extraction.Results.Endpoints;

/// <summary>The unit of a figure without one: points of a scale, unless the term says that it counts or measures.</summary>
internal static class ScoreUnits
{
    private static readonly string[] Counted = ["rate", "count", "counts", "level", "levels", "titer", "titers", "concentration", "number", "volume", "ratio"];

    /// <summary><c>score</c> or <c>other</c>.</summary>
    public static string Of(string term) => term.Contains("fold", StringComparison.Ordinal) ? "ratio" : term.Split(' ').Any(word => Counted.Contains(word, StringComparer.OrdinalIgnoreCase)) ? "other" : "score";
}
