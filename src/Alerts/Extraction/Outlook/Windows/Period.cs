namespace Alerts.Extraction.Outlook.Windows;

/// <summary>The kinds of period that years are divided into.</summary>
internal enum PeriodUnit
{
    /// <summary>A whole year.</summary>
    Year,

    /// <summary>Early, mid or late: four months each.</summary>
    Third,

    /// <summary>A half year.</summary>
    Half,

    /// <summary>A quarter.</summary>
    Quarter,

    /// <summary>Spring, summer, fall, winter (1 to 4).</summary>
    Season,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A day of a month.</summary>
    Day,
}

/// <summary>The part of a period that a phrase narrows it to.</summary>
internal enum PeriodEdge
{
    /// <summary>All of it.</summary>
    None,

    /// <summary>"early in", "beginning of".</summary>
    Beginning,

    /// <summary>"mid", "middle of".</summary>
    Middle,

    /// <summary>"end of", "late in".</summary>
    End,
}

/// <summary>A calendar or fiscal period as a phrase names it, before it is known which year an unstated year is.</summary>
/// <param name="Unit">What divides the year.</param>
/// <param name="Index">Which one: quarter 1 to 4, month 1 to 12; 1 for a year.</param>
/// <param name="Year">The year; null where the phrase leaves it to the reader.</param>
internal readonly record struct Period(PeriodUnit Unit, int Index, int? Year)
{
    /// <summary>Last one of a span ("June/July"); equal to <see cref="Index"/> for a single one.</summary>
    public int LastIndex { get; init; } = Index;

    /// <summary>First day of the month, for days.</summary>
    public int Day { get; init; }

    /// <summary>Last day of the month, for days; equal to <see cref="Day"/> for a single one.</summary>
    public int LastDay { get; init; }

    /// <summary>True where the phrase says that it counts in fiscal years.</summary>
    public bool IsFiscal { get; init; }

    /// <summary>The part that the phrase narrows it to.</summary>
    public PeriodEdge Edge { get; init; }

    /// <summary>The days of the period in a given year; none where there are no such days (30 February).</summary>
    public Window In(int year, FiscalCalendar fiscal)
    {
        if (year is < 1900 or > 2200)
            return Window.None;
        var calendar = IsFiscal ? fiscal : FiscalCalendar.December;
        var whole = Unit switch
        {
            PeriodUnit.Year => calendar.Year(year),
            PeriodUnit.Third => calendar.Months(year, 4 * Index - 3, 4 * LastIndex),
            PeriodUnit.Half => calendar.Months(year, 6 * Index - 5, 6 * LastIndex),
            PeriodUnit.Quarter => calendar.Months(year, 3 * Index - 2, 3 * LastIndex),
            // Winter of a year begins in the December of that year.
            PeriodUnit.Season => FiscalCalendar.December.Months(year, 3 * Index, 3 * Index + 2),
            PeriodUnit.Month => FiscalCalendar.December.Months(year, Index, LastIndex < Index ? LastIndex + 12 : LastIndex),
            _ => Days(year),
        };
        return Edge == PeriodEdge.None ? whole : Narrow(whole, Edge);
    }

    private Window Days(int year)
    {
        var last = DateTime.DaysInMonth(year, Index);
        return Day > last ? Window.None : new(new DateOnly(year, Index, Day), new DateOnly(year, Index, Math.Min(last, LastDay)));
    }

    /// <summary>
    /// The third of a window that an edge names: of a year four months ("early 2023"), of a half two, of a quarter
    /// one, of a month ten days. The end of a year is its last quarter: "around year-end" is no word for September.
    /// </summary>
    private static Window Narrow(Window whole, PeriodEdge edge)
    {
        if (whole is not { From: { } from, To: { } to })
            return whole;
        var months = (to.Year - from.Year) * 12 + to.Month - from.Month + 1;
        if (months < 3)
        {
            return edge switch
            {
                PeriodEdge.Beginning => new(from, from.AddDays(9)),
                PeriodEdge.Middle => new(from.AddDays(10), from.AddDays(19)),
                _ => new(from.AddDays(20), to),
            };
        }

        var third = months / 3;
        return edge switch
        {
            PeriodEdge.Beginning => new(from, from.AddMonths(third).AddDays(-1)),
            PeriodEdge.Middle => new(from.AddMonths(third), from.AddMonths(2 * third).AddDays(-1)),
            _ => new(to.AddDays(1).AddMonths(months == 12 ? -3 : -third), to),
        };
    }
}
