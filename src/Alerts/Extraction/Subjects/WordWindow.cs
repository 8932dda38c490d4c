namespace Alerts.Extraction.Subjects;

/// <summary>The words before and behind a name, within its line of the document.</summary>
internal static class WordWindow
{
    /// <summary>The nth word before an offset (1 is the next one), without punctuation; empty at the line's start.</summary>
    public static ReadOnlySpan<char> Before(string text, int offset, int n = 1)
    {
        var end = offset;
        for (; ; n--)
        {
            while (end > 0 && !IsWordCharacter(text[end - 1]))
            {
                if (text[--end] == '\n')
                    return [];
            }

            var start = end;
            while (start > 0 && IsWordCharacter(text[start - 1]) && end - start < 64)
                start--;
            if (n <= 1 || start == end)
                return text.AsSpan(start, end - start);
            end = start;
        }
    }

    /// <summary>The nth word behind an offset (1 is the next one), without punctuation; empty at the line's end.</summary>
    public static ReadOnlySpan<char> After(string text, int offset, int n = 1)
    {
        var start = offset;
        for (; ; n--)
        {
            while (start < text.Length && !IsWordCharacter(text[start]))
            {
                if (text[start++] == '\n')
                    return [];
            }

            var end = start;
            while (end < text.Length && IsWordCharacter(text[end]) && end - start < 64)
                end++;
            if (n <= 1 || start == end)
                return text.AsSpan(start, end - start);
            start = end;
        }
    }

    /// <summary>The text before an offset back to the line's start, at most <paramref name="length"/> characters.</summary>
    public static ReadOnlySpan<char> TextBefore(string text, int offset, int length)
    {
        var span = text.AsSpan(Math.Max(0, offset - length), Math.Min(offset, length));
        var line = span.LastIndexOf('\n');
        return line < 0 ? span : span[(line + 1)..];
    }

    /// <summary>The text behind an offset up to the line's end, at most <paramref name="length"/> characters.</summary>
    public static ReadOnlySpan<char> TextAfter(string text, int offset, int length)
    {
        var span = text.AsSpan(offset, Math.Min(length, text.Length - offset));
        var line = span.IndexOf('\n');
        return line < 0 ? span : span[..line];
    }

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || c is '-' or '’' or '\'' or '+';
}
