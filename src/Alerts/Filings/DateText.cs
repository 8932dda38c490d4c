using System.Globalization;
using System.Text.RegularExpressions;

namespace Alerts.Filings;

/// <summary>Days as filings write them.</summary>
internal static partial class DateText
{
    private const string Months =
        "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?";

    /// <summary>The first day in a text with its place; null where it has none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="reference">Where given, "April 21" without a year is the one nearest to this day.</param>
    public static (DateOnly Day, int Start, int Length)? Find(string text, DateOnly? reference = null)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
            return null;
        foreach (Match match in Pattern().Matches(text))
        {
            if (Read(match) is { } day)
                return (day, match.Index, match.Length);
        }

        return reference is { } near ? FindNear(text, near) : null;
    }

    /// <summary>All days in a text with their places.</summary>
    public static List<(DateOnly Day, int Start, int Length)> All(string text)
    {
        var days = new List<(DateOnly, int, int)>();
        foreach (Match match in Pattern().Matches(text))
        {
            if (Read(match) is { } day)
                days.Add((day, match.Index, match.Length));
        }

        return days;
    }

    private static (DateOnly Day, int Start, int Length)? FindNear(string text, DateOnly near)
    {
        foreach (Match match in WithoutYear().Matches(text))
        {
            var month = Month(match.Groups["m"].ValueSpan);
            var number = int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture);
            var best = Enumerable.Range(near.Year - 1, 3)
                .Where(year => number >= 1 && number <= DateTime.DaysInMonth(year, month))
                .Select(year => new DateOnly(year, month, number))
                .OrderBy(day => Math.Abs(day.DayNumber - near.DayNumber))
                .FirstOrDefault();
            if (best != default)
                return (best, match.Index, match.Length);
        }

        return null;
    }

    /// <summary>The first day in a text, "November 30, 2021", "30 November 2021", "Feb. 08, 2025", "2021-11-30", "11/30/2021".</summary>
    public static DateOnly? First(string text) => Find(text)?.Day;

    [GeneratedRegex(
        @"\b(?<m>" + Months + @")\b\.?\s{0,3}(?<d>\d{1,2})(?:st|nd|rd|th)?\s{0,3},?\s{0,3}(?<y>(?:19|20)\d\d)\b"
        + @"|\b(?<d>\d{1,2})(?:st|nd|rd|th)?\s{1,3}(?<m>" + Months + @")\b\.?,?\s{1,3}(?<y>(?:19|20)\d\d)\b"
        + @"|\b(?<y>(?:19|20)\d\d)-(?<n>\d\d)-(?<d>\d\d)\b"
        + @"|\b(?<n>\d{1,2})/(?<d>\d{1,2})/(?<y>(?:19|20)\d\d)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\b(?<m>" + Months + @")\b\.?\s{1,3}(?<d>\d{1,2})\b(?!\s{0,2},?\s{0,2}\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex WithoutYear();

    private static DateOnly? Read(Match match)
    {
        var year = int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);
        var day = int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture);
        var month = match.Groups["n"].Success
            ? int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture)
            : Month(match.Groups["m"].ValueSpan);
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int Month(ReadOnlySpan<char> name)
    {
        for (var month = 1; month <= 12; month++)
        {
            if (CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month).AsSpan(0, 3).Equals(name[..3], StringComparison.OrdinalIgnoreCase))
                return month;
        }

        return 0;
    }
}
