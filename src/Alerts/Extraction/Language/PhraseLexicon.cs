using System.Collections.Frozen;

namespace Alerts.Extraction.Language;

/// <summary>
/// Phrases and what they stand for. Matching ignores case, hyphens and the plural "s" of the last word:
/// "objective response rate" matches "Objective Response Rates", "progression free survival" matches "progression-free survival".
/// </summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
internal sealed class PhraseLexicon<T>
{
    private readonly FrozenDictionary<string, Entry[]> _byFirstWord;
    private readonly FrozenDictionary<string, Entry[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>A lexicon of the phrases given; of several that match, the longest wins.</summary>
    public PhraseLexicon(IEnumerable<(string Phrase, T Meaning)> phrases)
    {
        _byFirstWord = phrases
            .SelectMany(phrase => Variants(phrase.Phrase).Select(words => new Entry(words, phrase.Meaning)))
            .GroupBy(entry => entry.Words[0], StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(e => e.Words.Length).ToArray(), StringComparer.OrdinalIgnoreCase);
        _lookup = _byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Matches the longest phrase that begins at a token.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">The token to begin at.</param>
    /// <param name="meaning">What the phrase stands for.</param>
    /// <param name="last">The phrase's last token.</param>
    public bool TryMatch(TokenizedText text, int index, out T meaning, out int last)
    {
        meaning = default!;
        last = index;
        if (!_lookup.TryGetValue(text.Span(index), out var entries))
            return false;
        foreach (var entry in entries)
        {
            if (!Matches(text, index, entry.Words, out last))
                continue;
            meaning = entry.Meaning;
            return true;
        }

        return false;
    }

    private static bool Matches(TokenizedText text, int index, string[] words, out int last)
    {
        last = index;
        for (var w = 1; w < words.Length; w++)
        {
            var next = last + 1;
            if (text.Is(next, '-') || text.Is(next, '\u2010') || text.Is(next, '\u2011'))
                next++;
            if (!text.Is(next, words[w]))
                return false;
            last = next;
        }

        return true;
    }

    private static IEnumerable<string[]> Variants(string phrase)
    {
        var words = phrase.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        yield return words;
        if (words[^1].EndsWith('s'))
            yield break;
        yield return [.. words[..^1], words[^1] + "s"];
    }

    private sealed record Entry(string[] Words, T Meaning);
}
