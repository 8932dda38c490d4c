using Alerts.Extraction.Outlook.Windows;

namespace Alerts.Extraction.Outlook.Financial;

/// <summary>Names the fiscal period that a phrase of time stands for, as records write it: "FY2025", "Q3 2025".</summary>
internal static class FiscalPeriods
{
    /// <summary>How long after its end a period may still be guided ("we expect fourth quarter revenue of …" in January).</summary>
    private const int DaysUntilReported = 75;

    /// <summary>Characters from a year to "guidance": "2024 full-year financial guidance".</summary>
    private const int YearToGuidance = 32;

    /// <summary>The period's name; null for phrases that name no fiscal period or one that is past.</summary>
    public static string? Label(TimePhrase phrase, FiscalCalendar fiscal, DateOnly? date)
    {
        if (phrase.Period is not { } period || phrase.LastPeriod is not null || phrase.Relation is TimeRelation.AsOf)
            return null;
        // A filer's quarters and years are fiscal ones unless it says "calendar".
        var own = period with { IsFiscal = period.Unit != PeriodUnit.Month, Edge = PeriodEdge.None };
        var window = own.Year is { } year ? own.In(year, fiscal) : Ahead(own, fiscal, date);
        if (window is not { From: { } from, To: { } to } || (date is { } d && to.AddDays(DaysUntilReported) < d))
            return null;
        return period.Unit switch
        {
            PeriodUnit.Year => $"FY{fiscal.YearOf(to)}",
            PeriodUnit.Quarter when period.Index == period.LastIndex => $"Q{fiscal.QuarterOf(to)} {fiscal.YearOf(to)}",
            PeriodUnit.Half => $"H{(fiscal.QuarterOf(to) + 1) / 2} {fiscal.YearOf(to)}",
            // "the June 2005 quarter"
            PeriodUnit.Month when period.LastIndex != period.Index && from.AddMonths(3).AddDays(-1) == to => $"Q{fiscal.QuarterOf(to)} {fiscal.YearOf(to)}",
            _ => null,
        };
    }

    /// <summary>The fiscal year that a bare number names: "2025 guidance", "expects 2025 revenue of …"; null where none does.</summary>
    public static string? BareYear(ReadOnlySpan<char> text, DateOnly? date)
    {
        for (var i = text.IndexOf("20", StringComparison.Ordinal); i >= 0 && i + 4 <= text.Length;)
        {
            var alone = (i == 0 || !char.IsLetterOrDigit(text[i - 1]) && text[i - 1] is not ('$' or ',' or '.')) && (i + 4 == text.Length || !char.IsLetterOrDigit(text[i + 4]));
            if (alone && int.TryParse(text.Slice(i, 4), out var year) && year >= (date?.Year ?? year) && year < 2100)
                return $"FY{year}";
            var next = text[(i + 2)..].IndexOf("20", StringComparison.Ordinal);
            if (next < 0)
                return null;
            i += 2 + next;
        }

        return null;
    }

    /// <summary>The fiscal year whose guidance a sentence speaks of: "reiterated its 2024 financial guidance of …"; null where none does.</summary>
    public static string? GuidanceYear(ReadOnlySpan<char> text, DateOnly? date)
    {
        foreach (var word in (ReadOnlySpan<string>)["guidance", "outlook"])
        {
            if (text.LastIndexOf(word, StringComparison.OrdinalIgnoreCase) is var at and > 4 && text[Math.Max(0, at - YearToGuidance)..at] is var before && before.IndexOfAny(',', ';') < 0 && BareYear(before, date) is { } year)
                return year;
        }

        return null;
    }

    /// <summary>The last day of a period, for balances.</summary>
    public static DateOnly? EndOf(TimePhrase phrase, DateOnly? date) =>
        phrase.Relation is TimeRelation.AsOf && phrase.Ahead.To < date ? null : phrase.Ahead.To is { } to && to > date ? to : null;

    private static Window Ahead(Period period, FiscalCalendar fiscal, DateOnly? date)
    {
        if (date is not { } d)
            return Window.None;
        for (var year = d.Year - 1; year <= d.Year + 2; year++)
        {
            if (period.In(year, fiscal) is { To: { } to } window && to >= d)
                return window;
        }

        return Window.None;
    }
}
