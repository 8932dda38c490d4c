using System.Globalization;
using Alerts.Records;

namespace Alerts.Delivery.Wording;

/// <summary>A window of days as people write it: "Q3 2022", "early 2023", "28 Nov 2022".</summary>
internal static class WindowText
{
    /// <summary>The window, or null where no time is stated.</summary>
    public static string? Of(Guidance guidance) => Of(guidance.From, guidance.To, guidance.When);

    /// <summary>
    /// The window from its days, in one form whatever phrase stated it. The phrase decides where the days alone
    /// mislead: fiscal periods, seasons, and "by …", whose first day is only the day it was said.
    /// </summary>
    public static string? Of(DateOnly? from, DateOnly? to, string? when)
    {
        if (from is not { } first || to is not { } last)
            return (from ?? to) is { } day ? (from is null ? "by " : "from ") + Day(day) : null;
        if (first == last)
            return Day(first);
        var phrase = PlainText.Line(when ?? "", 40);
        if (IsFiscal(phrase) || IsSeason(phrase))
            return phrase;
        if (IsDeadline(phrase))
            return "by " + End(last);
        return Calendar(first, last) ?? (IsMonthStart(first) ? Months(first, last) : "by " + End(last));
    }

    /// <summary>"28 Nov 2022".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string? Calendar(DateOnly first, DateOnly last)
    {
        if (!IsMonthStart(first) || !IsMonthEnd(last) || first.Year != last.Year)
            return null;
        var year = first.Year;
        return (first.Month, last.Month) switch
        {
            (1, 12) => $"{year}",
            (1, 6) => $"H1 {year}",
            (7, 12) => $"H2 {year}",
            (1, 4) => $"early {year}",
            (5, 8) => $"mid-{year}",
            (9, 12) => $"late {year}",
            (1 or 4 or 7 or 10, var end) when end == first.Month + 2 => $"Q{(end / 3)} {year}",
            (var start, var end) when start == end => Month(first),
            _ => null,
        };
    }

    private static string Months(DateOnly first, DateOnly last)
    {
        if (!IsMonthEnd(last))
            return $"{Day(first)} – {Day(last)}";
        return first.Year == last.Year
            ? $"{first.ToString("MMM", CultureInfo.InvariantCulture)}–{Month(last)}"
            : $"{Month(first)} – {Month(last)}";
    }

    // The end of a window that began when it was stated: "by year-end", "by mid-2025", "within 90 days".
    private static string End(DateOnly last) => last switch
    {
        { Month: 12, Day: 31 } => $"end of {last.Year}",
        { Month: 3 or 6 or 9 } when IsMonthEnd(last) => $"end of Q{last.Month / 3} {last.Year}",
        { Month: 8, Day: 31 } => $"mid-{last.Year}",
        _ when IsMonthEnd(last) => $"end of {Month(last)}",
        _ => Day(last),
    };

    private static string Month(DateOnly day) => day.ToString("MMM yyyy", CultureInfo.InvariantCulture);

    private static bool IsMonthStart(DateOnly day) => day.Day == 1;

    private static bool IsMonthEnd(DateOnly day) => day.Day == DateTime.DaysInMonth(day.Year, day.Month);

    private static bool IsFiscal(string phrase) =>
        phrase.Any(char.IsDigit) && (Has(phrase, "fiscal") || Has(phrase, "FY"));

    private static bool IsSeason(string phrase) =>
        phrase.Any(char.IsDigit) && (Has(phrase, "spring") || Has(phrase, "summer") || Has(phrase, "fall ") || Has(phrase, "autumn") || Has(phrase, "winter"));

    private static bool IsDeadline(string phrase) =>
        phrase.StartsWith("by ", StringComparison.OrdinalIgnoreCase) || Has(phrase, "before") || Has(phrase, "later ") || Has(phrase, "within ");

    private static bool Has(string phrase, string word) => phrase.Contains(word, StringComparison.OrdinalIgnoreCase);
}
