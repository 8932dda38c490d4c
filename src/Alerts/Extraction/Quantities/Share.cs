using Alerts.Extraction.Language;

namespace Alerts.Extraction.Quantities;

/// <summary>"4 of the 10", "8 out of 11", "5/11".</summary>
internal static class Share
{
    /// <summary>The token of the denominator, where a share begins at a token; -1 where none does.</summary>
    public static int SecondNumber(TokenizedText text, int index)
    {
        var i = index + 1;
        if (text.Is(i, '/'))
        {
            i++;
            return text[i].Kind == TokenKind.Number && IsShare(text, index, i) && text[i].Start == text[index].End + 1 ? i : -1;
        }

        // "4 patients of 10"
        if (PatientWords.IsNoun(text.Span(i)))
            i++;
        if (text.Is(i, "out"))
            i++;
        if (!text.Is(i, "of"))
            return -1;
        i++;
        for (var skipped = 0; skipped < 3 && text.IsAny(i, "the", "a", "total", "of", "all", "these", "those"); skipped++)
            i++;
        return text[i].IsNumber && IsShare(text, index, i) ? i : -1;
    }

    private static bool IsShare(TokenizedText text, int first, int second) =>
        text[first].Number >= 0 && text[first].Number <= text[second].Number && double.IsInteger(text[first].Number) && double.IsInteger(text[second].Number);
}
