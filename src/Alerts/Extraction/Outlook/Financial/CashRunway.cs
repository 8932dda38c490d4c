using System.Buffers;
using Alerts.Extraction.Outlook.Windows;
using Alerts.Records;

namespace Alerts.Extraction.Outlook.Financial;

/// <summary>Reads until when the company's cash lasts: "into 2028", "through the first quarter of 2026", "for at least twelve months".</summary>
internal static class CashRunway
{
    private static readonly SearchValues<string> Lasting =
        SearchValues.Create(["runway", "to fund", "fund its", "fund our", "fund the company", "fund operat", "funded", "funding operations", "funds operat", "sufficient to", "meet its", "sustain", "to support"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Means =
        SearchValues.Create(["cash", "runway", "funded", "these funds", "capital", "proceeds", "liquidity", "resources", "funding"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Outgo =
        SearchValues.Create(["operat", "runway", "funded", "requirement", "expenditure", "expense", "obligation", "plan", "needs", "business", "development"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The record of a sentence that states a runway; null for all others.</summary>
    public static FinancialGuidance? Read(Passage passage)
    {
        var text = passage.Text.AsSpan();
        var at = text.IndexOfAny(Lasting);
        if (at < 0 || !text.ContainsAny(Means) || !text.ContainsAny(Outgo))
            return null;
        foreach (var phrase in passage.Times)
        {
            if (phrase.Start < at || UntilWhen(passage, phrase) is not { } window || window.IsNone)
                continue;
            if (passage.Date is { } date && window.To < date)
                continue;
            return Record(passage, phrase.Start, phrase.Length, window);
        }

        return Span(passage, passage.Tokens.IndexAt(at));
    }

    /// <summary>"for at least 18 months", "for the next two years": counted from the statement.</summary>
    private static FinancialGuidance? Span(Passage passage, int from)
    {
        var text = passage.Tokens;
        for (var i = Math.Max(from, 1); i < text.Count - 1 && passage.Date is not null; i++)
        {
            if (!text[i].IsNumber || text[i].Number is not (>= 1 and <= 120))
                continue;
            var unit = text.Is(i + 1, '-') || text.IsAny(i + 1, "full", "fiscal") ? i + 2 : i + 1;
            var months = text.IsAny(unit, "months", "month") ? 1 : text.IsAny(unit, "years", "year") ? 12 : text.IsAny(unit, "quarters") ? 3 : 0;
            var start = i;
            while (text.IsAny(start - 1, "at", "least", "the", "next", "approximately", "about", "following", "more", "than", "over", "another", "additional", "up", "to"))
                start--;
            if (months == 0 || !(text.Is(start - 1, "for") || text.IsAny(start, "at", "more", "approximately", "about", "over")) || text.IsAny(unit + 1, "of", "after", "following", "ended", "ending"))
                continue;
            var end = passage.Date.Value.AddMonths((int)(text[i].Number * months));
            return Record(passage, text[start].Start, text[unit].End - text[start].Start, Window.On(end));
        }

        return null;
    }

    private static FinancialGuidance Record(Passage passage, int start, int length, Window window) => new()
    {
        Metric = FinancialMetric.CashRunway,
        When = passage.Text.Substring(start, length),
        From = window.From,
        To = window.To,
        Quote = passage.Text,
        Document = passage.Sentence.Document.Type,
        Start = passage.Sentence.Start,
        Confidence = 0.95,
    };

    private static Window? UntilWhen(Passage passage, TimePhrase phrase)
    {
        if (phrase.Relation == TimeRelation.Relative && phrase.Ahead.To is { } end)
            return end > passage.Date?.AddMonths(2) ? Window.On(end) : null;
        if (phrase.Period is not { Year: { } year } period)
            return null;
        var named = phrase.Relation is TimeRelation.Into or TimeRelation.Through or TimeRelation.By or TimeRelation.NotBefore || IsUntil(passage.Text, phrase.Start);
        return named ? (phrase.LastPeriod ?? period).In((phrase.LastPeriod ?? period).Year ?? year, passage.Fiscal) : null;
    }

    /// <summary>"extends its runway to mid-2027", "out to 2028".</summary>
    private static bool IsUntil(string text, int start)
    {
        var before = text.AsSpan(0, start).TrimEnd();
        return before.EndsWith(" to") || before.EndsWith(" the", StringComparison.Ordinal) && before[..^4].TrimEnd().EndsWith(" to");
    }
}
