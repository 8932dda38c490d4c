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
        "forecast", "forecasts", "forecasted", "forecasting", "estimate", "estimates", "estimated", "guidance", "outlook", "target", "targets", "targeted", "targeting", "plan", "plans", "planned", "intend", "intends",
        "believe", "believes", "reaffirm", "reaffirms", "reaffirmed", "reaffirming", "reiterate", "reiterates", "reiterated", "reiterating", "maintains", "maintaining", "raises", "raising", "lowers", "lowering", "will", "should",
        "would", "guides", "guiding", "likely",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Reporting = new[]
    {
        "was", "were", "had", "totaled", "totalled", "reported", "increased", "decreased", "grew", "rose", "fell", "declined", "ended", "generated", "recorded", "recognized", "incurred", "compares", "received", "announced",
        "reflects", "represented", "amounted", "achieved", "delivered", "exceeded", "posted", "used",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ExpectingLookup = Expecting.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ReportingLookup = Reporting.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly SearchValues<string> Guiding = SearchValues.Create(["guidance", "outlook", "expectations for", "forecast"], StringComparison.OrdinalIgnoreCase);

    /// <summary>True for headings and lead-ins under which figures are guidance: "Business Outlook", "2025 Financial Guidance".</summary>
    public static bool IsGuidanceHeading(string text) =>
        text.Length < 400 && text.AsSpan().ContainsAny(Guiding) && !text.Contains("forward-looking", StringComparison.OrdinalIgnoreCase)
        && !text.Contains("regulatory guidance", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// True where a figure that begins at a token is expected, false where it is reported, null where the sentence does
    /// not say: the last such word before it decides, else the first after it.
    /// </summary>
    public static bool? IsExpected(TokenizedText text, int token)
    {
        for (var i = token - 1; i >= 0; i--)
        {
            if (ReportingLookup.Contains(text.Span(i)))
            {
                // "revenues are expected to be increased" looks back further; "is expected, compared to what was reported" does not.
                return false;
            }

            if (ExpectingLookup.Contains(text.Span(i)) && !text.IsAny(i - 1, "than", "as", "originally", "previously", "prior", "previous"))
                return true;
        }

        for (var i = token + 1; i < text.Count && i < token + 14; i++)
        {
            if (ReportingLookup.Contains(text.Span(i)))
                return false;
            if (ExpectingLookup.Contains(text.Span(i)))
                return true;
        }

        return null;
    }
}
