using Alerts.Extraction.Language;
using Alerts.Records;

namespace Alerts.Extraction.Outlook.Financial;

/// <summary>
/// Names the metric that no list knows by the words of the sentence: "expects 2025 Portfolio Receipts to be between …",
/// "Milestone payments are expected to be …". Only in guidance sections, or where the words themselves speak of money.
/// </summary>
internal static class UnknownMetric
{
    private const int LongestName = 10;

    private static readonly string[] Verbs = ["expects", "expect", "anticipates", "anticipate", "projects", "forecasts", "estimates", "estimate", "sees"];
    private static readonly string[] Passives = ["expected", "anticipated", "projected", "forecast", "forecasted", "estimated", "targeted"];
    private static readonly string[] Boundaries = [",", ";", ":", "(", ")", "that", "which", "and", "|"];

    private static readonly string[] MoneyNouns =
    [
        "receipts", "payments", "charges", "charge", "costs", "cost", "expense", "expenses", "income", "proceeds", "savings", "sales", "investment", "spending", "bookings", "dividend", "dividends", "royalties", "earnings", "revenue",
        "revenues", "profit",
    ];

    /// <summary>The metric before an amount, or null.</summary>
    public static MetricMention? Before(Passage passage, Amount amount, bool inGuidance)
    {
        var text = passage.Tokens;
        var end = text.IndexAt(amount.Start);
        for (var i = end - 1; i >= 0 && end - i < 24; i--)
        {
            if (text.IsAny(i, Verbs) && Active(text, i + 1, end) is var (first, last))
                return Named(passage, first, last, inGuidance);
            if (text.IsAny(i, Passives))
                return PassiveSubject(text, i) is var (from, to) ? Named(passage, from, to, inGuidance) : null;
        }

        return null;
    }

    /// <summary>"expects [2025 Portfolio Receipts] to be".</summary>
    private static (int First, int Last)? Active(TokenizedText text, int first, int end)
    {
        for (var i = first; i < end - 1; i++)
        {
            if (text.Is(i, "to") && text.IsAny(i + 1, "be", "total", "range", "reach", "equal", "approximate", "exceed"))
                return i > first ? (first, i - 1) : null;
        }

        return null;
    }

    /// <summary>"[Total interest paid] … is anticipated to be".</summary>
    private static (int First, int Last)? PassiveSubject(TokenizedText text, int passive)
    {
        var last = passive - 1;
        while (text.IsAny(last, "is", "are", "currently", "now", "be"))
            last--;
        var first = last;
        while (first > 0 && !text.IsAny(first - 1, Boundaries))
            first--;
        return first <= last ? (first, last) : null;
    }

    private static MetricMention? Named(Passage passage, int first, int last, bool inGuidance)
    {
        var text = passage.Tokens;
        while (first <= last && text.IsAny(first, "the", "our", "its", "a", "total", "full", "year", "annual"))
            first++;
        var (start, end) = (text[first].Start, text[Math.Max(first, last)].End);
        foreach (var phrase in passage.Times)
        {
            if (phrase.Start <= start && phrase.End > start)
                start = Math.Min(end, phrase.End + 1);
            if (phrase.Start > start && phrase.Start < end)
                end = phrase.Start;
        }

        var name = passage.Text[start..end].Trim(' ', '*', '’', '\'', '"');
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > LongestName || !char.IsLetter(name[0]) || IsPronoun(words))
            return null;
        var speaksOfMoney = words.Any(w => MoneyNouns.Contains(w, StringComparer.OrdinalIgnoreCase));
        return inGuidance || speaksOfMoney ? new(start, end, new(FinancialMetric.Other, name.ToLowerInvariant())) : null;
    }

    private static bool IsPronoun(string[] words) => words is [var only] && (only.Length < 3 || only.EndsWith("ing", StringComparison.OrdinalIgnoreCase) || only.ToUpperInvariant() is "THIS" or "THAT" or "THESE" or "THEY" or "WHICH" or "THERE");
}
