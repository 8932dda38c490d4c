namespace Alerts.Filings;

/// <summary>Where a company's name begins and ends in running text.</summary>
internal static class CompanyName
{
    private static readonly string[] Suffixes =
        ["Inc", "Inc.", "Corp", "Corp.", "Corporation", "Ltd", "Ltd.", "Limited", "LLC", "plc", "PLC", "AG", "SA", "S.A.", "N.V.", "NV", "SE", "AB", "ASA", "A/S", "Co.", "Company", "L.P.", "LP", "GmbH", "K.K.", "Incorporated", "Holdings", "Trust"];

    private static readonly string[] Connectors = ["&", "and", "of", "the", "de", "for", "-"];

    /// <summary>The name that a text begins with, up to its parenthesis, apposition or verb.</summary>
    public static string? Leading(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var taken = new List<string>();
        foreach (var word in words)
        {
            if (taken.Count > 10 || word[0] is '(' or '（' or '“' or '"')
                break;
            var bare = word.TrimEnd(',', ';');
            if (!IsNameWord(bare) && !Connectors.Contains(bare))
                break;
            taken.Add(word);

            // "Beyond Cancer, Ltd., a …": a comma goes on only before a suffix.
            if (word.EndsWith(',') && !NextIsSuffix(words, taken.Count))
                break;
        }

        return Finish(taken);
    }

    /// <summary>The name that a text ends with.</summary>
    public static string? Trailing(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var taken = new List<string>();
        for (var i = words.Length - 1; i >= 0 && taken.Count < 10; i--)
        {
            var word = words[i];
            var bare = word.TrimEnd(',', ';');
            if (!IsNameWord(bare) && !Connectors.Contains(bare))
                break;

            // A comma before what was taken is part of the name only in front of a suffix.
            if (word.EndsWith(',') && taken.Count > 0 && !IsSuffix(taken[0]))
                break;
            if (word[0] is '–' or '—' or '-' or '/')
                break;
            if (word[^1] is '.' && taken.Count > 0 && !IsSuffix(bare) && bare.Length > 4)
                break;
            taken.Insert(0, word);
        }

        return Finish(taken);
    }

    private static bool NextIsSuffix(string[] words, int next) => next < words.Length && IsSuffix(words[next].TrimEnd(',', ';'));

    private static bool IsSuffix(string word) => Suffixes.Contains(word.TrimEnd(',', ';'));

    private static bool IsNameWord(string word) =>
        word.Length > 0 && (char.IsUpper(word[0]) || char.IsAsciiDigit(word[0]) || IsSuffix(word) || (word.Length > 1 && word.Any(char.IsUpper)));

    private static string? Finish(List<string> words)
    {
        while (words.Count > 0 && Connectors.Contains(words[0]))
            words.RemoveAt(0);
        while (words.Count > 0 && Connectors.Contains(words[^1].TrimEnd(',')))
            words.RemoveAt(words.Count - 1);
        var name = string.Join(' ', words).TrimEnd(',', ';', ' ');
        return name.Length < 2 || !name.Any(char.IsLetter) ? null : name;
    }
}
