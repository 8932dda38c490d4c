namespace Alerts.Extraction.Outlook.Windows;

/// <summary>
/// Reads the name of a period at a token: "first quarter of 2022", "1Q22", "mid-2025", "June/July 2007",
/// "fiscal 2014", "the June 2005 quarter", "next year", "November 28, 2022".
/// </summary>
internal sealed class PeriodParser(IReadOnlyList<TimeToken> tokens, DateOnly? date, FiscalCalendar fiscal)
{
    /// <summary>A year that cannot be told, because the statement's own date is not known.</summary>
    private const int UnknownYear = 0;

    /// <summary>Reads the period that begins at a token.</summary>
    /// <param name="i">Index of the first token.</param>
    /// <param name="next">Index after the last token.</param>
    public Period? At(int i, out int next)
    {
        next = i;
        return Word(i) switch
        {
            TimeWord.The => At(i + 1, out next),
            TimeWord.Weekday => At(Word(i + 1) == TimeWord.Comma ? i + 2 : i + 1, out next),
            TimeWord.Month => AtMonth(i, out next),
            TimeWord.Number => AtNumber(i, out next),
            TimeWord.QuarterLetter or TimeWord.HalfLetter => AtLetter(i, out next),
            TimeWord.Ordinal => AtOrdinal(i, out next),
            TimeWord.Early or TimeWord.Mid or TimeWord.Late or TimeWord.Beginning or TimeWord.End => AtEdge(i, out next),
            TimeWord.MidYear => AtYearPoint(i + 1, PeriodEdge.Middle, out next),
            TimeWord.YearEnd => AtYearPoint(i + 1, PeriodEdge.End, out next),
            TimeWord.Fiscal or TimeWord.Calendar or TimeWord.Full => AtFiscal(i, out next),
            TimeWord.This or TimeWord.Next or TimeWord.Last or TimeWord.Coming => AtRelative(i, out next),
            TimeWord.Quarter => AtQuarterEnding(i, out next),
            TimeWord.Year => AtYearWord(i, out next),
            TimeWord.Season => AtSeason(i, out next),
            _ => null,
        };
    }

    private TimeWord Word(int i) => (uint)i < (uint)tokens.Count ? tokens[i].Word : TimeWord.Other;

    private int Value(int i) => tokens[i].Value;

    private bool IsYear(int i) => Word(i) == TimeWord.Number && tokens[i].Length == 4 && Value(i) is >= 1980 and <= 2100;

    /// <summary>True where nothing, not even a blank, stands between a token and the one before.</summary>
    private bool IsGlued(int i) => i > 0 && i < tokens.Count && tokens[i].Start == tokens[i - 1].End;

    /// <summary>"June 2007", "June 4, 2007", "June 1-5, 2007", "the June 2005 quarter", "June".</summary>
    private Period? AtMonth(int i, out int next)
    {
        var month = Value(i);
        var j = i + 1;
        if (Word(j) is TimeWord.Number or TimeWord.Ordinal && !IsYear(j) && Value(j) is >= 1 and <= 31 && !IsSpanOfTime(j))
            return AtDays(month, j, out next);
        var year = YearSuffix(j, out var end, out _);
        var k = year is null ? j : end;
        if (Word(k) == TimeWord.Quarter)
        {
            next = k + 1;
            year ??= YearSuffix(k + 1, out next, out _);
            return QuarterUpTo(month, year);
        }

        next = k;
        return new Period(PeriodUnit.Month, month, year);
    }

    /// <summary>"June 10 days" names no day of June.</summary>
    private bool IsSpanOfTime(int i) => Word(i + 1) is TimeWord.Day or TimeWord.Week or TimeWord.MonthUnit or TimeWord.Quarter;

    private Period? AtDays(int month, int i, out int next)
    {
        var first = Value(i);
        var last = first;
        next = i + 1;
        if (Word(next) is TimeWord.Dash or TimeWord.To or TimeWord.Through or TimeWord.And
            && Word(next + 1) is TimeWord.Number or TimeWord.Ordinal && !IsYear(next + 1) && Value(next + 1) > first && Value(next + 1) <= 31)
        {
            last = Value(next + 1);
            next += 2;
        }

        var year = YearSuffix(next, out var end, out _);
        if (year is not null)
            next = end;
        return new Period(PeriodUnit.Day, month, year) { Day = first, LastDay = last };
    }

