namespace Alerts.Extraction.Outlook.Windows;

/// <summary>
/// Reads the name of a period at a token: "first quarter of 2022", "1Q22", "mid-2025", "June/July 2007",
/// "fiscal 2014", "the June 2005 quarter", "next year", "November 28, 2022".
/// </summary>
internal sealed class PeriodParser
{
    private readonly DateOnly? _date;
    private readonly FiscalCalendar _fiscal;
    private readonly TimeTokens _tokens;
    private readonly YearParser _years;
    private readonly DayParser _days;
    private readonly PartParser _parts;

    /// <summary>Reads the periods of a text.</summary>
    /// <param name="tokens">Its words of time.</param>
    /// <param name="date">The statement's day; null where none is known.</param>
    /// <param name="fiscal">The filer's fiscal years.</param>
    public PeriodParser(IReadOnlyList<TimeToken> tokens, DateOnly? date, FiscalCalendar fiscal)
    {
        (_date, _fiscal, _tokens) = (date, fiscal, new TimeTokens(tokens));
        _years = new YearParser(_tokens, date, fiscal);
        _days = new DayParser(_tokens, _years);
        _parts = new PartParser(_tokens, _years);
    }

    /// <summary>Reads the period that begins at a token.</summary>
    /// <param name="i">Index of the first token.</param>
    /// <param name="next">Index after the last token.</param>
    public Period? At(int i, out int next)
    {
        next = i;
        return _tokens.Word(i) switch
        {
            TimeWord.The => At(i + 1, out next),
            TimeWord.Weekday => At(_tokens.Word(i + 1) == TimeWord.Comma ? i + 2 : i + 1, out next),
            TimeWord.Month => _days.AtMonth(i, out next),
            TimeWord.Number => AtNumber(i, out next),
            TimeWord.QuarterLetter or TimeWord.HalfLetter => _parts.AtLetter(i, out next),
            TimeWord.Ordinal => AtOrdinal(i, out next),
            TimeWord.Early or TimeWord.Mid or TimeWord.Late or TimeWord.Beginning or TimeWord.End => AtEdge(i, out next),
            TimeWord.MidYear => AtYearPoint(i + 1, PeriodEdge.Middle, out next),
            TimeWord.YearEnd => AtYearPoint(i + 1, PeriodEdge.End, out next),
            TimeWord.Fiscal or TimeWord.Calendar or TimeWord.Full => AtFiscal(i, out next),
            TimeWord.This or TimeWord.Next or TimeWord.Last or TimeWord.Coming => _years.At(i, out next),
            TimeWord.Quarter => AtQuarterEnding(i, out next),
            TimeWord.Year => AtYearWord(i, out next),
            TimeWord.Season => _days.AtSeason(i, out next),
            _ => null,
        };
    }

    private Period? AtNumber(int i, out int next)
    {
        if (_days.AtNumber(i, out next) is { } day)
            return day;
        if (_tokens.IsYear(i))
            return AtYear(i, out next);
        // 1Q22, 2H 2025
        return _tokens.Word(i + 1) is TimeWord.QuarterLetter or TimeWord.HalfLetter && _tokens.IsGlued(i + 1)
            ? _parts.Divided(_tokens.Word(i + 1) == TimeWord.QuarterLetter ? PeriodUnit.Quarter : PeriodUnit.Half, _tokens.Value(i), i + 2, out next, mayAbbreviate: true) : null;
    }

    /// <summary>"2022", "2022 second quarter", "2025's second half", "2025 year-end".</summary>
    private Period? AtYear(int i, out int next)
    {
        var year = _tokens.Value(i);
        var j = i + 1;
        if (_tokens.Word(j) == TimeWord.Apostrophe)
            j += 2;
        if (_tokens.Word(j) is TimeWord.Ordinal or TimeWord.Fiscal && AtOrdinal(_tokens.Word(j) == TimeWord.Ordinal ? j : j + 1, out next) is { Year: null } part)
            return part with { Year = year };
        if (_tokens.IsYearEnd(j, out next))
            return new Period(PeriodUnit.Year, 1, year) { Edge = PeriodEdge.End };
        if (_tokens.Word(j) is TimeWord.QuarterLetter or TimeWord.HalfLetter && _parts.AtLetter(j, out next) is { Year: null } letter)
            return letter with { Year = year };
        next = i + 1;
        return new Period(PeriodUnit.Year, 1, year);
    }

