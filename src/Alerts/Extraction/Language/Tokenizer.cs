using System.Globalization;

namespace Alerts.Extraction.Language;

/// <summary>
/// Cuts text into words, numbers and signs. A name that holds digits ("CBL-514", "huC242-DM4", "COVID-19") stays one
/// word, so that its digits are never taken for a value; "52-week" is a number, a hyphen and a word.
/// </summary>
public static class Tokenizer
{
    // Lower case only: "2L" is a line of therapy and "1H" a half-year.
    private static readonly string[] Units = ["mg", "mcg", "ug", "µg", "μg", "g", "kg", "ml", "mL", "h", "hr", "hrs", "x", "mm", "cm", "µm", "μm", "nm"];

    private static readonly string[] Counted = ["grade", "grades", "week", "weeks", "day", "days", "month", "months", "year", "cohort", "part", "cycle", "arm", "group", "top", "mid"];

    /// <summary>The tokens of a text.</summary>
    public static TokenizedText Read(string text)
    {
        var tokens = new List<Token>((text.Length / 5) + 4);
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || c == '\0')
                i++;
            else if (char.IsAsciiDigit(c) || (c == '.' && StartsFraction(text, i)))
                i = ReadNumber(text, i, i, tokens);
            else if (IsSign(text, i))
                i = ReadNumber(text, i, i + 1, tokens);
            else if (char.IsLetter(c))
                i = ReadWords(text, i, tokens);
            else
                tokens.Add(new Token(TokenKind.Symbol, i, ++i, double.NaN));
        }

        return new TokenizedText(text, tokens);
    }

    // "p<.05": a full stop before a digit, not after one.
    private static bool StartsFraction(string text, int i) =>
        i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1]));

    // "-73%" and "(+2.2" carry a sign; in "5.6-7.7" and "Grade 3 - 4" the stroke means "to".
    private static bool IsSign(string text, int i)
    {
        if (text[i] is not ('-' or '−' or '–' or '+') || i + 1 >= text.Length || !(char.IsAsciiDigit(text[i + 1]) || (text[i + 1] == '.' && StartsFraction(text, i + 1))))
            return false;
        if (i == 0)
            return true;
        var before = text[i - 1];
        if (before is '(' or '[' or ':' or ';' or '=' or '/' or '"' or '“' or '|')
            return true;
        return char.IsWhiteSpace(before) && !(i > 1 && (char.IsAsciiDigit(text[i - 2]) || text[i - 2] == '%'));
    }

    private static int ReadNumber(string text, int start, int digits, List<Token> tokens)
    {
        var end = NumberEnd(text, digits);
        var suffix = end;
        while (suffix < text.Length && char.IsLetter(text[suffix]))
            suffix++;
        if (suffix > end && !IsUnit(text.AsSpan(end, suffix - end)))
            return ReadGluedName(text, start, digits, end, tokens);
        tokens.Add(new Token(TokenKind.Number, start, end, Value(text, start, digits, end)));
        return end;
    }

    // Digits that run into letters: "3E10" is a number, "4D-150", "2L" and "43rd" are words.
    private static int ReadGluedName(string text, int start, int digits, int end, List<Token> tokens)
    {
        var exponent = end + 1;
        while (exponent < text.Length && char.IsAsciiDigit(text[exponent]))
            exponent++;
        if (text[end] is 'E' or 'e' && exponent > end + 1 && (exponent == text.Length || !char.IsLetter(text[exponent])))
        {
            var power = double.TryParse(text.AsSpan(digits, exponent - digits), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
            tokens.Add(new Token(TokenKind.Number, start, exponent, power));
            return exponent;
        }

        if (start < digits)
        {
            tokens.Add(new Token(TokenKind.Symbol, start, digits, double.NaN));
            return digits;
        }

        var stop = NameEnd(text, end);
        tokens.Add(new Token(TokenKind.Word, start, stop, double.NaN));
        return stop;
    }

    private static int ReadWords(string text, int start, List<Token> tokens)
    {
        var stop = NameEnd(text, start);
        var name = text.AsSpan(start, stop - start);
        if (NumberWords.TryParse(name, out var value))
        {
            tokens.Add(new Token(TokenKind.NumberWord, start, stop, value));
            return stop;
        }

        if (name.IndexOfAnyInRange('0', '9') >= 0 && !IsCounted(name))
        {
            tokens.Add(new Token(TokenKind.Word, start, stop, double.NaN));
            return stop;
        }

        var end = start;
        while (end < stop && IsLetter(text, end))
            end++;
        var word = text.AsSpan(start, end - start);
        tokens.Add(NumberWords.TryParse(word, out value)
            ? new Token(TokenKind.NumberWord, start, end, value)
            : new Token(TokenKind.Word, start, end, double.NaN));
        return end;
    }

    // "Grade-3", "week-12": the digits count something.
    private static bool IsCounted(ReadOnlySpan<char> name)
    {
        var hyphen = name.IndexOf('-');
        if (hyphen < 0)
            return false;
        foreach (var word in Counted)
        {
            if (name[..hyphen].Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    // A run of letters and digits, with hyphens and strokes inside; possessive endings stay outside.
    private static int NameEnd(string text, int i)
    {
        while (i < text.Length)
        {
            if (char.IsLetterOrDigit(text[i]))
                i++;
            else if (text[i] is '-' or '\u2010' or '\u2011' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]) && !char.IsWhiteSpace(text[i - 1]))
                i++;
            else
                break;
        }

        return i;
    }

    private static bool IsLetter(string text, int i) =>
        char.IsLetter(text[i]) || (text[i] is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1]) && !(text[i + 1] is 's' or 'S'));

    private static int NumberEnd(string text, int i)
    {
        while (i < text.Length)
        {
            if (char.IsAsciiDigit(text[i]))
                i++;
            else if (text[i] == '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
                i++;
            else if (text[i] == ',' && IsThousands(text, i))
                i++;
            else
                break;
        }

        return i;
    }

    // "10,000" but not "5.6,7.7" or "1, 2".
    private static bool IsThousands(string text, int comma) =>
        comma > 0 && char.IsAsciiDigit(text[comma - 1]) && comma + 3 < text.Length
        && char.IsAsciiDigit(text[comma + 1]) && char.IsAsciiDigit(text[comma + 2]) && char.IsAsciiDigit(text[comma + 3])
        && (comma + 4 == text.Length || !char.IsAsciiDigit(text[comma + 4]));

    private static bool IsUnit(ReadOnlySpan<char> letters)
    {
        foreach (var unit in Units)
        {
            if (letters.SequenceEqual(unit))
                return true;
        }

        return letters.Length >= 3 && (letters.StartsWith("month") || letters.StartsWith("week") || letters.StartsWith("day") || letters.StartsWith("year") || letters.StartsWith("fold"));
    }

    private static double Value(string text, int start, int digits, int end)
    {
        Span<char> buffer = stackalloc char[32];
        var length = 0;
        for (var i = digits; i < end && length < buffer.Length; i++)
        {
            if (text[i] != ',')
                buffer[length++] = text[i];
        }

        if (!double.TryParse(buffer[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return double.NaN;
        return start < digits && text[start] != '+' ? -value : value;
    }
}
