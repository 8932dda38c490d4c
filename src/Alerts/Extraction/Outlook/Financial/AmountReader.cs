namespace Alerts.Extraction.Outlook.Financial;

/// <summary>
/// Finds amounts in a text: points, ranges ("$9.7 to $9.9 million", "6-10%"), tolerances ("37%, plus or minus 50 basis
/// points"), and half-open ones ("at least", "up to").
/// </summary>
internal static class AmountReader
{
    /// <summary>The unit of percentages.</summary>
    public const string Percent = "%";

    /// <summary>Hundredths of a percentage point.</summary>
    public const string BasisPoints = "bps";

    private static readonly string[] AtLeast =
    [
        "at least", "more than", "greater than", "over", "in excess of", "exceed", "exceeding", "exceeds", "above", "no less than", "not less than", "minimum of",
        "upwards of", "north of", ">", "≥",
    ];

    private static readonly string[] UpTo =
    [
        "up to", "less than", "below", "under", "no more than", "not more than", "not exceed", "not to exceed", "at most", "maximum of", "lower than", "<", "≤",
    ];

    private static readonly string[] Hedges = ["approximately", "about", "around", "roughly", "nearly", "an", "a", "the", "or", "adjusted", "~", "equal to", "additional"];

    /// <summary>All amounts with a unit, in the order of the text.</summary>
    public static List<Amount> Find(string text)
    {
        var figures = Figures(text);
        var amounts = new List<Amount>();
        for (var i = 0; i < figures.Count; i++)
        {
            var first = figures[i];
            var (low, high, end, unit) = (first.Value, first.Value, first.End, first.Unit);
            if (i + 1 < figures.Count && IsRange(text, first, figures[i + 1]))
            {
                var second = figures[++i];
                unit = second.Unit ?? first.Unit;
                var scaleDiffers = first.Scale == 1 && second.Scale > 1 && Math.Abs(first.Value) < second.Scale && first.Value != 0;
                low = scaleDiffers ? first.Value * second.Scale : first.Value;
                (high, end) = (second.Value, second.End);
                // "12 to 15 cents": the second one's unit changed its value already.
                if (first.Unit is null && unit == "USD" && second.Scale == 1 && text.AsSpan(second.Start, end - second.Start).Contains("cent", StringComparison.OrdinalIgnoreCase))
                    low = first.Value / 100;
                // "down 1% to up 3%", "down 1% to flat"
                if (EndsWithWord(text.AsSpan(0, first.Start).TrimEnd(), "down") && !EndsWithWord(text.AsSpan(0, second.Start).TrimEnd(), "down") && (EndsWithWord(text.AsSpan(0, second.Start).TrimEnd(), "up") || high == 0))
                    low = -low;
                if (low > high)
                    (low, high) = (high, low);
            }

            if (i + 1 < figures.Count && Tolerance(text, end, figures[i + 1]) is { } tolerance && unit is not null)
            {
                (low, high, end) = (low - tolerance, high + tolerance, figures[++i].End);
            }

            if (unit is null)
                continue;
            amounts.Add(Bounded(text, new(first.Start, end, low, high, unit), first.IsOpen));
        }

        return amounts;
    }

    private static List<Figure> Figures(string text)
    {
        var figures = new List<Figure>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsAsciiDigit(text[i]) && (i == 0 || !char.IsAsciiDigit(text[i - 1])) || (text[i] == '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))
            {
                if (Figure.At(text, i) is { } figure)
                {
                    figures.Add(figure);
                    i = Math.Max(figure.End, i + 1);
                    continue;
                }

                while (i < text.Length && (char.IsAsciiDigit(text[i]) || text[i] is '.' or ','))
                    i++;
                continue;
            }

            // "zero to $200,000", "flat, plus or minus 2%"
            if ((text[i] is 'z' or 'Z' or 'f' or 'F') && (i == 0 || !char.IsLetter(text[i - 1])) && WordZero(text, i) is var length and > 0)
            {
                figures.Add(new(i, i + length, 0, 1, text[i] is 'f' or 'F' ? Percent : null, false));
                i += length;
                continue;
            }

            i++;
        }

        return figures;
    }