    /// <summary>"first quarter of 2022", "first part of 2022".</summary>
    private Period? AtOrdinal(int i, out int next)
    {
        var j = i + 1;
        if (_tokens.Word(j) is TimeWord.Fiscal or TimeWord.Calendar)
            j++;
        if (_tokens.Word(j) == TimeWord.Dash)
            j++;
        return _tokens.Value(i) == 1 && _tokens.Word(j) == TimeWord.Part ? EdgeOf(PeriodEdge.Beginning, j + 1, out next) : _parts.AtOrdinal(i, out next);
    }

    /// <summary>"early 2023", "mid-year", "late in the second quarter", "end of 2Q", "early-to-mid 2025", "latter half of 2025".</summary>
    private Period? AtEdge(int i, out int next)
    {
        var first = EdgeWord(i);
        var last = first;
        var j = i + 1;
        if (_tokens.Word(i) == TimeWord.Late && _tokens.Word(j) == TimeWord.Half)
            return _parts.Divided(PeriodUnit.Half, 2, j + 1, out next, mayAbbreviate: false);
        // early-to-mid, mid to late, mid/late
        var k = j;
        while (_tokens.Word(k) is TimeWord.Dash or TimeWord.To or TimeWord.Or or TimeWord.Slash)
            k++;
        if (k > j && _tokens.Word(k) is TimeWord.Early or TimeWord.Mid or TimeWord.Late && EdgeWord(k) > first)
        {
            last = EdgeWord(k);
            j = k + 1;
        }

        if (_tokens.Word(j) == TimeWord.Part)
            j++;
        var strict = _tokens.Word(i) is TimeWord.Beginning or TimeWord.End;
        return EdgeOf(first, j, out next, last, strict);
    }

    private PeriodEdge EdgeWord(int i) => _tokens.Word(i) switch
    {
        TimeWord.Early or TimeWord.Beginning => PeriodEdge.Beginning,
        TimeWord.Mid => PeriodEdge.Middle,
        _ => PeriodEdge.End,
    };