    private Period? AtNumber(int i, out int next)
    {
        next = i;
        var value = Value(i);
        // 2022-03-31
        if (IsYear(i) && Word(i + 1) == TimeWord.Dash && IsGlued(i + 1) && Word(i + 2) == TimeWord.Number && Word(i + 3) == TimeWord.Dash
            && Word(i + 4) == TimeWord.Number && Value(i + 2) is >= 1 and <= 12 && Value(i + 4) is >= 1 and <= 31)
        {
            next = i + 5;
            return Day(Value(i + 2), Value(i + 4), value);
        }

        // 3/31/2022
        if (Word(i + 1) == TimeWord.Slash && Word(i + 2) == TimeWord.Number && Word(i + 3) == TimeWord.Slash && IsYear(i + 4)
            && value is >= 1 and <= 12 && Value(i + 2) is >= 1 and <= 31)
        {
            next = i + 5;
            return Day(value, Value(i + 2), Value(i + 4));
        }

        if (IsYear(i))
            return AtYear(i, out next);
        // 1Q22, 2H 2025
        if (Word(i + 1) is TimeWord.QuarterLetter or TimeWord.HalfLetter && IsGlued(i + 1))
            return Divided(Word(i + 1) == TimeWord.QuarterLetter ? PeriodUnit.Quarter : PeriodUnit.Half, value, i + 2, out next, mayAbbreviate: true);
        // 4 June 2007, 4th of June
        if (Word(i + 1) == TimeWord.Month && value is >= 1 and <= 31)
        {
            var year = YearSuffix(i + 2, out var end, out _);
            next = year is null ? i + 2 : end;
            return Day(Value(i + 1), value, year);
        }

        return null;
    }

    private static Period Day(int month, int day, int? year) => new(PeriodUnit.Day, month, year) { Day = day, LastDay = day };

    /// <summary>"2022", "2022 second quarter", "2025's second half", "2025 year-end".</summary>
    private Period? AtYear(int i, out int next)
    {
        var year = Value(i);
        var j = i + 1;
        if (Word(j) == TimeWord.Apostrophe)
            j += 2;
        if (Word(j) is TimeWord.Ordinal or TimeWord.Fiscal && AtOrdinal(Word(j) == TimeWord.Ordinal ? j : j + 1, out next) is { Year: null } part)
            return part with { Year = year };
        if (IsYearEnd(j, out next))
            return new Period(PeriodUnit.Year, 1, year) { Edge = PeriodEdge.End };
        if (Word(j) is TimeWord.QuarterLetter or TimeWord.HalfLetter && AtLetter(j, out next) is { Year: null } letter)
            return letter with { Year = year };
        next = i + 1;
        return new Period(PeriodUnit.Year, 1, year);
    }

    /// <summary>"Q1 2022", "H2'25".</summary>
    private Period? AtLetter(int i, out int next)
    {
        next = i;
        if (Word(i + 1) != TimeWord.Number || !IsGlued(i + 1) || tokens[i + 1].Length != 1)
            return null;
        var unit = Word(i) == TimeWord.QuarterLetter ? PeriodUnit.Quarter : PeriodUnit.Half;
        // "Q1-Q2 2025", "Q1/2 2025"
        var span = Word(i + 2) is TimeWord.Slash or TimeWord.Dash && Word(i + 3) == TimeWord.Number && tokens[i + 3].Length == 1 && IsGlued(i + 3);
        var period = Divided(unit, Value(i + 1), span ? i + 4 : i + 2, out next, mayAbbreviate: true);
        return span && period is { } first && Value(i + 3) > first.Index && Value(i + 3) <= 4 ? first with { LastIndex = Value(i + 3) } : period;
    }

    /// <summary>"first quarter of 2022", "second fiscal half", "first and second quarters", "third or fourth quarter".</summary>
    private Period? AtOrdinal(int i, out int next)
    {
        next = i;
        var index = Value(i);
        var last = index;
        var j = i + 1;
        if (Word(j) is TimeWord.And or TimeWord.Or or TimeWord.To or TimeWord.Slash or TimeWord.Dash or TimeWord.Through)
        {
            var k = Word(j + 1) == TimeWord.The ? j + 2 : j + 1;
            if (Word(k) == TimeWord.Ordinal && Value(k) > index)
            {
                last = Value(k);
                j = k + 1;
            }
        }

        var isFiscal = Word(j) == TimeWord.Fiscal;
        if (Word(j) is TimeWord.Fiscal or TimeWord.Calendar)
            j++;
        if (Word(j) == TimeWord.Dash)
            j++;
        if (Word(j) == TimeWord.Part && last == index && index == 1)
            return EdgeOf(PeriodEdge.Beginning, j + 1, out next);
        PeriodUnit? unit = Word(j) switch
        {
            TimeWord.Quarter => PeriodUnit.Quarter,
            TimeWord.Half => PeriodUnit.Half,
            _ => null,
        };
        if (unit is null || Divided(unit.Value, index, j + 1, out next, mayAbbreviate: false) is not { } period)
            return null;
        return period with { LastIndex = last, IsFiscal = period.IsFiscal || isFiscal };
    }

