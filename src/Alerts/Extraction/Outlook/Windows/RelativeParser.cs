namespace Alerts.Extraction.Outlook.Windows;

/// <summary>
/// Reads phrases that count from the statement's day: "later this year", "in the coming weeks", "within 90 days",
/// "in 12 to 18 months", "shortly", "the rest of 2025", "the turn of the year".
/// </summary>
internal sealed class RelativeParser(IReadOnlyList<TimeToken> tokens, DateOnly? date, PeriodParser periods, FiscalCalendar fiscal)
{
    /// <summary>Days that "in the coming weeks" and "shortly" stand for.</summary>
    private const int ComingWeeks = 60;

    /// <summary>Days that "in the coming months" stands for.</summary>
    private const int ComingMonths = 180;

    /// <summary>Reads the phrase that begins at a token.</summary>
    /// <param name="i">Index of the first token.</param>
    /// <param name="next">Index after the last token.</param>
    public TimePhrase? At(int i, out int next)
    {
        next = i + 1;
        switch (Word(i))
        {
            case TimeWord.Shortly when !(Word(next) is TimeWord.After or TimeWord.Before or TimeWord.Following):
                return Phrase(i, next, Days(ComingWeeks));
            case TimeWord.Today:
                return Phrase(i, next, Days(0, 0));
            case TimeWord.Yesterday:
                return Phrase(i, next, Days(-1, -1));
            case TimeWord.Tomorrow:
                return Phrase(i, next, Days(1, 1));
            case TimeWord.Later or TimeWord.Rest:
                return Remainder(i, out next);
            case TimeWord.Earlier:
                return Elapsed(i, out next);
            case TimeWord.Turn when Word(i + 1) == TimeWord.Of && Word(i + 2) == TimeWord.The && Word(i + 3) == TimeWord.Year:
                next = i + 4;
                return Phrase(i, next, TurnOfYear());
            case TimeWord.Same when Word(i + 1) is TimeWord.Period or TimeWord.Quarter or TimeWord.Half:
                next = i + 2;
                return Phrase(i, next, Window.None, TimeRelation.Same);
            case TimeWord.This or TimeWord.Next or TimeWord.Last when Word(i + 1) == TimeWord.Week:
                next = i + 2;
                return Phrase(i, next, Week(Word(i)));
            case TimeWord.In or TimeWord.Within or TimeWord.Over:
                return Span(i, out next);
            default:
                return null;
        }
    }

    private TimeWord Word(int i) => (uint)i < (uint)tokens.Count ? tokens[i].Word : TimeWord.Other;

    private TimePhrase Phrase(int first, int end, Window window, TimeRelation relation = TimeRelation.Relative)
    {
        var start = tokens[first].Start;
        return new(start, tokens[end - 1].End - start, relation, window, window);
    }

    private Window Days(int last, int first = 0) => date is { } d ? new(d.AddDays(first), d.AddDays(last)) : Window.None;

    /// <summary>"later this year", "later in 2007", "the remainder of 2025": from the statement's day to the end.</summary>
    private TimePhrase? Remainder(int i, out int next)
    {
        next = i + 1;
        var j = i + 1;
        if (Word(j) is TimeWord.In or TimeWord.Of)
            j++;
        Window window;
        if ((Word(j) is TimeWord.This or TimeWord.The && Word(j + 1) is TimeWord.Year or TimeWord.MonthUnit or TimeWord.Quarter) && date is { } d)
        {
            next = j + 2;
            window = Word(j + 1) switch
            {
                TimeWord.Year => new(d, new(d.Year, 12, 31)),
                TimeWord.MonthUnit => new(d, new(d.Year, d.Month, DateTime.DaysInMonth(d.Year, d.Month))),
                _ => new(d, FiscalCalendar.December.Quarter(d.Year, FiscalCalendar.December.QuarterOf(d)).To),
            };
            return Phrase(i, next, window);
        }

        if (periods.At(j, out next) is not { Year: { } year } period || next <= j || (j == i + 1 && Word(j) != TimeWord.This))
            return null;
        window = period.In(year, fiscal);
        if (date is { } day && window.From <= day && day <= window.To)
            window = window with { From = day };
        return Phrase(i, next, window) with { Period = period };
    }

    /// <summary>"earlier this year", "earlier in 2025": up to the statement's day.</summary>
    private TimePhrase? Elapsed(int i, out int next)
    {
        next = i + 1;
        var j = Word(i + 1) == TimeWord.In ? i + 2 : i + 1;
        if (Word(j) is not (TimeWord.This or TimeWord.In or TimeWord.Number) || periods.At(j, out next) is not { Year: { } year } period)
            return null;
        var window = period.In(year, fiscal);
        if (date is { } d && window.From <= d && d <= window.To)
            window = window with { To = d };
        return Phrase(i, next, window) with { Period = period };
    }

