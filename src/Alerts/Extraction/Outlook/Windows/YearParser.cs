namespace Alerts.Extraction.Outlook.Windows;

/// <summary>Reads years as they stand behind quarters and months, and periods counted from the statement's day: "next year", "this quarter".</summary>
internal sealed class YearParser(TimeTokens tokens, DateOnly? date, FiscalCalendar fiscal)
{
    /// <summary>A year that cannot be told, because the statement's own date is not known.</summary>
    private const int UnknownYear = 0;

    /// <summary>The year behind a quarter or month: "of 2022", ", 2022", "'22", "of this year", "fiscal 2022"; null where none is named.</summary>
    /// <param name="i">Index of the token behind the quarter or month.</param>
    /// <param name="next">Index after the year; <paramref name="i"/> where none is named.</param>
    /// <param name="isFiscal">True where the year is a fiscal one.</param>
    /// <param name="mayAbbreviate">True where two digits are a year: "1Q22".</param>
    public int? Behind(int i, out int next, out bool isFiscal, bool mayAbbreviate = false)
    {
        next = i;
        isFiscal = false;
        var j = i;
        var apostrophe = false;
        var named = false;
        while (tokens.Word(j) is TimeWord.Of or TimeWord.In or TimeWord.Comma or TimeWord.Slash or TimeWord.Dash or TimeWord.Apostrophe or TimeWord.The
            or TimeWord.Calendar or TimeWord.Fiscal or TimeWord.Year or TimeWord.Full && j < i + 5)
        {
            apostrophe |= tokens.Word(j) == TimeWord.Apostrophe;
            named |= tokens.Word(j) == TimeWord.Year;
            isFiscal |= tokens.Word(j) == TimeWord.Fiscal;
            j++;
            if (tokens.Word(j - 1) == TimeWord.Year && tokens.Word(j) is not TimeWord.Number)
                break;
        }

        if (tokens.IsYear(j))
        {
            next = j + 1;
            return tokens.Value(j);
        }

        if (tokens.IsShortYear(j) && (apostrophe || tokens.IsGlued(j) && (mayAbbreviate || isFiscal)))
        {
            next = j + 1;
            return 2000 + tokens.Value(j);
        }

        // "of the year", "of this year", "of next year"
        if (named && tokens.Word(j - 2) is TimeWord.The or TimeWord.Of or TimeWord.Fiscal or TimeWord.Calendar)
        {
            next = j;
            return null;
        }

        if (tokens.Word(j) is TimeWord.This or TimeWord.Next or TimeWord.Last && At(j, out var end) is { Unit: PeriodUnit.Year } year)
        {
            next = end;
            isFiscal |= year.IsFiscal;
            return year.Year;
        }

        isFiscal &= tokens.Word(i) == TimeWord.Fiscal;
        next = isFiscal ? i + 1 : i;
        return null;
    }

    /// <summary>"this year", "next quarter", "last month", "the current fiscal year", "next spring", "final quarter of 2022".</summary>
    /// <param name="i">Index of the first token.</param>
    /// <param name="next">Index after the last token.</param>
    public Period? At(int i, out int next)
    {
        next = i;
        var step = tokens.Word(i) switch { TimeWord.Next or TimeWord.Coming => 1, TimeWord.Last => -1, _ => 0 };
        var j = i + 1;
        var isFiscal = tokens.Word(j) == TimeWord.Fiscal;
        if (tokens.Word(j) is TimeWord.Fiscal or TimeWord.Calendar)
            j++;
        if (tokens.Word(j) == TimeWord.Dash)
            j++;
        next = j + 1;
        switch (tokens.Word(j))
        {
            case TimeWord.Year:
                var current = date is not { } d ? UnknownYear : isFiscal ? fiscal.YearOf(d) : d.Year;
                return new Period(PeriodUnit.Year, 1, current == UnknownYear ? current : current + step) { IsFiscal = isFiscal };
            case TimeWord.Quarter or TimeWord.Half when step < 0 && Behind(j + 1, out var end, out var fiscalYear) is { } year:
                next = end;
                var unit = tokens.Word(j) == TimeWord.Quarter ? PeriodUnit.Quarter : PeriodUnit.Half;
                return new Period(unit, unit == PeriodUnit.Quarter ? 4 : 2, year) { IsFiscal = fiscalYear };
            case TimeWord.Quarter when date is { } day:
                return Around(PeriodUnit.Quarter, day, step);
            case TimeWord.MonthUnit when date is { } day:
                return Around(PeriodUnit.Month, day, step);
            case TimeWord.Season:
                return new Period(PeriodUnit.Season, tokens.Value(j), null);
            case TimeWord.Month when tokens.Word(i) is TimeWord.This or TimeWord.Next or TimeWord.Last:
                return new Period(PeriodUnit.Month, tokens.Value(j), null);
            default:
                return null;
        }
    }

    /// <summary>The month or quarter of a day, or one so many further.</summary>
    public static Period Around(PeriodUnit unit, DateOnly day, int step)
    {
        if (unit == PeriodUnit.Month)
        {
            var month = day.AddMonths(step);
            return new Period(unit, month.Month, month.Year);
        }

        var quarter = day.AddMonths(3 * step);
        return new Period(unit, (quarter.Month + 2) / 3, quarter.Year);
    }
}
