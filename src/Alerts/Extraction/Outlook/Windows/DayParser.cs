namespace Alerts.Extraction.Outlook.Windows;

/// <summary>Reads days, months and seasons: "June 2007", "June 1-5, 2007", "2022-03-31", "4 June", "summer of 2025".</summary>
internal sealed class DayParser(TimeTokens tokens, YearParser years)
{
    /// <summary>"June 2007", "June 4, 2007", "June 1-5, 2007", "the June 2005 quarter", "June".</summary>
    /// <param name="i">Index of the first token.</param>
    /// <param name="next">Index after the last token.</param>
    public Period? AtMonth(int i, out int next)
    {
        var month = tokens.Value(i);
        var j = i + 1;
        if (tokens.Word(j) is TimeWord.Number or TimeWord.Ordinal && !tokens.IsYear(j) && tokens.Value(j) is >= 1 and <= 31 && !IsSpanOfTime(j))
            return AtDays(month, j, out next);
        var year = years.Behind(j, out var end, out _);
        var k = year is null ? j : end;
        if (tokens.Word(k) == TimeWord.Quarter)
        {
            next = k + 1;
            year ??= years.Behind(k + 1, out next, out _);
            return PartParser.QuarterUpTo(month, year);
        }

        next = k;
        return new Period(PeriodUnit.Month, month, year);
    }

    /// <summary>"2022-03-31", "3/31/2022", "4 June 2007".</summary>
    /// <param name="i">Index of the first token, a number.</param>
    /// <param name="next">Index after the last token.</param>
    public Period? AtNumber(int i, out int next)
    {
        next = i;
        var value = tokens.Value(i);
        // 2022-03-31
        if (tokens.IsYear(i) && tokens.Word(i + 1) == TimeWord.Dash && tokens.IsGlued(i + 1) && tokens.Word(i + 2) == TimeWord.Number && tokens.Word(i + 3) == TimeWord.Dash
            && tokens.Word(i + 4) == TimeWord.Number && tokens.Value(i + 2) is >= 1 and <= 12 && tokens.Value(i + 4) is >= 1 and <= 31)
        {
            next = i + 5;
            return Day(tokens.Value(i + 2), tokens.Value(i + 4), value);
        }

        // 3/31/2022
        if (tokens.Word(i + 1) == TimeWord.Slash && tokens.Word(i + 2) == TimeWord.Number && tokens.Word(i + 3) == TimeWord.Slash && tokens.IsYear(i + 4)
            && value is >= 1 and <= 12 && tokens.Value(i + 2) is >= 1 and <= 31)
        {
            next = i + 5;
            return Day(value, tokens.Value(i + 2), tokens.Value(i + 4));
        }

        // 4 June 2007, 4th of June
        if (tokens.Word(i + 1) == TimeWord.Month && value is >= 1 and <= 31)
        {
            var year = years.Behind(i + 2, out var end, out _);
            next = year is null ? i + 2 : end;
            return Day(tokens.Value(i + 1), value, year);
        }

        return null;
    }

    /// <summary>"summer of 2025", "fall 2024"; without a year only "the fall", as falling is a verb.</summary>
    /// <param name="i">Index of the first token.</param>
    /// <param name="next">Index after the last token.</param>
    public Period? AtSeason(int i, out int next)
    {
        var year = years.Behind(i + 1, out next, out _);
        if (year is not null)
            return new Period(PeriodUnit.Season, tokens.Value(i), year);
        next = i + 1;
        return tokens.Word(i - 1) == TimeWord.The && tokens.Word(i - 2) is TimeWord.In or TimeWord.By or TimeWord.Over ? new Period(PeriodUnit.Season, tokens.Value(i), null) : null;
    }

    /// <summary>"June 10 days" names no day of June.</summary>
    private bool IsSpanOfTime(int i) => tokens.Word(i + 1) is TimeWord.Day or TimeWord.Week or TimeWord.MonthUnit or TimeWord.Quarter;

    private Period? AtDays(int month, int i, out int next)
    {
        var first = tokens.Value(i);
        var last = first;
        next = i + 1;
        if (tokens.Word(next) is TimeWord.Dash or TimeWord.To or TimeWord.Through or TimeWord.And
            && tokens.Word(next + 1) is TimeWord.Number or TimeWord.Ordinal && !tokens.IsYear(next + 1) && tokens.Value(next + 1) > first && tokens.Value(next + 1) <= 31)
        {
            last = tokens.Value(next + 1);
            next += 2;
        }

        var year = years.Behind(next, out var end, out _);
        if (year is not null)
            next = end;
        return new Period(PeriodUnit.Day, month, year) { Day = first, LastDay = last };
    }

    private static Period Day(int month, int day, int? year) => new(PeriodUnit.Day, month, year) { Day = day, LastDay = day };
}