    /// <summary>December and January of the year that turns next.</summary>
    private Window TurnOfYear()
    {
        if (date is not { } d)
            return Window.None;
        var year = d.Month == 1 ? d.Year - 1 : d.Year;
        return new(new(year, 12, 1), new(year + 1, 1, 31));
    }

    private Window Week(TimeWord which)
    {
        if (date is not { } d)
            return Window.None;
        var monday = d.AddDays(-(((int)d.DayOfWeek + 6) % 7));
        return which switch
        {
            TimeWord.Next => new(monday.AddDays(7), monday.AddDays(13)),
            TimeWord.Last => new(monday.AddDays(-7), monday.AddDays(-1)),
            _ => new(monday, monday.AddDays(6)),
        };
    }

    /// <summary>
    /// "in the coming weeks", "over the next 12 months", "within two weeks", "in 12 to 18 months". A span that counts from
    /// another event ("within 28 days of dosing") is no window.
    /// </summary>
    private TimePhrase? Span(int i, out int next)
    {
        next = i + 1;
        var j = i + 1;
        if (Word(j) == TimeWord.The)
            j++;
        var isComing = Word(j) is TimeWord.Next or TimeWord.Coming or TimeWord.Following;
        if (isComing)
            j++;
        while (Word(j) is TimeWord.Around or TimeWord.A or TimeWord.Of)
            j++;
        var isFew = Word(j) == TimeWord.Few;
        if (isFew)
            j = Word(j + 1) == TimeWord.Of ? j + 2 : j + 1;
        int? low = null, high = null;
        if (Word(j) == TimeWord.Number && tokens[j].Value is > 0 and < 400)
        {
            low = high = tokens[j].Value;
            j++;
            if (Word(j) is TimeWord.To or TimeWord.Dash or TimeWord.Or && Word(j + 1) == TimeWord.Number)
            {
                high = tokens[j + 1].Value;
                j += 2;
            }
        }

        if (Word(j) == TimeWord.Dash)
            j++;
        if (Word(j) is not (TimeWord.Day or TimeWord.Week or TimeWord.MonthUnit or TimeWord.Quarter or TimeWord.Year))
            return null;
        var isWord = !isComing && !isFew && low is null;
        // "within a year", "within weeks"
        if (isWord && !(Word(i) == TimeWord.Within && (Word(j - 1) == TimeWord.A || (j == i + 1 && Word(j) is TimeWord.Day or TimeWord.Week or TimeWord.MonthUnit))))
            return null;
        // A bare "over 12 months" or "for 6 months" says how long something lasts.
        if (!isComing && tokens[i].Length != 2 && Word(i) != TimeWord.Within)
            return null;
        if (IsAnchored(j + 1, out var end))
            return null;
        next = end;
        if (low is null && Word(j) is TimeWord.Quarter or TimeWord.Year && (isFew || tokens[j].Length > 4 && Word(j) == TimeWord.Year))
            return null;
        if (low is null && !isFew && Word(j) == TimeWord.Quarter)
            return null;
        return Phrase(i, next, SpanWindow(Word(j), low, high));
    }

    /// <summary>True for "of", "after", "following" another event; "from now" and "of today" count from the statement.</summary>
    private bool IsAnchored(int i, out int end)
    {
        end = i;
        if (Word(i) is TimeWord.From or TimeWord.Of or TimeWord.After or TimeWord.Following)
        {
            var j = Word(i + 1) is TimeWord.The or TimeWord.This ? i + 2 : i + 1;
            if (Word(j) is not (TimeWord.Now or TimeWord.Today))
                return true;
            end = j + 1;
        }

        return false;
    }

    private Window SpanWindow(TimeWord unit, int? low, int? high)
    {
        if (date is not { } d)
            return Window.None;
        if (low is null)
        {
            return unit switch
            {
                TimeWord.Day => Days(14),
                TimeWord.Week => Days(ComingWeeks),
                TimeWord.MonthUnit => Days(ComingMonths),
                _ => new(d, d.AddYears(1)),
            };
        }

        DateOnly Plus(int n) => unit switch
        {
            TimeWord.Day => d.AddDays(n),
            TimeWord.Week => d.AddDays(7 * n),
            TimeWord.MonthUnit => d.AddMonths(n),
            TimeWord.Quarter => d.AddMonths(3 * n),
            _ => d.AddYears(Math.Min(n, 50)),
        };
        return new(low == high ? d : Plus(low.Value), Plus(high!.Value));
    }
}