    private Period? EdgeOf(PeriodEdge first, int i, out int next, PeriodEdge? last = null, bool strict = false)
    {
        next = i;
        var j = i;
        if (_tokens.Word(j) == TimeWord.Dash)
            j++;
        var linked = _tokens.Word(j) is TimeWord.Of or TimeWord.In;
        if (linked)
            j++;
        // "mid-year", "early in the year", "end of the year"
        var isYear = _tokens.Word(j) == TimeWord.Year || (linked && _tokens.Word(j) == TimeWord.The && _tokens.Word(j + 1) == TimeWord.Year);
        if (isYear)
            return AtYearPoint(_tokens.Word(j) == TimeWord.Year ? j + 1 : j + 2, first, out next);
        if (linked && _tokens.Word(j) is TimeWord.The or TimeWord.This && _tokens.Word(j + 1) is TimeWord.MonthUnit or TimeWord.Quarter)
        {
            next = j + 2;
            return _date is { } d ? YearParser.Around(_tokens.Word(j + 1) == TimeWord.Quarter ? PeriodUnit.Quarter : PeriodUnit.Month, d, 0) with { Edge = first } : null;
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
        var year = _years.Behind(i, out var end, out var isFiscal);
        next = year is null && !isFiscal ? i : end;
        return edge == PeriodEdge.End
            ? new Period(PeriodUnit.Year, 1, year) { Edge = edge, IsFiscal = isFiscal }
            : new Period(PeriodUnit.Third, (int)edge, year) { IsFiscal = isFiscal };
    }

    /// <summary>"fiscal 2014", "FY14", "fiscal year 2025 second quarter", "full-year 2025", "fiscal second quarter", "calendar year-end".</summary>
    private Period? AtFiscal(int i, out int next)
    {
        next = i;
        var isFiscal = _tokens.Word(i) == TimeWord.Fiscal;
        var j = i + 1;
        while (_tokens.Word(j) is TimeWord.Dash or TimeWord.Apostrophe or TimeWord.Year or TimeWord.Fiscal or TimeWord.Calendar)
        {
            if (_tokens.IsYearEnd(j, out next) && AtYearPoint(next, PeriodEdge.End, out next) is { } end)
                return end with { IsFiscal = isFiscal };
            isFiscal |= _tokens.Word(j) == TimeWord.Fiscal;
            j++;
        }

        if (_tokens.Word(j) == TimeWord.Ended && EndingYear(j + 1, isFiscal, out next) is { } ending)
            return ending;
        if (_tokens.IsYear(j))
        {
            var period = AtYear(j, out next);
            return period is { } p ? p with { IsFiscal = isFiscal || p.IsFiscal } : null;
        }

        if (_tokens.IsShortYear(j) && (_tokens.IsGlued(j) || _tokens.Word(j - 1) == TimeWord.Apostrophe))
        {
            next = j + 1;
            return new Period(PeriodUnit.Year, 1, 2000 + _tokens.Value(j)) { IsFiscal = isFiscal };
        }

        if (_tokens.Word(j) is TimeWord.Ordinal or TimeWord.QuarterLetter or TimeWord.HalfLetter or TimeWord.Number && j > i)
        {
            var part = _tokens.Word(j) == TimeWord.Ordinal ? AtOrdinal(j, out next) : _tokens.Word(j) == TimeWord.Number ? AtNumber(j, out next) : _parts.AtLetter(j, out next);
            return part is { Unit: PeriodUnit.Quarter or PeriodUnit.Half } p ? p with { IsFiscal = isFiscal || p.IsFiscal } : null;
        }

        // "the full year", "this fiscal year" without its number
        if (_tokens.Word(j - 1) == TimeWord.Year && j > i + 1)
        {
            next = j;
            return new Period(PeriodUnit.Year, 1, null) { IsFiscal = isFiscal };
        }

        return null;
    }

    /// <summary>"quarter ending June 30, 2005", "quarter of 2005" is none.</summary>
    private Period? AtQuarterEnding(int i, out int next)
    {
        next = i;
        if (_tokens.Word(i + 1) != TimeWord.Ended || At(i + 2, out next) is not { Unit: PeriodUnit.Day or PeriodUnit.Month } end)
            return null;
        var month = end.Unit == PeriodUnit.Day ? FiscalCalendar.EndingAt(end.Index, end.Day).EndMonth : end.Index;
        return PartParser.QuarterUpTo(month, end.Year);
    }

    /// <summary>"year-end 2025", "year ending June 30, 2006", "year 2025".</summary>
    private Period? AtYearWord(int i, out int next)
    {
        if (_tokens.IsYearEnd(i, out next))
            return AtYearPoint(next, PeriodEdge.End, out next);
        if (_tokens.Word(i + 1) == TimeWord.Ended)
            return EndingYear(i + 2, isFiscal: true, out next);
        return _tokens.IsYear(i + 1) ? AtYear(i + 1, out next) : null;
    }

    private Period? EndingYear(int i, bool isFiscal, out int next)
    {
        if (At(i, out next) is not { Unit: PeriodUnit.Day or PeriodUnit.Month, Year: { } year } end)
            return null;
        var month = end.Unit == PeriodUnit.Day ? FiscalCalendar.EndingAt(end.Index, end.Day).EndMonth : end.Index;
        return month == _fiscal.EndMonth || month == 12 ? new Period(PeriodUnit.Year, 1, year) { IsFiscal = isFiscal && month != 12 } : null;
    }
}