    private Period? Divided(PeriodUnit unit, int index, int i, out int next, bool mayAbbreviate)
    {
        next = i;
        if (index < 1 || index > (unit == PeriodUnit.Quarter ? 4 : 2))
            return null;
        var year = YearSuffix(i, out var end, out var isFiscal, mayAbbreviate);
        if (year is not null || isFiscal)
            next = end;
        return new Period(unit, index, year) { IsFiscal = isFiscal };
    }

    /// <summary>"early 2023", "mid-year", "late in the second quarter", "end of 2Q", "early-to-mid 2025", "latter half of 2025".</summary>
    private Period? AtEdge(int i, out int next)
    {
        var first = EdgeWord(i);
        var last = first;
        var j = i + 1;
        if (Word(i) == TimeWord.Late && Word(j) == TimeWord.Half)
            return Divided(PeriodUnit.Half, 2, j + 1, out next, mayAbbreviate: false);
        // early-to-mid, mid to late, mid/late
        var k = j;
        while (Word(k) is TimeWord.Dash or TimeWord.To or TimeWord.Or or TimeWord.Slash)
            k++;
        if (k > j && Word(k) is TimeWord.Early or TimeWord.Mid or TimeWord.Late && EdgeWord(k) > first)
        {
            last = EdgeWord(k);
            j = k + 1;
        }

        if (Word(j) == TimeWord.Part)
            j++;
        var strict = Word(i) is TimeWord.Beginning or TimeWord.End;
        return EdgeOf(first, j, out next, last, strict);
    }

    private PeriodEdge EdgeWord(int i) => Word(i) switch
    {
        TimeWord.Early or TimeWord.Beginning => PeriodEdge.Beginning,
        TimeWord.Mid => PeriodEdge.Middle,
        _ => PeriodEdge.End,
    };

    private Period? EdgeOf(PeriodEdge first, int i, out int next, PeriodEdge? last = null, bool strict = false)
    {
        next = i;
        var j = i;
        if (Word(j) == TimeWord.Dash)
            j++;
        var linked = Word(j) is TimeWord.Of or TimeWord.In;
        if (linked)
            j++;
        // "mid-year", "early in the year", "end of the year"
        var isYear = Word(j) == TimeWord.Year || (linked && Word(j) == TimeWord.The && Word(j + 1) == TimeWord.Year);
        if (isYear)
            return AtYearPoint(Word(j) == TimeWord.Year ? j + 1 : j + 2, first, out next);
        if (linked && Word(j) is TimeWord.The or TimeWord.This && Word(j + 1) is TimeWord.MonthUnit or TimeWord.Quarter)
        {
            next = j + 2;
            return date is { } d ? Around(Word(j + 1) == TimeWord.Quarter ? PeriodUnit.Quarter : PeriodUnit.Month, d, 0) with { Edge = first } : null;
        }

        // "beginning of" and "end of" need their "of"; "mid" and "early" do not.
        if ((strict && !linked) || At(j, out next) is not { Edge: PeriodEdge.None } period || period.Unit is PeriodUnit.Day or PeriodUnit.Third)
            return null;
        if (period.Unit != PeriodUnit.Year || strict)
            return period with { Edge = first };
        return new Period(PeriodUnit.Third, (int)first, period.Year) { LastIndex = (int)(last ?? first), IsFiscal = period.IsFiscal };
    }

    /// <summary>After "mid-year", "year-end": the year, where one follows.</summary>
    private Period? AtYearPoint(int i, PeriodEdge edge, out int next)
    {
        var year = YearSuffix(i, out var end, out var isFiscal);
        next = year is null && !isFiscal ? i : end;
        return edge == PeriodEdge.End
            ? new Period(PeriodUnit.Year, 1, year) { Edge = edge, IsFiscal = isFiscal }
            : new Period(PeriodUnit.Third, (int)edge, year) { IsFiscal = isFiscal };
    }

