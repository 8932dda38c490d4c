using System.Buffers;
using Alerts.Extraction.Language;

namespace Alerts.Extraction.Results.Tables;

/// <summary>Tells which rows of a result table are endpoints: "Mean change from baseline in FEV1 at Week 24", "Participants with zero bleeds, n (%)".</summary>
internal static class EndpointLabels
{
    private static readonly SearchValues<string> Outcomes = SearchValues.Create(
        ["change", "reduction", "improve", "respon", "remission", "zero ", "free", "difference", "decline", "clearance", "survival", "mean ", "median ", "≥", "proportion", "achiev"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Others = SearchValues.Create(
        ["age", "sex", "male", "race", "weight (kg", "bmi", "ecog", "prior", "follow-up", "exposure", "duration of treatment", "discontinu", "baseline value", "cost", "expense", "income", "loss per", "evaluable"], StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a label that names an outcome.</summary>
    public static bool IsEndpoint(string label) =>
        label.Length is > 6 and < 140 && label.AsSpan().IndexOfAny(Outcomes) >= 0 && label.AsSpan().IndexOfAny(Others) < 0;

    /// <summary>"week 24" in a label; null where there is none.</summary>
    public static string? TimeIn(string label)
    {
        var text = Tokenizer.Read(label);
        for (var i = 0; i < text.Count; i++)
        {
            if (text.IsAny(i, "week", "day", "month", "year") && text[i + 1].IsNumber)
                return text.Slice(i, i + 1).ToLowerInvariant();
        }

        return null;
    }
}
