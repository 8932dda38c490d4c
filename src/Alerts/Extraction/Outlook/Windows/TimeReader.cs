namespace Alerts.Extraction.Outlook.Windows;

/// <summary>Finds phrases of time in a text and turns them into windows, as the table of the record contract says.</summary>
/// <param name="date">The statement's day, which "next year" and "by year-end" count from; null where none is known.</param>
/// <param name="fiscal">The filer's fiscal years.</param>
internal sealed class TimeReader(DateOnly? date, FiscalCalendar fiscal)
{
    private readonly List<TimeToken> _tokens = [];

    /// <summary>The statement's day.</summary>
    public DateOnly? Date => date;

    /// <summary>The filer's fiscal years.</summary>
    public FiscalCalendar Fiscal => fiscal;

    /// <summary>Finds all phrases, in the order of the text; they do not overlap.</summary>
    public IReadOnlyList<TimePhrase> Find(string text)
    {
        _tokens.Clear();
        if (!TimeLexer.Read(text, _tokens))
            return [];
        var periods = new PeriodParser(_tokens, date, fiscal);
        var relatives = new RelativeParser(_tokens, date, periods, fiscal);
        List<TimePhrase>? phrases = null;
        for (var i = 0; i < _tokens.Count;)
        {
            if (relatives.At(i, out var next) is { } relative)
            {
                (phrases ??= []).Add(relative);
            }
            else if (periods.At(i, out next) is { } period && next > i)
            {
                AddPeriod(phrases ??= [], periods, i, period, ref next);
            }
            else
            {
                next = i + 1;
            }

            i = Math.Max(next, i + 1);
        }

        return phrases ?? (IReadOnlyList<TimePhrase>)[];
    }

    private void AddPeriod(List<TimePhrase> phrases, PeriodParser periods, int start, Period period, ref int next)
    {
        var (relation, first) = RelationBefore(start);
        var isBetween = Word(first - 1) == TimeWord.Between || Word(start - 1) == TimeWord.Between;
        Period? last = null;
        var end = next;
        if (IsConnector(next) && periods.At(next + 1, out var after) is { } second && after > next + 1 && CanFollow(period, second))
        {
            period = period.Year is null ? YearFrom(period, second) : period;
            if (Word(next) == TimeWord.And && !isBetween)
            {
                // "Q1 and Q3 2025", "fourth quarter and full year 2024" are two windows; the second is read in the next round.
                if (IsStatedEnough(period, relation, start, next))
                    phrases.Add(Phrase(first, next, relation, period, null));
                return;
            }

            last = second;
            end = after;
        }

        next = end;
        if (IsStatedEnough(last ?? period, relation, start, end))
            phrases.Add(Phrase(first, end, relation, period, last));
    }

    private static bool CanFollow(Period first, Period second) =>
        first.Unit == second.Unit || (first.Year is not null && second.Year is not null)
        || second.Unit == PeriodUnit.Year || (first.Unit == PeriodUnit.Year && second.Unit == PeriodUnit.Third)
        || first.Edge != PeriodEdge.None || second.Edge != PeriodEdge.None;

    /// <summary>"Q4 to Q1 2025": the first of a range lies before the second.</summary>
    private static Period YearFrom(Period first, Period second) =>
        first with
        {
            Year = second.Year is { } year && first.Unit == second.Unit && first.Index > second.Index ? year - 1 : second.Year,
            IsFiscal = first.IsFiscal || second.IsFiscal,
        };

    private bool IsConnector(int i) => Word(i) is TimeWord.To or TimeWord.Or or TimeWord.Dash or TimeWord.Slash or TimeWord.Through or TimeWord.And;

    /// <summary>
    /// A bare "2022" may be part of a name ("ASCO 2022") and a bare "May" or "first quarter" anything: they count where
    /// a preposition or another word of time says that they are times.
    /// </summary>
    private bool IsStatedEnough(Period period, TimeRelation relation, int start, int end)
    {
        // "at the 2024 Annual Meeting", "in the 2025 plan": a year with an article belongs to a name.
        if (period.Unit == PeriodUnit.Year && Word(start) is TimeWord.The or TimeWord.Number && Word(end - 1) == TimeWord.Number && (Word(start) == TimeWord.The || Word(start - 1) == TimeWord.The)
            && end - start <= 2 && period.Edge == PeriodEdge.None)
            return false;
        if (relation is not (TimeRelation.Bare or TimeRelation.Of))
            return true;
        if (Word(start) == TimeWord.The)
            start++;
        return period.Unit switch
        {
            PeriodUnit.Year => period.Edge != PeriodEdge.None || Word(start) is TimeWord.This or TimeWord.Next or TimeWord.Last or TimeWord.Fiscal or TimeWord.Full or TimeWord.Calendar
                || (relation == TimeRelation.Of && end - start == 1),
            PeriodUnit.Month => period.Year is not null || period.Edge != PeriodEdge.None,
            _ => true,
        };
    }

