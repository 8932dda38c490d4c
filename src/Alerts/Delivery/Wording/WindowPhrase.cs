using Alerts.Filings;
using Alerts.History;
using Alerts.Records;

namespace Alerts.Delivery.Wording;

/// <summary>The window of a statement as people write it: "Q3 2022", "early 2023", "by end of 2022".</summary>
internal static class WindowPhrase
{
    /// <summary>
    /// The window, or null where no time is stated. Fiscal periods stay as written; their days alone would read as
    /// another quarter.
    /// </summary>
    /// <param name="guidance">The statement.</param>
    /// <param name="said">When it was said: a window that begins then is a deadline.</param>
    public static string? Of(Guidance guidance, DateTimeOffset? said)
    {
        var window = Window.Of(guidance);
        if (window.IsUndated)
            return null;
        var phrase = PlainText.Line(guidance.When ?? "", 40);
        if (phrase.Any(char.IsDigit) && (Has(phrase, "fiscal") || Has(phrase, "FY")))
            return phrase;
        return WindowText.Of(window, IsDeadline(phrase) ? guidance.From : Day(said));
    }

    /// <summary>"about 2 quarters (212 days)", "12 days".</summary>
    public static string Shift(double days)
    {
        var shift = WindowText.Shift(days);
        return shift.StartsWith("about", StringComparison.Ordinal) ? $"{shift} ({Math.Abs(days):#,0} days)" : shift;
    }

    private static DateOnly? Day(DateTimeOffset? said) => said is { } at ? DateOnly.FromDateTime(EasternTime.From(at).DateTime) : null;

    private static bool IsDeadline(string phrase) =>
        phrase.StartsWith("by ", StringComparison.OrdinalIgnoreCase) || Has(phrase, "before ") || Has(phrase, "later ") || Has(phrase, "within ");

    private static bool Has(string phrase, string word) => phrase.Contains(word, StringComparison.OrdinalIgnoreCase);
}
