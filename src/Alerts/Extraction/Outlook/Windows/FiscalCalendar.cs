namespace Alerts.Extraction.Outlook.Windows;

/// <summary>
/// The filer's fiscal years. Fiscal year N ends in calendar year N; its quarters are four times three months up to
/// that end. Years of 52 or 53 weeks count as ending with the nearest month's end.
/// </summary>
/// <param name="EndMonth">Month in which the fiscal year ends, 1 to 12.</param>
internal readonly record struct FiscalCalendar(int EndMonth)
{
    /// <summary>Fiscal years that are calendar years.</summary>
    public static FiscalCalendar December => new(12);

    /// <summary>Reads the header's "0630"; a first week belongs to the month before ("0201" is the end of January).</summary>
    public static FiscalCalendar? Parse(string? monthAndDay)
    {
        if (monthAndDay is not { Length: 4 } || !int.TryParse(monthAndDay, out var number))
            return null;
        var (month, day) = (number / 100, number % 100);
        if (month is < 1 or > 12 || day is < 1 or > 31)
            return null;
        return EndingAt(month, day);
    }

    /// <summary>The calendar whose years end at a day of the year.</summary>
    public static FiscalCalendar EndingAt(int month, int day) =>
        new(day > 10 ? month : month == 1 ? 12 : month - 1);

    /// <summary>First and last day of a fiscal year.</summary>
    public Window Year(int year) => Months(year, 1, 12);

    /// <summary>First and last day of a fiscal quarter, 1 to 4.</summary>
    public Window Quarter(int year, int quarter) => Months(year, 3 * quarter - 2, 3 * quarter);

    /// <summary>First and last day of a half, 1 or 2.</summary>
    public Window Half(int year, int half) => Months(year, 6 * half - 5, 6 * half);

    /// <summary>Days from the first to the last of the given months of a fiscal year, counted from 1.</summary>
    public Window Months(int year, int first, int last)
    {
        if (year is < 1900 or > 2200)
            return Window.None;
        var begin = new DateOnly(year, EndMonth, 1).AddMonths(1 - 12);
        return new(begin.AddMonths(first - 1), begin.AddMonths(last).AddDays(-1));
    }

    /// <summary>The fiscal year that a day lies in.</summary>
    public int YearOf(DateOnly day) => day.Month <= EndMonth ? day.Year : day.Year + 1;

    /// <summary>The fiscal quarter that a day lies in, 1 to 4.</summary>
    public int QuarterOf(DateOnly day) => ((day.Month - EndMonth - 1 + 12) % 12) / 3 + 1;
}
