using Alerts.Extraction.Language;

namespace Alerts.Extraction.Results;

/// <summary>Tells where a finding is denied: "no drug-related serious adverse events", "DLTs have not been seen", "without".</summary>
internal static class Negation
{
    private const int Reach = 9;

    /// <summary>True for "no", "zero" or "without" before a phrase, with nothing but its own describing words between.</summary>
    public static bool IsBefore(TokenizedText text, int first)
    {
        for (var i = first - 1; i >= Math.Max(0, first - Reach); i--)
        {
            if (text.IsAny(i, "no", "zero", "without", "neither", "nor"))
                return !text.IsAny(i + 1, "longer", "new", "later");
            if (text.Is(i, '.') || text.Is(i, ';') || text.Is(i, ':') || text.IsAny(i, "was", "were", "had", "have", "has", "led", "leading", "due", "because", "that", "but", "most", "in", "with", "major", "unforeseen", "unexpected"))
                return false;
        }

        return false;
    }

    /// <summary>True for "has not been seen", "were not observed", "was not associated with" behind a phrase.</summary>
    public static bool IsBehind(TokenizedText text, int last)
    {
        for (var i = last + 1; i <= last + 4; i++)
        {
            if (text.Is(i, "not") && !text.Is(i + 1, "only") && !text.IsAny(i + 1, "related", "considered", "attributed", "deemed"))
                return true;
            if (!text.IsAny(i, "has", "have", "was", "were", "had", "been"))
                return false;
        }

        return false;
    }
}
