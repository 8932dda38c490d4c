using System.Buffers;

namespace Alerts.Filings;

/// <summary>Where a company's name begins and ends in running text.</summary>
internal static class CompanyName
{
    private const int MostWords = 10;
    private const int SpellingReach = 50000;

    private static readonly HashSet<string> Suffixes = new(StringComparer.OrdinalIgnoreCase)
    {
        "Inc", "Inc.", "Corp", "Corp.", "Corporation", "Ltd", "Ltd.", "Limited", "LLC", "plc", "AG", "SA", "S.A.", "N.V.", "NV", "SE", "AB", "ASA", "A/S", "Co.",
        "L.P.", "LP", "GmbH", "K.K.", "Incorporated", "S.p.A.", "B.V.", "Company",
    };

    private static readonly HashSet<string> Connectors = new(StringComparer.Ordinal) { "&", "and", "of", "the", "de", "for" };

    // Words that begin a sentence, not a name.
    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
    {
        "At", "In", "On", "The", "This", "Today", "Following", "For", "As", "After", "Results", "New", "A", "An", "During", "With", "Data", "To", "From", "By",
    };

    /// <summary>True for a name that ends in a legal form.</summary>
    public static bool HasSuffix(string name) => IsSuffix(name[(name.LastIndexOf(' ') + 1)..]);

    /// <summary>The name that a text begins with, up to its parenthesis, apposition or verb.</summary>
    public static string? Leading(string text)
    {
        var words = text[..Math.Min(text.Length, 200)].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var taken = new List<string>();
        foreach (var word in words)
        {
            if (taken.Count > MostWords || word[0] is '(' or '（' or '“' or '"' or ',')
                break;
            var bare = Bare(word);
            if (!IsNameWord(bare) && !(taken.Count > 0 && Connectors.Contains(bare)))
                break;
            taken.Add(word);

            // "Beyond Cancer, Ltd., a …": a comma goes on only before a suffix.
            if (word[^1] is ',' or ';' && !(taken.Count < words.Length && IsSuffix(words[taken.Count])))
                break;
        }

        return taken.Count > 0 && Openers.Contains(taken[0]) && !(taken[0] is "The" or "New") ? null : Finish(taken);
    }

    /// <summary>The name that a text ends with.</summary>
    public static string? Trailing(string text)
    {
        var words = text[Math.Max(0, text.Length - 200)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var taken = new List<string>();
        for (var i = words.Length - 1; i >= 0 && taken.Count < MostWords; i--)
        {
            var word = words[i];
            var bare = Bare(word);
            if ((!IsNameWord(bare) && !(taken.Count > 0 && Connectors.Contains(bare))) || word[0] is '–' or '—' or '-' or '/' || word[^1] is '–' or '—' or '-')
                break;

            // A comma before what was taken is part of the name only in front of a suffix; a period ends a sentence.
            if (taken.Count > 0 && word[^1] is ',' or ';' && !IsSuffix(taken[0]))
                break;
            if (taken.Count > 0 && word[^1] is '.' && !IsSuffix(bare) && bare.Length > 4)
                break;
            if (bare.EndsWith("-based", StringComparison.Ordinal) || (taken.Count > 0 && Openers.Contains(bare) && bare is not ("The" or "New")))
                break;
            taken.Insert(0, word);
        }

        return Finish(taken);
    }

    /// <summary>
    /// The longest spelling of a name in a text: "CRISPR Therapeutics" is "CRISPR Therapeutics AG" where the text says so somewhere.
    /// </summary>
    public static string Fullest(string name, string text)
    {
        if (HasSuffix(name))
            return name;
        text = text[..Math.Min(text.Length, SpellingReach)];
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            var rest = text.AsSpan(end, Math.Min(60, text.Length - end));
            if (LegalForm(rest) is > 0 and var length)
                return text.Substring(at, name.Length + length).TrimEnd(',', ';');
        }

        return name;
    }

    /// <summary>A name of capitals as a text spells it with small letters, if it does in its first pages.</summary>
    public static string Spelled(string name, string text)
    {
        if (!HeadingText.IsCapitals(name))
            return name;
        var wanted = SearchValues.Create([name], StringComparison.OrdinalIgnoreCase);
        var rest = text.AsSpan(0, Math.Min(text.Length, SpellingReach));
        for (var at = rest.IndexOfAny(wanted); at >= 0; at = rest.IndexOfAny(wanted))
        {
            var spelled = rest.Slice(at, name.Length);
            if (char.IsUpper(spelled[0]) && spelled.IndexOfAnyInRange('a', 'z') >= 0)
                return spelled.ToString();
            rest = rest[(at + name.Length)..];
        }

        return name;
    }

    /// <summary>True for two spellings of one company: they begin with the same word.</summary>
    public static bool IsSame(string a, string b)
    {
        var first = FirstWord(a);
        return first.Length > 0 && first.Equals(FirstWord(b), StringComparison.OrdinalIgnoreCase);
    }

    // The words between a name and its legal form, " Technologies Inc.", up to two.
    private static int LegalForm(ReadOnlySpan<char> rest)
    {
        var at = 0;
        for (var words = 0; words < 3 && at < rest.Length && (rest[at] == ' ' || (rest[at] == ',' && at + 1 < rest.Length && rest[at + 1] == ' ')); words++)
        {
            at += rest[at] == ',' ? 2 : 1;
            var length = rest[at..].IndexOfAny(' ', '\n', '(');
            var word = length < 0 ? rest[at..] : rest[at..(at + length)];
            if (word.Length == 0 || !char.IsUpper(word[0]))
                return word is "plc" or "plc," or "plc." ? at + 3 : 0;
            if (IsSuffix(word.ToString()))
                return at + word.TrimEnd(",;").Length;
            if (word[^1] is '.' or ';')
                return IsSuffix(word[..^1].ToString()) ? at + word.Length - 1 : 0;
            at += word[^1] == ',' ? word.Length - 1 : word.Length;
        }

        return 0;
    }

    private static ReadOnlySpan<char> FirstWord(string name)
    {
        var rest = name.AsSpan().Trim();
        if (rest.StartsWith("The ", StringComparison.OrdinalIgnoreCase))
            rest = rest[4..];
        var end = rest.IndexOfAny(" ,.");
        return end < 0 ? rest : rest[..end];
    }

    private static string Bare(string word) => word.TrimEnd(',', ';', ':');

    private static bool IsSuffix(string word) => Suffixes.Contains(Bare(word));

    private static bool IsNameWord(string word) =>
        word.Length > 0 && (char.IsUpper(word[0]) || char.IsAsciiDigit(word[0]) || IsSuffix(word) || word.AsSpan(1).IndexOfAnyInRange('A', 'Z') >= 0);

    private static string? Finish(List<string> words)
    {
        while (words.Count > 0 && Connectors.Contains(words[0]))
            words.RemoveAt(0);
        while (words.Count > 0 && Connectors.Contains(Bare(words[^1])))
            words.RemoveAt(words.Count - 1);
        var name = string.Join(' ', words).TrimEnd(',', ';', ':', ' ');
        return name.Length is < 2 or > 100 || !name.Any(char.IsLetter) ? null : name;
    }
}
