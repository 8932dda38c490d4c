using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;

namespace Alerts.Extraction.Results;

/// <summary>Reads when a value was measured: "at week 24", "12-month", "through 52 weeks", "at the end of two years".</summary>
internal static class TimePoints
{
    private const int Reach = 22;

    /// <summary>The time point of a value: behind it, else before it in the sentence, else in what the sentence hangs on.</summary>
    public static string? At(Passage passage, int first, int last)
    {
        string? before = null;
        var at = -1;
        for (var i = 0; i < first; i++)
        {
            if (Starts(passage, i) is { } start)
                (before, at) = (start, i);
        }

        if (before is not null && IsLeading(passage, at, first, last))
            return before;
        return Behind(passage, last) ?? before ?? AboveOf(passage);
    }

    // "At week 26 the improvement was 71%, and at week 52 the improvement was 74%": the time that opens a statement is its value's own.
    private static bool IsLeading(Passage passage, int at, int first, int last)
    {
        var text = passage.Text;
        if (passage.Quantities.Any(q => q.First > at && q.Last < first && q.Kind is (QuantityKind.Percent or QuantityKind.Share or QuantityKind.Measured)))
            return false;
        // The next time opens a statement too.
        for (var i = last + 1; i < text.Count - 1; i++)
        {
            if (text.IsAny(i, "and") || text.Is(i, ',') || passage.IsBreak(i))
                return text.IsAny(i + 1, "at", "by", "after") || (text.Is(i, ',') && text.Is(i + 1, "and") && text.IsAny(i + 2, "at", "by", "after")) || passage.IsBreak(i);
            if (Starts(passage, i) is not null)
                return false;
        }

        return false;
    }

    /// <summary>The time point that the statement itself gives a value; null where it gives none.</summary>
    public static string? InStatement(Passage passage, Quantity value)
    {
        if (Behind(passage, value.End) is { } behind)
            return behind;
        for (var i = value.First - 1; i >= passage.ClauseStart(value.First); i--)
        {
            if (Starts(passage, i) is { } before)
                return before;
        }

        return null;
    }

    /// <summary>The time point behind a value, before the next value; null where there is none.</summary>
    public static string? Behind(Passage passage, int last)
    {
        var text = passage.Text;
        var end = Math.Min(passage.ClauseEnd(last), last + Reach);
        for (var i = last + 1; i <= end; i++)
        {
            if (Starts(passage, i) is { } behind)
                return IsOfNext(passage, i) ? null : behind;
            // The next value has its own.
            if (passage.Quantities.Any(q => q.First == i && q.Kind is not (QuantityKind.Time or QuantityKind.Plain) && !q.IsAttribute) && !text.Is(i - 1, "least"))
                break;
        }

        return null;
    }

    // "44% and 21%, and the 24-month OS rates were …": the time of the next measure.
    private static bool IsOfNext(Passage passage, int i) =>
        passage.Quantities.FirstOrDefault(q => q.First == i && q.IsAttribute) is { } time && passage.Anchors.Any(a => a.First > time.Last && a.First <= time.Last + 2)
        && passage.Quantities.Any(q => q.First > time.Last && !q.IsAttribute && q.Kind is (QuantityKind.Percent or QuantityKind.Share));

    // "at week 24", "after 12 weeks", "52-week"
    private static string? Starts(Passage passage, int i)
    {
        var text = passage.Text;
        if (text.IsAny(i, "week", "weeks", "day", "month", "months", "year", "years") && text[i + 1].IsNumber && !(Units.At(text, i + 2, out _) is not null) && !text[i - 1].IsNumber)
            return text.Slice(i, (text.Is(i + 2, '-') || text.Is(i + 2, '–')) && text[i + 3].IsNumber ? i + 3 : i + 1);
        if (!text[i].IsNumber)
            return null;
        var quantity = passage.Quantities.FirstOrDefault(q => q.First == i && q.Kind == QuantityKind.Time && !q.IsRange);
        if (quantity is null)
            return null;
        if (quantity.IsAttribute)
            // "24-hour blood pressure" is how one measures.
            return quantity.Unit == "hours" || text.IsAny(quantity.Last + 1, "dosing", "interval", "intervals", "old", "run", "visit", "median") || text.Is(i - 1, '≥') ? null : Write(quantity);
        var before = i - 1;
        while (text.IsAny(before, "the", "end", "of", "up", "to", "a", "approximately", "about", "first", "median", "full", "all", "least"))
            before--;
        // "decreased by 4.3 days" says how much, not when.
        if (text.Is(before, "by") && text.IsAny(before - 1, "decreased", "reduced", "increased", "declined", "improved", "fell", "shortened", "prolonged", "extended"))
            return null;
        return text.IsAny(before, "at", "after", "through", "over", "by", "for", "following", "within", "during") && !text.IsAny(i - 1, "least") && !text.IsAny(quantity.Last + 1, "old", "prior") && !(text.Is(quantity.Last + 1, "of") && text.IsAny(quantity.Last + 2, "age")) ? Write(quantity) : null;
    }

    /// <summary>True where two time points are the same: "week 156" and "3 years".</summary>
    public static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase) || (Days(a) is { } first && Days(b) is { } second && Math.Abs(first - second) <= 0.03 * Math.Max(first, second));

    private static double? Days(string point)
    {
        var text = Tokenizer.Read(point);
        var number = Enumerable.Range(0, text.Count).FirstOrDefault(i => text[i].IsNumber, -1);
        for (var i = 0; i < text.Count && number >= 0; i++)
        {
            if (Units.IsTime(text.Span(i), out var unit))
                return text[number].Number * unit switch { "years" => 365.25, "months" => 30.44, "weeks" => 7, "days" => 1, _ => 1 / 24.0 };
        }

        return null;
    }

    private static string Write(Quantity quantity) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{quantity.Value} {quantity.Unit}");

    private static string? AboveOf(Passage passage)
    {
        foreach (var index in passage.Sentence.Above.Reverse().Take(4))
        {
            var block = passage.Sentence.Document.Blocks[index];
            if (block.Text.Length > 400)
                continue;
            var text = Tokenizer.Read(block.Text);
            foreach (var quantity in QuantityReader.Read(text))
            {
                if (quantity is { Kind: QuantityKind.Time, IsAttribute: true } && !text.IsAny(quantity.Last + 1, "dosing", "interval", "intervals", "old"))
                    return Write(quantity);
            }

            for (var i = 0; i < text.Count; i++)
            {
                if (text.IsAny(i, "week", "day", "month") && text[i + 1].IsNumber)
                    return text.Slice(i, i + 1);
                // "Efficacy at 12 Months" in a heading
                if (text[i].IsNumber && text.IsAny(i - 1, "at") && Units.IsTime(text.Span(i + 1), out _))
                    return text.Slice(i, i + 1).ToLowerInvariant();
            }
        }

        return null;
    }
}
