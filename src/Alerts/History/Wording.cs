namespace Alerts.History;

/// <summary>How alike two phrases of free text are.</summary>
internal enum Likeness
{
    /// <summary>They share too little to be about the same thing.</summary>
    Different,

    /// <summary>They share half of the shorter one: the same only where all else agrees.</summary>
    Partial,

    /// <summary>One says what the other says, perhaps with more words.</summary>
    Same,
}

/// <summary>
/// Compares what documents say in their own words: populations, arms, terms. "CLL patients" is "patients with
/// chronic lymphocytic leukemia"; "platinum-resistant" and "platinum-sensitive ovarian cancer" are two things.
/// </summary>
internal static class Wording
{
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "a", "all", "an", "and", "any", "as", "at", "by", "change", "clinical", "enrolled", "evaluable", "for", "from", "group",
        "in", "mean", "median", "of", "on", "or", "overall", "participant", "patient", "population", "rate", "recipient",
        "reported", "score", "study", "subject", "the", "to", "total", "treated", "trial", "volunteer", "who", "with", "baseline",
    };

    /// <summary>The words that carry meaning, in the order of the text, in the singular.</summary>
    public static IReadOnlyList<string> Words(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];

        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetterOrDigit(text[i]) || IsJoined(text, i)))
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0 && Normal(text[start..i].ToLowerInvariant()) is var word && !Empty.Contains(word) && !words.Contains(word))
                words.Add(word);
            start = -1;
        }

        return words;
    }

    /// <summary>The words in a fixed order, for keys: "vision blurred" and "blurred vision" are one.</summary>
    public static string Key(string? text) => string.Join(' ', Words(text).Order(StringComparer.Ordinal));

    /// <summary>Compares two phrases that both say something.</summary>
    public static Likeness Compare(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var (a, b) = (Spell(left, right), Spell(right, left));
        var shared = a.Count(b.Contains);
        var shorter = Math.Min(a.Count, b.Count);
        return shared == shorter ? Likeness.Same
            : 2 * shared >= shorter && shared > 0 ? Likeness.Partial
            : Likeness.Different;
    }

    // Writes out the short forms whose long form the other phrase uses.
    private static HashSet<string> Spell(IReadOnlyList<string> words, IReadOnlyList<string> other)
    {
        var spelled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (!other.Contains(word) && LongForm(word, other) is { } run)
                spelled.UnionWith(run);
            else
                spelled.Add(word);
        }

        return spelled;
    }

    private static IEnumerable<string>? LongForm(string word, IReadOnlyList<string> other)
    {
        if (word.Length is < 2 or > 6)
            return null;

        for (var start = 0; start + word.Length <= other.Count; start++)
        {
            var run = other.Skip(start).Take(word.Length);
            if (run.Select(w => w[0]).SequenceEqual(word))
                return run;
        }

        return null;
    }

    // The ampersand of "H&N" makes one short form of two letters.
    private static bool IsJoined(string text, int i) =>
        text[i] == '&' && i > 0 && i + 1 < text.Length && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]);

    private static string Normal(string word) => word switch
    {
        "1st" => "first",
        "2nd" => "second",
        "3rd" => "third",
        _ => Singular(word.Replace("&", "", StringComparison.Ordinal).Replace("tumour", "tumor", StringComparison.Ordinal).Replace("aemia", "emia", StringComparison.Ordinal)),
    };

    private static string Singular(string word) =>
        word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("is", StringComparison.Ordinal)
            ? word[..^1]
            : word;
}
