using System.Globalization;

namespace Alerts.History;

/// <summary>How windows and their shifts are written for people: "Q3 2022", "early 2023", "by end of 2021".</summary>
public static class WindowText
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>Writes a window.</summary>
    /// <param name="window">The window.</param>
    /// <param name="said">The day of the statement: a window that begins there is a deadline.</param>
    public static string Of(Window window, DateOnly? said = null) => window switch
    {
        { From: null, To: null } => "no date",
        { From: { } from, To: null } => "from " + Day(from),
        { From: null, To: { } to } => "by " + EndOf(to),
        { From: { } from, To: { } to } when from == to => Day(from),
        { From: { } from, To: { } to } when from == said => "by " + EndOf(to),
        { From: { } from, To: { } to } => Span(from, to) ?? $"{Day(from)} – {Day(to)}",
    };

    /// <summary>Writes a shift of a window's end, without its direction: "12 days", "about 2 quarters".</summary>
    public static string Shift(double days)
    {
        var size = Math.Abs(days);
        return size switch
        {
            1 => "1 day",
            < 25 => $"{size:0} days",
            < 80 => "about " + Count(size / 30.4, "month"),
            < 700 when Math.Abs(size - 365) > 20 => "about " + Count(size / 91.3, "quarter"),
            _ => "about " + Count(size / 365.25, "year"),
        };
    }

    /// <summary>Writes a day: "28 Nov 2022".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", Culture);

    private static string Count(double amount, string unit)
    {
        var rounded = Math.Max(1, (int)Math.Round(amount));
        return rounded == 1 ? "1 " + unit : $"{rounded} {unit}s";
    }

    private static string EndOf(DateOnly to) => (to.Month, to.Day) switch
    {
        (12, 31) => $"end of {to.Year}",
        (3, 31) or (6, 30) or (9, 30) => $"end of Q{to.Month / 3} {to.Year}",
        _ when to.Day == DateTime.DaysInMonth(to.Year, to.Month) => "end of " + to.ToString("MMM yyyy", Culture),
        _ => Day(to),
    };

    // The names of the windows in the order in which one reads them; null for spans without a name.
    private static string? Span(DateOnly from, DateOnly to)
    {
        if ((from.Year, from.Month) == (to.Year, to.Month) && PartOfMonth(from, to) is { } part)
            return $"{part} {Month(from)} {from.Year}";
        if (from.Day != 1 || to.Day != DateTime.DaysInMonth(to.Year, to.Month))
            return null;

        if (from.Year != to.Year)
            return from.Month == 1 && to.Month == 12 ? $"{from.Year}–{to.Year}"
                : (from.Month, to.Month, to.Year - from.Year) == (12, 2, 1) ? $"winter {from.Year}/{to.Year % 100:00}"
                : $"{Month(from)} {from.Year} – {Month(to)} {to.Year}";

        return (from.Month, to.Month) switch
        {
            (1, 12) => $"{from.Year}",
            (1, 6) => $"H1 {from.Year}",
            (7, 12) => $"H2 {from.Year}",
            (1 or 4 or 7 or 10, _) when to.Month - from.Month == 2 => $"Q{to.Month / 3} {from.Year}",
            (1, 4) => $"early {from.Year}",
            (5, 8) => $"mid-{from.Year}",
            (9, 12) => $"late {from.Year}",
            (3, 5) => $"spring {from.Year}",
            (6, 8) => $"summer {from.Year}",
            (9, 11) => $"fall {from.Year}",
            var (first, last) when first == last => $"{Month(from)} {from.Year}",
            _ => $"{Month(from)}–{Month(to)} {from.Year}",
        };
    }

    private static string? PartOfMonth(DateOnly from, DateOnly to) => (from.Day, to.Day) switch
    {
        (1, 10) => "early",
        (11, 20) => "mid",
        (21, var last) when last == DateTime.DaysInMonth(to.Year, to.Month) => "late",
        _ => null,
    };

    private static string Month(DateOnly day) => day.ToString("MMM", Culture);
}