    /// <summary>"fiscal 2014", "FY14", "fiscal year 2025 second quarter", "full-year 2025", "fiscal second quarter", "calendar year-end".</summary>
    private Period? AtFiscal(int i, out int next)
    {
        next = i;
        var isFiscal = Word(i) == TimeWord.Fiscal;
        var j = i + 1;
        while (Word(j) is TimeWord.Dash or TimeWord.Apostrophe or TimeWord.Year or TimeWord.Fiscal or TimeWord.Calendar)
        {
            if (IsYearEnd(j, out next) && AtYearPoint(next, PeriodEdge.End, out next) is { } end)
                return end with { IsFiscal = isFiscal };
            isFiscal |= Word(j) == TimeWord.Fiscal;
            j++;
        }

        if (Word(j) == TimeWord.Ended && EndingYear(j + 1, isFiscal, out next) is { } ending)
            return ending;
        if (IsYear(j))
        {
            var period = AtYear(j, out next);
            return period is { } p ? p with { IsFiscal = isFiscal || p.IsFiscal } : null;
        }

        if (Word(j) == TimeWord.Number && tokens[j].Length == 2 && (IsGlued(j) || Word(j - 1) == TimeWord.Apostrophe) && Value(j) is >= 10 and <= 60)
        {
            next = j + 1;
            return new Period(PeriodUnit.Year, 1, 2000 + Value(j)) { IsFiscal = isFiscal };
        }

        if (Word(j) is TimeWord.Ordinal or TimeWord.QuarterLetter or TimeWord.HalfLetter or TimeWord.Number && j > i)
        {
            var part = Word(j) == TimeWord.Ordinal ? AtOrdinal(j, out next) : Word(j) == TimeWord.Number ? AtNumber(j, out next) : AtLetter(j, out next);
            return part is { Unit: PeriodUnit.Quarter or PeriodUnit.Half } p ? p with { IsFiscal = isFiscal || p.IsFiscal } : null;
        }

        // "the full year", "this fiscal year" without its number
        if (Word(j - 1) == TimeWord.Year && j > i + 1)
        {
            next = j;
            return new Period(PeriodUnit.Year, 1, null) { IsFiscal = isFiscal };
        }

        return null;
    }

    /// <summary>"this year", "next quarter", "last month", "the current fiscal year", "next spring", "final quarter of 2022".</summary>
    private Period? AtRelative(int i, out int next)
    {
        next = i;
        var step = Word(i) switch { TimeWord.Next or TimeWord.Coming => 1, TimeWord.Last => -1, _ => 0 };
        var j = i + 1;
        var isFiscal = Word(j) == TimeWord.Fiscal;
        if (Word(j) is TimeWord.Fiscal or TimeWord.Calendar)
            j++;
        if (Word(j) == TimeWord.Dash)
            j++;
        next = j + 1;
        switch (Word(j))
        {
            case TimeWord.Year:
                var current = date is not { } d ? UnknownYear : isFiscal ? fiscal.YearOf(d) : d.Year;
                return new Period(PeriodUnit.Year, 1, current == UnknownYear ? current : current + step) { IsFiscal = isFiscal };
            case TimeWord.Quarter or TimeWord.Half when step < 0 && YearSuffix(j + 1, out var end, out var fiscalYear) is { } year:
                next = end;
                var unit = Word(j) == TimeWord.Quarter ? PeriodUnit.Quarter : PeriodUnit.Half;
                return new Period(unit, unit == PeriodUnit.Quarter ? 4 : 2, year) { IsFiscal = fiscalYear };
            case TimeWord.Quarter when date is { } day:
                return Around(PeriodUnit.Quarter, day, step);
            case TimeWord.MonthUnit when date is { } day:
                return Around(PeriodUnit.Month, day, step);
            case TimeWord.Season:
                return new Period(PeriodUnit.Season, Value(j), null);
            case TimeWord.Month when Word(i) is TimeWord.This or TimeWord.Next or TimeWord.Last:
                return new Period(PeriodUnit.Month, Value(j), null);
            default:
                return null;
        }
    }

    private static Period Around(PeriodUnit unit, DateOnly day, int step)
    {
        if (unit == PeriodUnit.Month)
        {
            var month = day.AddMonths(step);
            return new Period(unit, month.Month, month.Year);
        }

        var quarter = day.AddMonths(3 * step);
        return new Period(unit, (quarter.Month + 2) / 3, quarter.Year);
    }

    /// <summary>"quarter ending June 30, 2005", "quarter of 2005" is none.</summary>
    private Period? AtQuarterEnding(int i, out int next)
    {
        next = i;
        if (Word(i + 1) != TimeWord.Ended || At(i + 2, out next) is not { Unit: PeriodUnit.Day or PeriodUnit.Month } end)
            return null;
        var month = end.Unit == PeriodUnit.Day ? FiscalCalendar.EndingAt(end.Index, end.Day).EndMonth : end.Index;
        return QuarterUpTo(month, end.Year);
    }

