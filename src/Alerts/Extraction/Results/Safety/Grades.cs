using Alerts.Extraction.Language;

namespace Alerts.Extraction.Results.Safety;

/// <summary>
/// Reads CTCAE grades: "Grade 3-4", "grade ≥3" and "Grade 3 or higher" are <c>3+</c>, "Grade 4" is <c>4</c>, "all grade"
/// is <c>any</c>.
/// </summary>
internal static class Grades
{
    private const int Before = 5;

    private const int Behind = 6;

    /// <summary>The grade stated right before or behind the tokens given; null where none is.</summary>
    public static string? Near(TokenizedText text, int first, int last) =>
        In(text, Math.Max(0, first - Before), first - 1, fromEnd: true) ?? In(text, last + 1, Math.Min(text.Count - 1, last + Behind), fromEnd: false);

    /// <summary>The last or first grade among the tokens given, within one statement.</summary>
    public static string? In(TokenizedText text, int first, int last, bool fromEnd)
    {
        string? found = null;
        for (var i = first; i <= last; i++)
        {
            if (text.Is(i, ';') || text.Is(i, ',') && !fromEnd)
            {
                if (!fromEnd)
                    return found;
                found = null;
            }

            if (At(text, i) is not { } grade)
                continue;
            // "Grade 4 or Grade 5" is one range.
            if (fromEnd && found is not null && found.EndsWith('+') && text.IsAny(i - 1, "or", "and", "to"))
                continue;
            found = grade;
            if (!fromEnd)
                return found;
        }

        return found;
    }

    /// <summary>The grade that a token begins; null where it begins none.</summary>
    public static string? At(TokenizedText text, int i)
    {
        if (!text.IsAny(i, "grade", "grades"))
            return null;
        if (text.IsAny(i - 1, "all", "any") || (text.Is(i - 1, '-') && text.IsAny(i - 2, "all", "any")))
            return "any";
        var isOpen = IsAtLeast(text, i - 1);
        var number = i + 1;
        while (text.Is(number, '-') || text.Is(number, '>') || text.Is(number, '=') || text.Is(number, '≥'))
        {
            isOpen |= !text.Is(number, '-');
            number++;
        }

        if (!text[number].IsNumber)
            return null;
        var low = (int)text[number].Number;
        var next = number + 1;
        if (text.Is(next, '+') || (text.IsAny(next, "or", "and") && text.IsAny(next + 1, "higher", "greater", "above", "more", "worse")))
            isOpen = true;
        else if ((text.Is(next, '-') || text.Is(next, '–') || text.Is(next, '/') || text.IsAny(next, "or", "and", "to")) && (text[next + 1].IsNumber || (text.IsAny(next + 1, "grade") && text[next + 2].IsNumber)))
            return low >= 3 ? $"{low}+" : $"{low}-{(int)(text[next + 1].IsNumber ? text[next + 1] : text[next + 2]).Number}";
        return isOpen ? $"{low}+" : $"{low}";
    }

    private static bool IsAtLeast(TokenizedText text, int i) => text.Is(i, '≥') || text.Is(i, '>') || (text.Is(i, '=') && text.Is(i - 1, '>'));
}
