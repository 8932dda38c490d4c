using System.Buffers;
using System.Collections.Frozen;
using Alerts.Extraction.Language;

namespace Alerts.Extraction.Outlook.Financial;

/// <summary>Tells statements about what is to come from reports of what was.</summary>
internal static class Outlooks
{
    private static readonly FrozenSet<string> Expecting = new[]
    {
        "expect", "expects", "expected", "expecting", "expectation", "expectations", "anticipate", "anticipates", "anticipated", "anticipating", "project", "projects", "projected", "projecting", "projections",
        "forecast", "forecasts", "forecasted", "forecasting", "estimate", "estimates", "estimated", "target", "targets", "targeted", "targeting",
        "reaffirm", "reaffirms", "reaffirmed", "reaffirming", "reiterate", "reiterates", "reiterated", "reiterating", "maintains", "maintaining", "raises", "raising", "lowers", "lowering", "guides", "guiding",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Contracts and pay plans speak like this too: enough only beside other guidance.</summary>
    private static readonly FrozenSet<string> Promising =
        new[] { "will", "should", "believe", "believes", "feel", "plan", "plans", "planned", "intend", "intends", "likely" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Reporting = new[]
    {
        "was", "were", "had", "totaled", "totalled", "reported", "reflected", "increased", "decreased", "grew", "rose", "fell", "declined", "ended", "generated", "recorded", "recognized", "incurred", "compares", "received", "announced",
        "represented", "amounted", "came", "stood", "made", "brought", "totals", "equaled", "equalled", "narrowed", "widened", "achieved", "delivered", "exceeded", "posted", "used",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ExpectingLookup = Expecting.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ReportingLookup = Reporting.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PromisingLookup = Promising.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly SearchValues<string> Guiding = SearchValues.Create(["guidance", "outlook", "expectations for", "forecast"], StringComparison.OrdinalIgnoreCase);

    /// <summary>True for headings and lead-ins under which figures are guidance: "Business Outlook", "2025 Financial Guidance".</summary>
    public static bool IsGuidanceHeading(string text) =>
        text.Length < 400 && text.AsSpan().ContainsAny(Guiding) && !text.Contains("forward-looking", StringComparison.OrdinalIgnoreCase)
        && !text.Contains("regulatory guidance", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// True where the blocks above say that figures are guidance. The nearest heading that speaks of results or of guidance
    /// decides: below "Guidance Raised" as a release's title stand its "Results of the Quarter" too, and below "Reports Results
    /// and Provides Outlook" everything.
    /// </summary>
    /// <param name="context">Headings and lead-ins, the innermost first.</param>
    public static bool IsGuidanceSection(IReadOnlyList<string> context)
    {
        foreach (var text in context)
        {
            var isOfResults = text.Contains("results", StringComparison.OrdinalIgnoreCase);
            if (IsGuidanceHeading(text))
                return !isOfResults;
            if (text.Length < LongestHeading && (isOfResults || text.Contains("highlights", StringComparison.OrdinalIgnoreCase)))
                return false;
        }

        return false;
    }

    private const int LongestHeading = 90;

    /// <summary>
    /// True where a figure that begins at a token is expected, false where it is reported, null where the sentence does
    /// not say: the last such word before it decides, else the first after it.
    /// </summary>
    /// <param name="text">The sentence.</param>
    /// <param name="token">The figure's first token.</param>
    /// <param name="besideGuidance">True in a guidance section, where "will be" is enough.</param>
    public static bool? IsExpected(TokenizedText text, int token, bool besideGuidance)
    {
        for (var i = token - 1; i >= 0; i--)
        {
            if (ReportingLookup.Contains(text.Span(i)) || (text.Is(i, "would") && text.Is(i + 1, "have")))
                return false;
            if (IsExpecting(text, i, besideGuidance))
                return true;
        }

        for (var i = token + 1; i < text.Count && i < token + 14; i++)
        {
            if (ReportingLookup.Contains(text.Span(i)))
                return false;
            if (IsExpecting(text, i, besideGuidance))
                return true;
        }

        return null;
    }

    private static bool IsExpecting(TokenizedText text, int i, bool besideGuidance)
    {
        if (besideGuidance && PromisingLookup.Contains(text.Span(i)))
            return true;
        // "guidance of $60 million", "2025 guidance: …"; not "above our initial guidance"
        if (text.IsAny(i, "guidance", "outlook"))
            return text.IsAny(i + 1, "of", "to", "for", "is", "range", "remains", ":", "at", "from");
        if (!ExpectingLookup.Contains(text.Span(i)) || text.IsAny(i - 1, "than", "as", "originally", "previously", "prior", "previous"))
            return false;
        // "changes in contract estimates", "beating analyst estimates"
        if (text.IsAny(i, "estimate", "estimates") && text.IsAny(i - 1, "in", "of", "from", "contract", "accounting", "consensus", "analyst", "analysts", "market"))
            return false;
        // "an estimated tax rate", "the expected increase" describe, they do not announce.
        return !(text.Span(i).EndsWith("ed", StringComparison.OrdinalIgnoreCase) && text.IsAny(i - 1, "a", "an", "the", "this", "our", "its", "despite", "of"));
    }
}