    /// <summary>The three months up to and with a month.</summary>
    private static Period QuarterUpTo(int month, int? year) => month >= 3
        ? new Period(PeriodUnit.Month, month - 2, year) { LastIndex = month }
        : new Period(PeriodUnit.Month, month + 10, year - 1) { LastIndex = month };

    /// <summary>"year-end 2025", "year ending June 30, 2006", "year 2025".</summary>
    private Period? AtYearWord(int i, out int next)
    {
        if (IsYearEnd(i, out next))
            return AtYearPoint(next, PeriodEdge.End, out next);
        if (Word(i + 1) == TimeWord.Ended)
            return EndingYear(i + 2, isFiscal: true, out next);
        return IsYear(i + 1) ? AtYear(i + 1, out next) : null;
    }

    private Period? EndingYear(int i, bool isFiscal, out int next)
    {
        if (At(i, out next) is not { Unit: PeriodUnit.Day or PeriodUnit.Month, Year: { } year } end)
            return null;
        var month = end.Unit == PeriodUnit.Day ? FiscalCalendar.EndingAt(end.Index, end.Day).EndMonth : end.Index;
        return month == fiscal.EndMonth || month == 12 ? new Period(PeriodUnit.Year, 1, year) { IsFiscal = isFiscal && month != 12 } : null;
    }

    /// <summary>"year-end", "year end", "year's end".</summary>
    private bool IsYearEnd(int i, out int next)
    {
        next = i;
        if (Word(i) != TimeWord.Year)
            return false;
        var j = i + 1;
        if (Word(j) == TimeWord.Apostrophe)
            j += 2;
        else if (Word(j) == TimeWord.Dash)
            j++;
        next = j + 1;
        return Word(j) == TimeWord.End;
    }

    /// <summary>"summer of 2025", "fall 2024"; without a year only "the fall", as falling is a verb.</summary>
    private Period? AtSeason(int i, out int next)
    {
        var year = YearSuffix(i + 1, out next, out _);
        if (year is not null)
            return new Period(PeriodUnit.Season, Value(i), year);
        next = i + 1;
        return Word(i - 1) == TimeWord.The && Word(i - 2) is TimeWord.In or TimeWord.By or TimeWord.Over ? new Period(PeriodUnit.Season, Value(i), null) : null;
    }

    /// <summary>The year behind a quarter or month: "of 2022", ", 2022", "'22", "of this year", "fiscal 2022".</summary>
    private int? YearSuffix(int i, out int next, out bool isFiscal, bool mayAbbreviate = false)
    {
        next = i;
        isFiscal = false;
        var j = i;
        var apostrophe = false;
        var named = false;
        while (Word(j) is TimeWord.Of or TimeWord.In or TimeWord.Comma or TimeWord.Slash or TimeWord.Dash or TimeWord.Apostrophe or TimeWord.The
            or TimeWord.Calendar or TimeWord.Fiscal or TimeWord.Year or TimeWord.Full && j < i + 5)
        {
            apostrophe |= Word(j) == TimeWord.Apostrophe;
            named |= Word(j) == TimeWord.Year;
            isFiscal |= Word(j) == TimeWord.Fiscal;
            j++;
            if (Word(j - 1) == TimeWord.Year && Word(j) is not TimeWord.Number)
                break;
        }

        if (IsYear(j))
        {
            next = j + 1;
            return Value(j);
        }

        if (Word(j) == TimeWord.Number && tokens[j].Length == 2 && Value(j) is >= 10 and <= 60
            && (apostrophe || IsGlued(j) && (mayAbbreviate || isFiscal)))
        {
            next = j + 1;
            return 2000 + Value(j);
        }

        // "of the year", "of this year", "of next year"
        if (named && Word(j - 2) is TimeWord.The or TimeWord.Of or TimeWord.Fiscal or TimeWord.Calendar)
        {
            next = j;
            return null;
        }

        if (Word(j) is TimeWord.This or TimeWord.Next or TimeWord.Last && AtRelative(j, out var end) is { Unit: PeriodUnit.Year } year)
        {
            next = end;
            isFiscal |= year.IsFiscal;
            return year.Year;
        }

        isFiscal &= Word(i) == TimeWord.Fiscal;
        next = isFiscal ? i + 1 : i;
        return null;
    }
}
