using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;
using Alerts.Records;

namespace Alerts.Extraction.Results.Endpoints;

/// <summary>
/// Reads whether a trial met its primary endpoint: "met its primary and all key secondary endpoints", "the primary endpoint
/// was not met", "failed to meet", "missed". That a control arm failed says nothing of the trial.
/// </summary>
internal static class PrimaryEndpointReader
{
    private const int Reach = 14;

    /// <summary>The outcomes that a sentence states.</summary>
    public static IEnumerable<DataPoint> Read(Passage passage)
    {
        var text = passage.Text;
        if (passage.Exclusions.IsPreclinical || passage.Exclusions.IsMoney)
            yield break;
        for (var i = 0; i < text.Count; i++)
        {
            if (!text.Is(i, "primary") && !IsStudyEndpoints(text, i))
                continue;
            var noun = NounAfter(text, i);
            if (noun < 0)
                continue;
            var outcome = Before(text, i) ?? Behind(text, noun);
            i = noun;
            if (outcome is null || IsOfControl(passage, i) || IsOfPatients(passage, i))
                continue;
            yield return passage.Draft(Measure.PrimaryEndpoint, i, noun) with { Outcome = outcome, At = null, Arm = null, Population = null, AsOf = null, Confidence = 0.95 };
            yield break;
        }
    }

    // "primary and all critical secondary efficacy endpoints"
    private static int NounAfter(TokenizedText text, int primary)
    {
        for (var i = primary; i <= primary + 9 && i < text.Count; i++)
        {
            if (text.IsAny(i, "endpoint", "endpoints", "objective", "objectives") || (text.Is(i, "end") && text.IsAny(i + 1, "point", "points")))
                return i;
            if (i > primary && (text.Is(i, '.') || text.Is(i, ';') || text.IsAny(i, "was", "were", "is", "met")))
                return -1;
        }

        return -1;
    }

    // A headline without room: "Phase 2b Study Met Endpoints"
    private static bool IsStudyEndpoints(TokenizedText text, int i) =>
        text.IsAny(i, "endpoint", "endpoints") && text.IsAny(i - 1, "met", "meets") && !text.IsAny(i - 1, "secondary");

    private static string? Before(TokenizedText text, int primary)
    {
        for (var i = primary - 1; i >= Math.Max(0, primary - Reach); i--)
        {
            if (text.Is(i, '.') || text.Is(i, ';'))
                return null;
            if (text.IsAny(i, "met", "meets", "meeting", "achieved", "achieves", "achieving", "meet", "achieve", "reached", "hit"))
                return IsNear(text, i, primary) ? OutcomeOf(text, i) : null;
            // "failed to demonstrate a significant difference on the primary endpoint"
            if (text.IsAny(i, "demonstrate", "show", "achieve", "reach") && IsDenied(text, i))
                return "not_met";
            if (text.IsAny(i, "missed", "missing"))
                return IsNear(text, i, primary) ? "not_met" : null;
        }

        return null;
    }

    private static bool IsDenied(TokenizedText text, int verb)
    {
        for (var i = verb - 1; i >= Math.Max(0, verb - 3); i--)
        {
            if (text.IsAny(i, "failed", "fails", "not"))
                return true;
        }

        return false;
    }

    private static string? OutcomeOf(TokenizedText text, int verb)
    {
        var isBare = text.IsAny(verb, "meet", "achieve");
        for (var i = verb - 1; i >= Math.Max(0, verb - 4); i--)
        {
            if (text.IsAny(i, "not", "failed", "fails", "fail", "without"))
                return "not_met";
            if (text.IsAny(i, "will", "would", "could", "may", "might", "to", "if", "should", "can", "potential", "expected", "whether", "until") && !text.Is(i, "to"))
                return null;
            if (text.Is(i, "to") && !text.IsAny(i - 1, "failed", "fails", "fail"))
                return null;
        }

        return isBare ? null : "met";
    }

    // Between the verb and "primary" stand only articles and the like: "met its", "met all", "met both of the".
    private static bool IsNear(TokenizedText text, int verb, int primary)
    {
        for (var i = verb + 1; i < primary; i++)
        {
            if (!text.IsAny(i, "its", "the", "all", "both", "of", "study", "trial", "trial’s", "study’s", "s", "co", "their", "pre", "specified", "prespecified", "predetermined", "defined", "a", "each", "two", "successfully", "dual", "statistical", "significance", "on", "for", "in", "every", "one") && text[i].Kind != TokenKind.Symbol)
                return false;
        }

        return true;
    }

    // "the primary endpoint was met", "the primary endpoint of ORR was not achieved"
    private static string? Behind(TokenizedText text, int noun)
    {
        for (var i = noun + 1; i <= noun + (2 * Reach) && i < text.Count; i++)
        {
            if (text.Is(i, '.') || text.Is(i, ';') || text.IsAny(i, "which", "and", "if", "will", "could", "would"))
                return null;
            if (text.IsAny(i, "met", "achieved", "reached") && text.IsAny(i - 1, "was", "were", "been", "not", "successfully", "also"))
                return text.Is(i - 1, "not") ? "not_met" : "met";
        }

        return null;
    }

    // "42 of 88 patients (47.7%) reached the primary endpoint"
    private static bool IsOfPatients(Passage passage, int noun) =>
        passage.Quantities.Any(q => q.Kind is QuantityKind.Share or QuantityKind.Percent or QuantityKind.Patients && q.Last < noun && noun - q.End < 12
            && passage.Text.Has(q.Last + 1, noun, "reached", "met", "achieved") && !passage.Text.Has(q.First, noun, "which", "that", "trial", "study") && q.First <= passage.ClauseStart(noun) + 4);

    // "while the mRNA control arm of the study failed to meet the predetermined primary endpoint"
    private static bool IsOfControl(Passage passage, int token)
    {
        var text = passage.Text;
        for (var i = passage.ClauseStart(token); i < token; i++)
        {
            if ((text.IsAny(i, "control", "comparator", "placebo") && text.IsAny(i + 1, "arm", "group", "cohort")) || (text.IsAny(i, "vaccine", "arm") && text.IsAny(i + 1, "failed")))
                return true;
        }

        return passage.SubjectAt(token).IsComparator;
    }
}
