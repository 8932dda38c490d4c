using System.Buffers;

namespace Alerts.Extraction.Results;

/// <summary>What a sentence must show to be worth reading: a cheap look before anything expensive.</summary>
internal static class Signs
{
    /// <summary>Words of measures, patients and trials.</summary>
    public static readonly SearchValues<string> Any = SearchValues.Create(
        [
            "patient", "participant", "subject", "adults", "individuals", "volunteers", "trial", "study", "studies", "respon", "ORR", "survival", "PFS", "DOR", "CRs", "PRs", "disease", "adverse", "AEs", "TRAE", "TEAE", "SAE", "toxicit", "MTD", "tolerated", "RP2D", "half-life", "DLT",
            "endpoint", "placebo", "baseline", "reduction", "improve", "increase", "decrease", "decline", "remission", "follow-up", "median", "mean", "enroll", "dose", "week", "month", "%", "score", "p=", "p<", "p =", "p <", "death", "died", "letters", "objective", "cohort", "treat", "safety", "tolerab", "reactions", "rate", "efficacy", "titer",
        ],
        StringComparison.OrdinalIgnoreCase);
}
