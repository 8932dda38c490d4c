namespace Alerts.Extraction.Language;

/// <summary>A text and its tokens.</summary>
/// <param name="text">The text that the tokens' offsets count in.</param>
/// <param name="tokens">The tokens in order.</param>
public sealed class TokenizedText(string text, IReadOnlyList<Token> tokens)
{
    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <summary>The tokens in order.</summary>
    public IReadOnlyList<Token> Tokens { get; } = tokens;

    /// <summary>Number of tokens.</summary>
    public int Count => Tokens.Count;

    /// <summary>The token at <paramref name="index"/>; an empty symbol outside the text, so that rules may look past its ends.</summary>
    public Token this[int index] =>
        (uint)index < (uint)Tokens.Count ? Tokens[index] : new Token(TokenKind.Symbol, Text.Length, Text.Length, double.NaN);

    /// <summary>The characters of a token.</summary>
    public ReadOnlySpan<char> Span(int index)
    {
        var token = this[index];
        return Text.AsSpan(token.Start, token.End - token.Start);
    }

    /// <summary>True where the token is this word or sign, whatever its case.</summary>
    public bool Is(int index, string word) => Span(index).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the token is this character.</summary>
    public bool Is(int index, char symbol)
    {
        var span = Span(index);
        return span.Length == 1 && span[0] == symbol;
    }

    /// <summary>True where the token is one of these words, whatever its case.</summary>
    public bool IsAny(int index, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Is(index, word))
                return true;
        }

        return false;
    }

    /// <summary>True where one of these words stands from one token up to, not including, another.</summary>
    public bool Has(int first, int end, params ReadOnlySpan<string> words)
    {
        for (var i = Math.Max(0, first); i < Math.Min(Count, end); i++)
        {
            if (IsAny(i, words))
                return true;
        }

        return false;
    }

    /// <summary>The first token with this character from one token up to, not including, another; -1 where there is none.</summary>
    public int IndexOf(int first, int end, char symbol)
    {
        for (var i = Math.Max(0, first); i < Math.Min(Count, end); i++)
        {
            if (Is(i, symbol))
                return i;
        }

        return -1;
    }

    /// <summary>The text from one token to another, both included.</summary>
    public string Slice(int first, int last) => first > last ? "" : Text[this[first].Start..this[last].End];

    /// <summary>Index of the first token that starts at or behind an offset.</summary>
    public int IndexAt(int offset)
    {
        int low = 0, high = Tokens.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].Start < offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
