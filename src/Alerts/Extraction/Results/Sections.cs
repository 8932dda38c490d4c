using System.Buffers;
using Alerts.Extraction.Language;

namespace Alerts.Extraction.Results;

/// <summary>Sections that report nothing: safe-harbour language, calls and contacts, prescribing information, finances.</summary>
internal static class Sections
{
    private static readonly SearchValues<string> SilentHeadings = Values(
        "forward-looking", "forward looking", "safe harbor", "cautionary", "conference call", "webcast", "contacts", "contact:", "important safety information", "indications and usage", "indication and important", "prescribing information", "disclaimer",
        "balance sheet", "statements of operations", "statement of operations", "signature", "financial statements", "non-gaap", "trademark", "risk factors", "where to find", "about the offering", "use of proceeds");

    private static readonly SearchValues<string> SilentSentences = Values(
        "forward-looking statements", "forward looking statements", "prescribing information", "risks and uncertainties", "could cause actual results", "conference ID", "dial-in", "press release contains", "no assurance", "registration statement");

    /// <summary>True where nothing of the sentence is a result.</summary>
    public static bool IsSilent(Sentence sentence)
    {
        foreach (var heading in sentence.Headings)
        {
            if (heading.AsSpan().IndexOfAny(SilentHeadings) >= 0)
                return true;
        }

        return sentence.Text.AsSpan().IndexOfAny(SilentSentences) >= 0 || Citations.Is(sentence);
    }

    private static SearchValues<string> Values(params string[] words) => SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);
}
