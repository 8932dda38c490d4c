using System.Collections.Frozen;
using Alerts.Extraction.Language;

namespace Alerts.Extraction.Quantities;

/// <summary>Marks the numbers that count or measure nothing: "Phase 2", "Grade 3-4", "week 24", "$5.2", "November 30, 2021", "8:00", "1:1".</summary>
internal static class NotValues
{
    private static readonly FrozenSet<string> Labels = (
        "phase phases grade grades part parts study cohort cohorts week weeks day days month months year years visit cycle cycles stage stages type item items exhibit section table figure version group arm level levels rule form no nos number recist ctcae class category "
        + "step tier note chapter fiscal fy quarter q1 q2 q3 q4 abstract page pages line score rank article title series volume issue nasdaq booth room suite poster session act ph").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Months = (
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LabelLookup = Labels.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> MonthLookup = Months.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Marks them as used.</summary>
    public static void Mark(TokenizedText text, bool[] used)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (!text[i].IsNumber || used[i])
                continue;
            if (IsMoney(text, i) || IsDate(text, i) || IsClock(text, i))
                used[i] = true;
            else if (IsLabelled(text, i))
                MarkLabelled(text, used, i);
        }
    }

    private static bool IsMoney(TokenizedText text, int i) =>
        text.Is(i - 1, '$') || text.Is(i - 1, '€') || text.Is(i - 1, '£') || text.Is(i - 1, '¥')
        || text.IsAny(i + 1, "million", "billion", "thousand", "cents", "shares", "basis", "dollars");

    private static bool IsDate(TokenizedText text, int i)
    {
        var number = text[i];
        if (number.Kind != TokenKind.Number || !double.IsInteger(number.Number))
            return false;
        if (number.Number is >= 1900 and <= 2100 && number.End - number.Start == 4 && PatientWords.NounAfter(text, i + 1) != i + 1 && !text.Is(i + 1, '%'))
            return true;
        return number.Number is > 0 and < 32
            && (IsMonth(text, i - 1) || (text.Is(i - 1, '.') && IsMonth(text, i - 2)) || (MonthLookup.Contains(text.Span(i + 1)) && !text.Is(i + 1, "may") && !text.Is(i + 1, "march")));
    }

    // "may" and "march" are months only in capitals.
    private static bool IsMonth(TokenizedText text, int i) => MonthLookup.Contains(text.Span(i)) && text[i].Kind == TokenKind.Word && char.IsUpper(text.Span(i)[0]);

    // "8:00", "1:1", and telephone numbers
    private static bool IsClock(TokenizedText text, int i) =>
        (text.Is(i + 1, ':') && text[i + 2].Kind == TokenKind.Number && text[i + 2].Start == text[i].End + 1)
        || (text.Is(i - 1, ':') && text[i - 2].Kind == TokenKind.Number && text[i].Start == text[i - 2].End + 1)
        || IsTelephone(text, i) || IsTelephone(text, i - 2) || IsTelephone(text, i - 4);

    // Three digits and four, or three, three and four, joined by strokes.
    private static bool IsTelephone(TokenizedText text, int i) =>
        Digits(text, i) == 3 && text.Is(i + 1, '-') && (Digits(text, i + 2) == 4 || (Digits(text, i + 2) == 3 && text.Is(i + 3, '-') && Digits(text, i + 4) == 4));

    private static int Digits(TokenizedText text, int i)
    {
        var span = text.Span(i);
        return span.IndexOfAnyExceptInRange('0', '9') < 0 ? span.Length : 0;
    }

    private static bool IsLabelled(TokenizedText text, int i)
    {
        if (text.Is(i + 1, '%') || text.Is(i + 1, "percent"))
            return false;
        var before = text.Is(i - 1, '-') && text[i - 1].End == text[i].Start ? i - 2 : i - 1;
        if (text.Is(before, '≥') || text.Is(before, '>') || text.Is(before, '≤'))
            before = before > 0 && text.IsAny(before - 1, "grade", "grades", "stage") ? before - 1 : before;
        if (text.Is(before, '#') || text.Is(before, '.') && text.IsAny(before - 1, "no", "ph"))
            return true;
        if (before < 0 || text[before].Kind != TokenKind.Word || !LabelLookup.Contains(text.Span(before)))
            return false;
        // "six months 32% …" and "for 12 weeks 24 patients": the word belongs to the number before it.
        return !(Units.IsTime(text.Span(before), out _) && text[before - 1].IsNumber) && !(text.Span(before) is "score" or "line" or "number" or "arm" or "group" && Units.At(text, i + 1, out _) is not null);
    }

    // "Grade 3-4", "weeks 12 and 24", "Grade 3 or 4"
    private static void MarkLabelled(TokenizedText text, bool[] used, int i)
    {
        used[i] = true;
        while ((text.Is(i + 1, '-') || text.Is(i + 1, '–') || text.Is(i + 1, '/') || text.Is(i + 1, ',') || text.IsAny(i + 1, "or", "and", "to", "through"))
            && text[i + 2].IsNumber && Units.At(text, i + 3, out _) is null && PatientWords.NounAfter(text, i + 3) != i + 3 && double.IsInteger(text[i + 2].Number))
        {
            i += 2;
            used[i] = true;
        }
    }
}
