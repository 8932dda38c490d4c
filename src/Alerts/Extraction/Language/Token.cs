namespace Alerts.Extraction.Language;

/// <summary>What a token is.</summary>
public enum TokenKind
{
    /// <summary>A word or a name ("patients", "CBL-514"); hyphenated words without digits are several tokens.</summary>
    Word,

    /// <summary>A number in digits, with its sign and thousands ("-73", "10,000", "3E10").</summary>
    Number,

    /// <summary>A number in words ("four", "twenty-one").</summary>
    NumberWord,

    /// <summary>One other character ("%", "(", "≥").</summary>
    Symbol,
}

/// <summary>A word, number or sign of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of its first character in the text.</param>
/// <param name="End">Offset behind its last character.</param>
/// <param name="Number">Value of a number; NaN for others.</param>
public readonly record struct Token(TokenKind Kind, int Start, int End, double Number)
{
    /// <summary>True for numbers in digits and in words.</summary>
    public bool IsNumber => Kind is TokenKind.Number or TokenKind.NumberWord;
}
