using Alerts.Filings;

namespace Alerts.Extraction.Outlook.Windows;

/// <summary>
/// Finds out in which month the filer's fiscal years end. What a release says decides ("fiscal year ending June 30",
/// "fiscal first quarter ended December 31"); without it the submission's header.
/// </summary>
internal static class FiscalCalendarReader
{
    private const int WordsBefore = 8;

    /// <summary>The calendar of a filing; calendar years where nothing speaks against them.</summary>
    public static FiscalCalendar Of(ReadFiling filing)
    {
        var votes = new int[13];
        foreach (var document in filing.Documents)
            Count(document.Text, votes);
        var best = Array.IndexOf(votes, votes.Max());
        return votes[best] > 0 ? new(best) : FiscalCalendar.Parse(filing.Facts.FiscalYearEnd) ?? FiscalCalendar.December;
    }

    private static void Count(string text, int[] votes)
    {
        for (var i = 0; (i = text.IndexOf("end", i, StringComparison.OrdinalIgnoreCase)) >= 0; i += 3)
        {
            var length = IsWordAt(text, i, "ended") ? 5 : IsWordAt(text, i, "ending") ? 6 : 0;
            if (length == 0)
                continue;
            var after = new List<TimeToken>();
            TimeLexer.Read(text.AsSpan(i + length, Math.Min(24, text.Length - (i + length))), after);
            if (after is not [{ Word: TimeWord.Month } month, ..])
                continue;
            var day = after.Count > 1 && after[1].Word == TimeWord.Number && after[1].Value is > 0 and <= 31 ? after[1].Value : 28;
            var end = FiscalCalendar.EndingAt(month.Value, day).EndMonth;
            if (YearEnd(text, i, end) is { } yearEnd)
                votes[yearEnd]++;
        }
    }

    private static bool IsWordAt(string text, int at, string word) =>
        at > 0 && at + word.Length < text.Length && !char.IsLetter(text[at - 1]) && !char.IsLetter(text[at + word.Length])
        && text.AsSpan(at, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The month in which the year ends when the period named before an offset ends in a month.</summary>
    private static int? YearEnd(string text, int at, int month)
    {
        var start = Math.Max(0, at - 64);
        var before = new List<TimeToken>();
        TimeLexer.Read(text.AsSpan(start, at - start), before);
        var last = before.Count - 1;
        if (last < 0)
            return null;
        if (before[last].Word == TimeWord.Year)
            return month;
        if (before[last].Word != TimeWord.Quarter && !(before[last].Word == TimeWord.Number && before[last].Length == 4))
            return null;
        // "fiscal 2025 first quarter ended …", "third quarter of fiscal year 2025 ended …"
        for (var i = last; i >= 0 && i > last - WordsBefore; i--)
        {
            if (before[i].Word == TimeWord.Ordinal && before[i].Value is >= 1 and <= 4 && i + 1 <= last && before.Skip(i + 1).Take(2).Any(t => t.Word == TimeWord.Quarter))
                return (month + 3 * (4 - before[i].Value) - 1) % 12 + 1;
        }

        return null;
    }
}