    private TimeWord Word(int i) => (uint)i < (uint)_tokens.Count ? _tokens[i].Word : TimeWord.Other;

    /// <summary>The relation that the words before a period state, and the first word that belongs to the phrase.</summary>
    private (TimeRelation Relation, int First) RelationBefore(int start)
    {
        var i = start - 1;
        // "by the", "in approximately", "into at least", "from late", "in or around"
        while (Word(i) is TimeWord.The or TimeWord.Around or TimeWord.AtLeast or TimeWord.Calendar
            || (Word(i) == TimeWord.On && Word(i + 1) == TimeWord.AtLeast) || (Word(i) == TimeWord.Or && Word(i + 1) is TimeWord.Around or TimeWord.Before))
        {
            if (Word(i) == TimeWord.Around && Word(i - 1) is TimeWord.Other)
                return (TimeRelation.In, start);
            i--;
        }

        return Word(i) switch
        {
            TimeWord.By or TimeWord.Until => (TimeRelation.By, i),
            TimeWord.Before when Word(i - 1) == TimeWord.Not => (TimeRelation.NotBefore, i - 1),
            TimeWord.Before => (TimeRelation.By, i),
            TimeWord.To when Word(i - 1) == TimeWord.Last => (TimeRelation.By, i - 1),
            TimeWord.Of when Word(i - 1) == TimeWord.Before => (TimeRelation.By, i - 1),
            TimeWord.Of when Word(i - 1) == TimeWord.As => (TimeRelation.AsOf, start),
            TimeWord.Of => (TimeRelation.Of, start),
            TimeWord.Than when Word(i - 1) == TimeWord.Later => (TimeRelation.By, i - 2),
            TimeWord.Than when Word(i - 1) == TimeWord.Earlier => (TimeRelation.NotBefore, i - 2),
            TimeWord.As when Word(i - 1) is TimeWord.Early or TimeWord.Soon => (TimeRelation.In, i - 2),
            TimeWord.In when Word(i - 1) == TimeWord.As => (TimeRelation.In, start),
            TimeWord.In when Word(i - 1) == TimeWord.Later => (TimeRelation.In, start),
            TimeWord.In or TimeWord.On or TimeWord.Within or TimeWord.Over or TimeWord.Between => (TimeRelation.In, start),
            TimeWord.Into => (TimeRelation.Into, i),
            TimeWord.Through => (TimeRelation.Through, i),
            TimeWord.After => (TimeRelation.NotBefore, i),
            TimeWord.Ended or TimeWord.From => (TimeRelation.AsOf, start),
            _ => (TimeRelation.Bare, start),
        };
    }

    private TimePhrase Phrase(int first, int end, TimeRelation relation, Period period, Period? last)
    {
        var start = _tokens[first].Start;
        return new(start, _tokens[end - 1].End - start, relation, Resolve(period, last, relation, ahead: true), Resolve(period, last, relation, ahead: false))
        {
            Period = period,
            LastPeriod = last,
        };
    }

    private Window Resolve(Period period, Period? last, TimeRelation relation, bool ahead)
    {
        var from = Resolve(period, ahead);
        var to = last is { } l ? Resolve(l, ahead) : from;
        var window = new Window(from.From, to.To);
        if (window.IsNone)
            return window;
        return relation switch
        {
            TimeRelation.By when period.Edge == PeriodEdge.None || last is null => new(date is { } d && d <= window.To ? d : window.From, window.To),
            TimeRelation.NotBefore => new(window.From, null),
            _ => window,
        };
    }

    private Window Resolve(Period period, bool ahead)
    {
        if (period.Year is { } year)
            return period.In(year, fiscal);
        if (date is not { } d)
            return Window.None;
        return ahead ? NextFrom(period, d) : LatestUpTo(period, d);
    }

    private Window NextFrom(Period period, DateOnly d)
    {
        for (var year = d.Year - 1; year <= d.Year + 1; year++)
        {
            if (period.In(year, fiscal) is { To: { } to } window && to >= d)
                return window;
        }

        return Window.None;
    }

    private Window LatestUpTo(Period period, DateOnly d)
    {
        for (var year = d.Year + 1; year >= d.Year - 2; year--)
        {
            if (period.In(year, fiscal) is { From: { } from } window && from <= d)
                return window;
        }

        return Window.None;
    }
}
