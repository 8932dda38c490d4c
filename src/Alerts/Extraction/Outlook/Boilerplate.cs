using System.Buffers;
using Alerts.Extraction.Language;

namespace Alerts.Extraction.Outlook;

/// <summary>Knows the parts of a filing that state nothing new: safe-harbour language, conference calls, contacts, cover pages.</summary>
internal static class Boilerplate
{
    private static readonly SearchValues<string> Harbour = SearchValues.Create(
        ["forward-looking statement", "forward looking statement", "actual results may differ", "actual results could differ", "results to differ materially", "safe harbor", "risk factors", "risks and uncertainties",
            "Securities Litigation Reform Act", "undue reliance", "undertakes no obligation", "assumes no obligation", "no obligation to update"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Calls =
        SearchValues.Create(["conference call", "webcast", "fireside chat", "investor conference", "healthcare conference", "live audio"], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] Headings = ["forward-looking", "forward looking", "safe harbor", "cautionary", "risk factors", "conference call", "webcast", "signature"];

    /// <summary>True for a sentence that only repeats or hedges.</summary>
    public static bool Is(Passage passage)
    {
        // A headline "Conference Call to be Held Today" stands above the whole release, and ends nothing.
        if (passage.Sentence.Headings is [.., { Length: < 100 } heading] && !heading.Contains("today", StringComparison.OrdinalIgnoreCase) && !heading.Contains(" to ", StringComparison.OrdinalIgnoreCase))
        {
            foreach (var word in Headings)
            {
                if (heading.Contains(word, StringComparison.OrdinalIgnoreCase))
                    return true;
            }
        }

        return passage.Text.AsSpan().ContainsAny(Calls) || passage.IsHedged || Citations.Is(passage.Sentence);
    }

    /// <summary>True for text that speaks the language of safe harbours.</summary>
    public static bool Hedges(string text) => text.AsSpan().ContainsAny(Harbour);
}
