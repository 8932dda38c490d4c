using System.Buffers;
using Alerts.Extraction.Language;

namespace Alerts.Extraction.Results;

/// <summary>What a sentence must show to be worth reading: a cheap look before anything expensive.</summary>
internal static class Signs
{
    // Words of measures, patients and trials.
    private static readonly SearchValues<string> Subjects = SearchValues.Create(
        [
            "patient", "participant", "subject", "adults", "individuals", "volunteers", "trial", "study", "studies", "respon", "ORR", "survival", "PFS", "DOR", "CRs", "PRs", "disease", "adverse", "AEs", "TRAE", "TEAE", "SAE", "toxicit", "MTD", "tolerated", "RP2D", "half-life", "DLT",
            "endpoint", "placebo", "baseline", "reduction", "improve", "increase", "decrease", "decline", "remission", "follow-up", "median", "mean", "enroll", "dose", "week", "month", "%", "score", "p=", "p<", "p =", "p <", "death", "died", "letters", "objective", "cohort", "treat", "safety", "tolerab",
            "reactions", "discontinu", "withdrew", "rate", "efficacy", "titer",
        ],
        StringComparison.OrdinalIgnoreCase);

    // Numbers in words, and the words of findings that need no number.
    private static readonly SearchValues<string> Findings = SearchValues.Create(
        ["one ", "two ", "three ", "four ", "five ", "six", "seven", "eight", "nine", "ten ", "eleven", "twelve", "teen ", "twenty", "thirty", "forty", "fifty", "no ", "not ", "zero ", "without ", "met ", "meet", "achiev", "missed", "fail", "both patients", "NR", "NE)"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Endpoints = SearchValues.Create(["endpoint", "objective", "end point"], StringComparison.OrdinalIgnoreCase);

    /// <summary>True where a sentence has a number or a finding, and a word of trials.</summary>
    public static bool In(Sentence sentence)
    {
        var text = sentence.Text.AsSpan();
        return (text.IndexOfAnyInRange('0', '9') >= 0 || text.IndexOfAny(Findings) >= 0) && text.IndexOfAny(Subjects) >= 0;
    }

    /// <summary>True where a sentence may say that an endpoint was met.</summary>
    public static bool MayNameEndpoint(Sentence sentence) => sentence.Text.AsSpan().IndexOfAny(Endpoints) >= 0;
}
