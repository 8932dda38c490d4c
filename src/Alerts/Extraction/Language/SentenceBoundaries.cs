using System.Collections.Frozen;

namespace Alerts.Extraction.Language;

/// <summary>
/// Where sentences of running text end. Knows the full stops that end nothing: "U.S.", "Inc.", "vs. 6.0",
/// "p=0.01", "Dr.", initials, and everything inside a parenthesis.
/// </summary>
internal static class SentenceBoundaries
{
    /// <summary>A parenthesis that stays open longer than this was never closed.</summary>
    private const int LongestParenthesis = 400;

    /// <summary>A longer sentence is none.</summary>
    private const int LongestSentence = 3000;

    /// <summary>No word that matters is longer; bounds every look back.</summary>
    private const int LongestWord = 64;

    /// <summary>"10,11-13": no sentence has more marks of notes.</summary>
    private const int LongestNotes = 12;

    /// <summary>Never followed by a new sentence.</summary>
    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "vs", "dr", "mr", "ms", "mrs", "prof", "st", "no", "nos", "fig", "al", "e.g", "i.e", "eg", "ie", "cf", "ca", "approx", "incl",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "calif", "mass", "vol", "sec", "ref", "est", "drs", "messrs", "rev", "gen",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>End a sentence only where the next word looks like the start of one.</summary>
    private static readonly FrozenSet<string> Ambiguous = new[]
    {
        "u.s", "u.k", "e.u", "inc", "ltd", "co", "corp", "llc", "plc", "s.a", "n.v", "a.m", "p.m", "etc", "ph.d", "m.d", "b.v", "a.g", "d.c", "n.y", "n.j", "o.d", "m.p.h", "m.b.a", "r.n", "l.p", "ex",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Starters = new[]
    {
        "the", "in", "this", "these", "those", "that", "we", "our", "it", "its", "as", "at", "on", "for", "a", "an", "to", "there", "they", "with",
        "if", "all", "no", "both", "after", "during", "under", "following", "based", "additionally", "furthermore", "such", "about", "of", "by", "from", "patients", "results", "data", "he", "she",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AbbreviationLookup = Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AmbiguousLookup = Ambiguous.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StarterLookup = Starters.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The sentences as offsets and lengths, without the blanks between them.</summary>
    public static List<(int Start, int Length)> Split(string text)
    {
        var pieces = new List<(int, int)>();
        var start = SkipBlanks(text, 0);
        var opened = -1;
        for (var i = start; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '(' or '[':
                    opened = opened < 0 ? i : opened;
                    break;
                case ')' or ']':
                    opened = -1;
                    break;
                case '.' or '!' or '?' when opened < 0 || i - opened > LongestParenthesis:
                    opened = -1;
                    var end = AfterClosers(text, i + 1);
                    var behind = AfterNotes(text, i, end);
                    if (!EndsSentence(text, start, i, behind))
                        break;
                    pieces.Add((start, end - start));
                    start = SkipBlanks(text, behind);
                    i = Math.Max(i, start - 1);
                    break;
            }
        }

        var last = text.AsSpan(start).TrimEnd().Length;
        if (last > 0)
            pieces.Add((start, last));
        return pieces.Exists(p => p.Item2 > LongestSentence) ? [.. pieces.SelectMany(p => Cut(text, p.Item1, p.Item2))] : pieces;
    }

    // Text without full stops is no prose; it is cut at blanks so that nobody reads it whole.
    private static IEnumerable<(int Start, int Length)> Cut(string text, int start, int length)
    {
        var end = start + length;
        while (end - start > LongestSentence)
        {
            var blank = text.LastIndexOf(' ', start + LongestSentence - 1, LongestSentence);
            var stop = blank > start ? blank : start + LongestSentence;
            yield return (start, stop - start);
            start = SkipBlanks(text, stop);
        }

        if (end > start)
            yield return (start, end - start);
    }

    private static bool EndsSentence(string text, int start, int stop, int end)
    {
        if (end >= text.Length)
            return true;
        if (!char.IsWhiteSpace(text[end]))
            return IsGlued(text, stop, end);
        var next = SkipBlanks(text, end);
        if (next >= text.Length)
            return true;
        if (!CanStart(text, next))
            return false;
        return text[stop] != '.' || !IsAbbreviation(text, start, stop, next);
    }

    // A new sentence starts with a capital, a digit, a quotation mark, or a name like "huC242-DM4".
    private static bool CanStart(string text, int next)
    {
        var c = text[next];
        if (!char.IsLower(c))
            return c is not (',' or ';' or ')' or '%');
        for (var i = next + 1; i < text.Length && !char.IsWhiteSpace(text[i]); i++)
        {
            if (char.IsUpper(text[i]) || char.IsDigit(text[i]))
                return true;
        }

        return false;
    }

    private static bool IsAbbreviation(string text, int start, int stop, int next)
    {
        var word = stop;
        while (word > start && stop - word < LongestWord && (char.IsLetter(text[word - 1]) || (text[word - 1] == '.' && word - 1 > start)))
            word--;
        var span = text.AsSpan(word, stop - word);
        if (span.IsEmpty)
            return false;
        if (AbbreviationLookup.Contains(span))
            return true;
        if (span.Length == 1 && char.IsUpper(span[0]) && char.IsUpper(text[next]))
            return word == 0 || text[word - 1] == ' ';
        return AmbiguousLookup.Contains(span) && !StarterLookup.Contains(WordAt(text, next));
    }

    // "… compared to placebo.MRI data showed …": marking up lost the blank.
    private static bool IsGlued(string text, int stop, int end)
    {
        if (end != stop + 1 || stop < 2 || !char.IsUpper(text[end]) || !(char.IsLower(text[stop - 1]) || text[stop - 1] == ')' || IsCodeEnd(text, stop)))
            return false;
        for (var i = stop - 1; i >= 0 && !char.IsWhiteSpace(text[i]) && stop - i < LongestWord; i--)
        {
            if (text[i] is '/' or '@' or '.' or ':')
                return false;
        }

        var after = end;
        while (after < text.Length && after - end < LongestWord && char.IsLetterOrDigit(text[after]))
            after++;
        return after < text.Length && text[after] == ' ' && (char.IsLower(text[stop - 2]) || IsCodeEnd(text, stop));
    }

    // "… and CBL-A2.MRI data": a digit behind a letter ends a name, not a number.
    private static bool IsCodeEnd(string text, int stop) => stop > 2 && char.IsAsciiDigit(text[stop - 1]) && char.IsUpper(text[stop - 2]) && text[stop - 3] == '-';

    private static ReadOnlySpan<char> WordAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return text.AsSpan(start, end - start);
    }

    private static int AfterClosers(string text, int i)
    {
        while (i < text.Length && text[i] is ')' or ']' or '"' or '”' or '’' or '\'')
            i++;
        return i;
    }

    // "… to complete resection.2,3 Patients": marks of notes that lost their raised place belong to no sentence.
    private static int AfterNotes(string text, int stop, int end)
    {
        if (stop < 2 || end >= text.Length || !char.IsAsciiDigit(text[end]) || !(char.IsLower(text[stop - 1]) || text[stop - 1] is ')' or '%' or '"' or '”' or '®' or '™'))
            return end;
        var i = end;
        while (i < text.Length && i - end < LongestNotes && (char.IsAsciiDigit(text[i]) || (text[i] is ',' or '-' or '–' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))))
            i++;
        return i < text.Length && text[i] == ' ' && i + 1 < text.Length && (char.IsUpper(text[i + 1]) || text[i + 1] is '“' or '"') ? i : end;
    }

    private static int SkipBlanks(string text, int i)
    {
        while (i < text.Length && char.IsWhiteSpace(text[i]))
            i++;
        return i;
    }
}