    private static int WordZero(string text, int at)
    {
        foreach (var word in (ReadOnlySpan<string>)["zero", "flat"])
        {
            if (at + word.Length < text.Length && text.AsSpan(at, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase) && !char.IsLetter(text[at + word.Length]))
                return word.Length;
        }

        return 0;
    }

    /// <summary>True where only "to", a dash or the like stands between two figures, or "and" after "between".</summary>
    private static bool IsRange(string text, Figure first, Figure second)
    {
        if (first.Unit is not null && second.Unit is not null && first.Unit != second.Unit)
            return false;
        if (second.Start - first.End > 24 || second.Start < first.End)
            return false;
        var between = text.AsSpan(first.End, second.Start - first.End).Trim();
        foreach (var hedge in (ReadOnlySpan<string>)["approximately", "about", "at", "up", "down"])
        {
            if (between.EndsWith(hedge, StringComparison.OrdinalIgnoreCase))
                between = between[..^hedge.Length].TrimEnd();
        }

        if (between is "to" or "-" or "--" or "–" or "—" or "−" or "‑" or "through" or "and up to")
            return true;
        if (between.IsEmpty && second.Value < 0 && first.Value >= 0 && second.Start == first.End)
            return true;
        if (between is not ("and" or "or"))
            return false;
        var before = text.AsSpan(Math.Max(0, first.Start - 40), first.Start - Math.Max(0, first.Start - 40));
        return before.Contains("between", StringComparison.OrdinalIgnoreCase) || before.Contains("range", StringComparison.OrdinalIgnoreCase)
            || before.Contains("from", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The figure behind "plus or minus", in the unit of the amount before it.</summary>
    private static double? Tolerance(string text, int end, Figure next)
    {
        if (next.Start < end || next.Start - end > 32)
            return null;
        var between = text.AsSpan(end, next.Start - end);
        if (!between.Contains("plus or minus", StringComparison.OrdinalIgnoreCase) && !between.Contains('±') && !between.Contains("+/-", StringComparison.Ordinal)
            && !between.Contains("+ or -", StringComparison.Ordinal) && !between.Contains("plus/minus", StringComparison.OrdinalIgnoreCase))
            return null;
        return next.Unit == BasisPoints ? next.Value / 100 : Math.Abs(next.Value);
    }

    private static Amount Bounded(string text, Amount amount, bool isOpen)
    {
        if (isOpen)
            return amount with { High = null };
        if (amount.Low != amount.High)
            return amount;
        var before = text.AsSpan(0, amount.Start).TrimEnd();
        for (var more = true; more;)
        {
            more = false;
            foreach (var hedge in Hedges)
            {
                if (EndsWithWord(before, hedge))
                {
                    before = before[..^hedge.Length].TrimEnd();
                    more = true;
                }
            }
        }

        foreach (var words in UpTo)
        {
            if (EndsWithWord(before, words))
                return amount with { Low = null };
        }

        foreach (var words in AtLeast)
        {
            if (EndsWithWord(before, words))
                return amount with { High = null };
        }

        var after = text.AsSpan(amount.End, Math.Min(16, text.Length - amount.End)).TrimStart();
        return after.StartsWith("or more", StringComparison.OrdinalIgnoreCase) || after.StartsWith("or greater", StringComparison.OrdinalIgnoreCase) ? amount with { High = null }
            : after.StartsWith("or less", StringComparison.OrdinalIgnoreCase) ? amount with { Low = null }
            : amount;
    }

    private static bool EndsWithWord(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word, StringComparison.OrdinalIgnoreCase)
        && (text.Length == word.Length || !char.IsLetter(text[text.Length - word.Length - 1]) || !char.IsLetter(word[0]));
}
