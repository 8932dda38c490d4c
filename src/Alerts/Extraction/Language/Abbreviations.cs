namespace Alerts.Extraction.Language;

/// <summary>The abbreviations that a document defines: "best corrected visual acuity (BCVA)".</summary>
public sealed class Abbreviations
{
    private const int LongestForm = 80;

    private readonly Dictionary<string, string> _forms = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the definitions of a text.</summary>
    public Abbreviations(string text)
    {
        for (var open = text.IndexOf('(', StringComparison.Ordinal); open >= 0; open = text.IndexOf('(', open + 1))
        {
            var end = open + 1;
            while (end < text.Length && end - open < 14 && (char.IsLetterOrDigit(text[end]) || text[end] == '-'))
                end++;
            if (end < text.Length && text[end] is ')' or ';' or ',' && LongForm(text, open, text.AsSpan(open + 1, end - open - 1)) is { } form)
                _forms.TryAdd(text[(open + 1)..end].TrimEnd('s'), form);
        }
    }

    /// <summary>The words that an abbreviation stands for; null where the document does not say.</summary>
    public string? this[string abbreviation] => _forms.GetValueOrDefault(abbreviation.TrimEnd('s'));

    /// <summary>A lower-case term with its abbreviations spelled out: "maintained bcva" is "maintained best corrected visual acuity (bcva)".</summary>
    public string Expand(string term)
    {
        if (_forms.Count == 0)
            return term;
        var words = term.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Length is > 1 and < 12 && this[words[i]] is { } form && !term.Contains(form, StringComparison.OrdinalIgnoreCase))
                words[i] = $"{form.ToLowerInvariant()} ({words[i]})";
        }

        return string.Join(' ', words);
    }

    // The words before the bracket whose first letters spell the abbreviation.
    private static string? LongForm(string text, int open, ReadOnlySpan<char> abbreviation)
    {
        var letters = abbreviation.TrimEnd('s');
        if (letters.Length is < 2 or > 10 || !char.IsUpper(letters[^1]) || letters.IndexOfAnyInRange('a', 'z') >= 0)
            return null;
        var at = open;
        for (var k = letters.Length - 1; k >= 0; k--)
        {
            if (!char.IsLetter(letters[k]))
                continue;
            var skipped = 0;
            do
            {
                at = PreviousWord(text, at);
                if (at < 0 || open - at > LongestForm)
                    return null;
            }
            while (char.ToUpperInvariant(text[at]) != letters[k] && skipped++ < 2);
            if (char.ToUpperInvariant(text[at]) != letters[k])
                return null;
        }

        return text[at..open].Trim();
    }

    // Start of the word before an offset, within the line; hyphenated words count each part.
    private static int PreviousWord(string text, int offset)
    {
        var end = offset;
        while (end > 0 && !char.IsLetterOrDigit(text[end - 1]))
        {
            if (text[--end] is '.' or ';' or ')' or '\n')
                return -1;
        }

        var start = end;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            start--;
        return start == end ? -1 : start;
    }
}
