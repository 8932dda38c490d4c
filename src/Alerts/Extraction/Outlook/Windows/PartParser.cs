namespace Alerts.Extraction.Outlook.Windows;

/// <summary>Reads quarters and halves: "Q1 2022", "1Q22", "first quarter of 2022", "first and second quarters".</summary>
internal sealed class PartParser(TimeTokens tokens, YearParser years)
{
    /// <summary>"Q1 2022", "H2'25".</summary>
    /// <param name="i">Index of the first token.</param>
    /// <param name="next">Index after the last token.</param>
    public Period? AtLetter(int i, out int next)
    {
        next = i;
        if (tokens.Word(i + 1) != TimeWord.Number || !tokens.IsGlued(i + 1) || tokens.Length(i + 1) != 1)
            return null;
        var unit = tokens.Word(i) == TimeWord.QuarterLetter ? PeriodUnit.Quarter : PeriodUnit.Half;
        // "Q1-Q2 2025", "Q1/2 2025"
        var span = tokens.Word(i + 2) is TimeWord.Slash or TimeWord.Dash && tokens.Word(i + 3) == TimeWord.Number && tokens.Length(i + 3) == 1 && tokens.IsGlued(i + 3);
        var period = Divided(unit, tokens.Value(i + 1), span ? i + 4 : i + 2, out next, mayAbbreviate: true);
        return span && period is { } first && tokens.Value(i + 3) > first.Index && tokens.Value(i + 3) <= 4 ? first with { LastIndex = tokens.Value(i + 3) } : period;
    }

    /// <summary>"first quarter of 2022", "second fiscal half", "first and second quarters", "third or fourth quarter".</summary>
    /// <param name="i">Index of the first token.</param>
    /// <param name="next">Index after the last token.</param>
    public Period? AtOrdinal(int i, out int next)
    {
        next = i;
        var index = tokens.Value(i);
        var last = index;
        var j = i + 1;
        if (tokens.Word(j) is TimeWord.And or TimeWord.Or or TimeWord.To or TimeWord.Slash or TimeWord.Dash or TimeWord.Through)
        {
            var k = tokens.Word(j + 1) == TimeWord.The ? j + 2 : j + 1;
            if (tokens.Word(k) == TimeWord.Ordinal && tokens.Value(k) > index)
            {
                last = tokens.Value(k);
                j = k + 1;
            }
        }

        var isFiscal = tokens.Word(j) == TimeWord.Fiscal;
        if (tokens.Word(j) is TimeWord.Fiscal or TimeWord.Calendar)
            j++;
        if (tokens.Word(j) == TimeWord.Dash)
            j++;
        PeriodUnit? unit = tokens.Word(j) switch
        {
            TimeWord.Quarter => PeriodUnit.Quarter,
            TimeWord.Half => PeriodUnit.Half,
            _ => null,
        };
        if (unit is null || Divided(unit.Value, index, j + 1, out next, mayAbbreviate: false) is not { } period)
            return null;
        return period with { LastIndex = last, IsFiscal = period.IsFiscal || isFiscal };
    }

    /// <summary>The quarter or half with the year behind it; null where a year has not so many.</summary>
    /// <param name="unit">Quarter or half.</param>
    /// <param name="index">Which of the year.</param>
    /// <param name="i">Index of the token behind it.</param>
    /// <param name="next">Index after its year.</param>
    /// <param name="mayAbbreviate">True where two digits are a year.</param>
    public Period? Divided(PeriodUnit unit, int index, int i, out int next, bool mayAbbreviate)
    {
        next = i;
        if (index < 1 || index > (unit == PeriodUnit.Quarter ? 4 : 2))
            return null;
        var year = years.Behind(i, out var end, out var isFiscal, mayAbbreviate);
        if (year is not null || isFiscal)
            next = end;
        return new Period(unit, index, year) { IsFiscal = isFiscal };
    }

    /// <summary>The three months up to and with a month.</summary>
    public static Period QuarterUpTo(int month, int? year) => month >= 3
        ? new Period(PeriodUnit.Month, month - 2, year) { LastIndex = month }
        : new Period(PeriodUnit.Month, month + 10, year - 1) { LastIndex = month };
}
