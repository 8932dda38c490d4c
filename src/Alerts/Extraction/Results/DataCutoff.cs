using Alerts.Filings;

namespace Alerts.Extraction.Results;

/// <summary>Reads the day on which the data were cut: "as of the data cutoff on November 16, 2021", "(Data Cut-Off January 15, 2025)".</summary>
internal static class DataCutoff
{
    private const int Reach = 48;

    private static readonly string[] Words = ["cutoff", "cut-off", "cut off"];

    /// <summary>The first cutoff that a text states.</summary>
    public static DateOnly? In(string text)
    {
        foreach (var word in Words)
        {
            var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            var behind = text.Substring(at, Math.Min(text.Length - at, word.Length + Reach));
            if (DateText.Find(behind) is { } date)
                return date.Day;
            var before = text[Math.Max(0, at - Reach)..at];
            if (DateText.Find(before) is { } earlier)
                return earlier.Day;
        }

        return null;
    }
}
