using Alerts.Extraction.Language;

namespace Alerts.Extraction.Results;

/// <summary>Who judged a response: the investigator, or blinded independent central review.</summary>
internal static class Assessors
{
    /// <summary>The assessor of a value: named last before it in the sentence, else first behind it in its statement.</summary>
    public static string? At(Passage passage, int first, int last)
    {
        string? found = null;
        var end = passage.ClauseEnd(last);
        // "29.3% by BICR and 33.6% by investigator assessment"
        for (var i = last + 1; i <= Math.Min(end, last + 22); i++)
        {
            if (passage.Text.IsAny(i, "by", "per") && NamedAt(passage.Text, passage.Text.IsAny(i + 1, "blinded", "an", "the") ? i + 2 : i + 1) is { } own)
                return own;
            if (passage.Quantities.Any(q => q.First == i && q.Kind is Quantities.QuantityKind.Percent) || passage.Text.Is(i, ',') && passage.Quantities.FirstOrDefault(q => q.Last == last)?.End < i)
                break;
        }

        for (var i = 0; i <= end; i++)
        {
            if (i > last && found is not null)
                break;
            if (NamedAt(passage.Text, i) is { } name)
                found = name;
        }

        return found;
    }

    private static string? NamedAt(TokenizedText text, int i)
    {
        if (text.IsAny(i, "BICR", "IRC", "IRRC", "ICR", "BIRC") || (text.Is(i, "independent") && text.IsAny(i + 1, "central", "review", "radiology", "radiological", "radiologic") && (text.Is(i + 1, "review") || text.Is(i + 2, "review"))))
            return "BICR";
        if (!text.IsAny(i, "investigator", "investigators"))
            return null;
        // "Investigator Global Assessment" is a scale, "the principal investigator" a person.
        var isAssessment = text.IsAny(text.Is(i - 1, "the") ? i - 2 : i - 1, "by", "per") || text.IsAny(i + 1, "assessed", "assessment", "reviewed", "review", "evaluated") || (text.Is(i + 1, '-') && text.IsAny(i + 2, "assessed", "reviewed", "evaluated"));
        return isAssessment && !text.Is(i - 1, "principal") ? "investigator" : null;
    }
}
