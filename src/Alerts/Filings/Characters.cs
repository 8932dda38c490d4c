namespace Alerts.Filings;

/// <summary>What the characters of a filing mean to a reader: which are blanks, which are nothing at all.</summary>
internal static class Characters
{
    /// <summary>What a bad character counts as.</summary>
    public const char Nothing = '\0';

    // Windows-1252's meaning of 80-9F, which old filings write as numerics (&#146;) or raw bytes.
    private const string Windows1252 =
        "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    /// <summary>True for every kind of blank that HTML authors and word processors leave behind.</summary>
    public static bool IsBlank(char c) => c switch
    {
        ' ' or '\t' or '\n' or '\r' or '\f' or '\v' or '\u00a0' => true,
        < '\u1680' => c == '\u0085',
        _ => c is (>= '\u2000' and <= '\u200a') or '\u2028' or '\u2029' or '\u202f' or '\u205f' or '\u3000' or '\u1680',
    };

    /// <summary>
    /// The character as reading text has it: blanks are spaces, soft hyphens, zero-width marks and control
    /// characters are <see cref="Nothing"/>, 80-9F are read as Windows-1252.
    /// </summary>
    public static char Normalize(char c)
    {
        if (c is > ' ' and < '\u007f')
            return c;
        if (IsBlank(c))
            return ' ';
        return c switch
        {
            < ' ' or '\u007f' or '\u00ad' => Nothing,
            >= '\u0080' and <= '\u009f' => Windows1252[c - '\u0080'] is var mapped && mapped > '\u009f' ? mapped : Nothing,
            >= '\u200b' and <= '\u200f' or >= '\u2060' and <= '\u2064' or '\ufeff' or '\ufffe' or '\uffff' => Nothing,
            '\u2010' or '\u2011' => '-',
            _ => c,
        };
    }

    /// <summary>The text with single blanks between words, none at its ends, and every character normalized.</summary>
    public static string Squeeze(ReadOnlySpan<char> text)
    {
        text = text.Trim(' ');
        if (text.IndexOf("  ") < 0 && !text.ContainsAnyExceptInRange(' ', '~'))
            return text.Length == 0 ? "" : text.ToString();
        var buffer = new InlineText();
        buffer.Append(text);
        return buffer.Take();
    }
}
