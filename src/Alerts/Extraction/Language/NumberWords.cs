using System.Collections.Frozen;

namespace Alerts.Extraction.Language;

/// <summary>Numbers in words, up to ninety-nine and round hundreds, as filings write small counts.</summary>
public static class NumberWords
{
    private static readonly FrozenDictionary<string, int> Values = new Dictionary<string, int>
    {
        ["zero"] = 0,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
        ["hundred"] = 100,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup = Values.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The value of a single word or of a hyphenated one ("twenty-one"); false for all other text.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.Length is < 3 or > 13)
            return false;
        if (Lookup.TryGetValue(text, out value))
            return true;
        var hyphen = text.IndexOfAny('-', '\u2010', '\u2011');
        if (hyphen < 0 || !Lookup.TryGetValue(text[..hyphen], out var tens) || !Lookup.TryGetValue(text[(hyphen + 1)..], out var ones))
            return false;
        value = tens + ones;
        return tens is >= 20 and < 100 && ones is > 0 and < 10;
    }
}
