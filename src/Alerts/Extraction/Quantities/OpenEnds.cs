using Alerts.Extraction.Language;

namespace Alerts.Extraction.Quantities;

/// <summary>"NR", "NE", "not reached", "not estimable": a bound or median that the data do not give yet.</summary>
internal static class OpenEnds
{
    /// <summary>True where one begins at a token.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">The token.</param>
    /// <param name="last">Its last token.</param>
    public static bool IsAt(TokenizedText text, int index, out int last)
    {
        last = index;
        if (text.Span(index) is "NR" or "NE" or "NA" or "NC" or "∞" or "NYR")
            return true;
        if (!text.Is(index, "not"))
            return false;
        var next = text.IsAny(index + 1, "yet", "been") ? index + 2 : index + 1;
        if (text.Is(next, "been"))
            next++;
        if (!text.IsAny(next, "reached", "estimable", "evaluable", "calculable", "estimated", "mature"))
            return false;
        last = next;
        return true;
    }
}
