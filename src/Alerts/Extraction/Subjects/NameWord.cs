namespace Alerts.Extraction.Subjects;

/// <summary>The words that names are made of: letters, digits and hyphens, without endings such as "-treated".</summary>
internal static class NameWord
{
    private const int ShortestEnding = 4;

    /// <summary>Offset behind the word that begins at <paramref name="start"/>.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        var lastHyphen = -1;
        while (end < text.Length)
        {
            if (char.IsLetterOrDigit(text[end]))
            {
                end++;
            }
            else if (text[end] is '-' or '\u2010' or '\u2011' && end > start && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]))
            {
                lastHyphen = end;
                end++;
            }
            else
            {
                break;
            }
        }

        return lastHyphen > 0 && IsEnding(text[(lastHyphen + 1)..end]) ? lastHyphen : end;
    }

    // "PL8177-treated", "platinum-resistant"
    private static bool IsEnding(ReadOnlySpan<char> part)
    {
        if (part.Length < ShortestEnding)
            return false;
        foreach (var c in part)
        {
            if (c is < 'a' or > 'z')
                return false;
        }

        return true;
    }
}
