namespace Alerts.Extraction.Subjects;

/// <summary>
/// Tells where a text says of a name that it is a product's: "EXA101, an oral melanocortin agonist", "our lead candidate, VALDIL",
/// "Valdora (satrelimab)".
/// </summary>
internal static class Introductions
{
    private const int Reach = 200;

    private const int ReachBefore = 60;

    private const int LongestParenthesis = 60;

    /// <summary>"its first-in-class oral psoriasis drug".</summary>
    private const int MostAdjectives = 4;

    /// <summary>Words for what a drug is, as they stand in "an oral melanocortin agonist".</summary>
    private static readonly string[] Products =
    [
        "inhibitor", "antibody", "therap", "vaccine", "drug", "candidate", "agonist", "antagonist", "conjugate", "treatment", "compound", "product", "modulator", "degrader", "formulation", "molecule", "peptide", "immunoconjugate", "CAR T", "CAR-T", "ADC", "rinse", "oligonucleotide", "siRNA", "RNAi", "enzyme", "blocker", "activator", "potentiator", "corrector", "stimulator", "biologic", "agent", "prodrug", "suspension", "implant",
    ];

    /// <summary>The last words of what a product is said to be.</summary>
    private static readonly string[] Heads =
    [
        "inhibitor", "antibody", "therapy", "therapeutic", "vaccine", "drug", "candidate", "agonist", "antagonist", "conjugate", "treatment", "compound", "product", "modulator", "degrader", "formulation", "molecule", "peptide", "agent", "immunotherapy", "oligonucleotide", "siRNA", "enzyme", "blocker", "activator", "potentiator", "corrector", "stimulator", "biologic", "biosimilar", "medicine", "medication", "antibiotic", "antiviral", "antifungal", "analgesic", "prodrug", "analog", "analogue", "implant", "insert", "ointment", "cream", "gel", "spray", "suspension", "injectable", "psychedelic", "prophylactic",
    ];

    private static readonly string[] Articles = ["a ", "an ", "the ", "its ", "our "];

    private static readonly string[] Owned = ["the company’s ", "the company's "];

    private static readonly string[] Owners = [" its ", " our ", "’s ", "'s "];

    // Behind these words a phrase no longer says what the thing is, but what it does and for whom.
    private static readonly string[] Ends = [" in ", " of ", " for ", " that ", " which ", " to ", " with ", " by ", " designed ", " being ", " developed ", " under ", " currently ", " intended ", " indicated ", " administered ", " based ", " approved ", " from "];

    private static readonly string[] Candidates = ["candidate", "lead asset", "lead program", "lead compound", "lead product", "lead drug", "lead therapy", "lead vaccine", "lead molecule", "investigational drug", "investigational therapy", "investigational agent", "study drug"];

    /// <summary>True where a name is explained behind it or announced before it.</summary>
    public static bool IsIntroduced(string text, int start, int end) => IsExplained(text, end) || IsAnnounced(text, start);

    /// <summary>True for "EXA101, an oral melanocortin agonist" and "EXA112 is an allogeneic therapy"; not for a company.</summary>
    public static bool IsExplained(string text, int end)
    {
        var rest = Explanation(text, end);
        if (StartsWithAny(rest, Owned))
            return NamesProduct(rest);
        return StartsWithAny(rest, Articles) && !rest.Contains("company", StringComparison.OrdinalIgnoreCase) && NamesProduct(rest);
    }

    /// <summary>As above, for a name that is built like any word: the phrase itself must end in what a product is.</summary>
    public static bool IsNarrowlyExplained(string text, int end)
    {
        var rest = Explanation(text, end);
        var isOwn = StartsWithAny(rest, Owned);
        if (!isOwn && (!StartsWithAny(rest, Articles) || rest.Contains("company", StringComparison.OrdinalIgnoreCase)))
            return false;
        if (isOwn)
            rest = rest[Owned[0].Length..];
        foreach (var word in Ends)
        {
            if (rest.IndexOf(word) is var at and > 0)
                rest = rest[..at];
        }

        // "a telomere targeting agent", but "an antibody targeting two antigens"
        if (rest.IndexOf(" targeting ") is var aim and > 0 && EndsInHead(rest[..aim].TrimEnd().TrimEnd('s'), StringComparison.OrdinalIgnoreCase))
            return true;
        foreach (var range in rest.Split(','))
        {
            if (EndsInHead(rest[range].TrimEnd().TrimEnd('s'), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool EndsInHead(ReadOnlySpan<char> phrase, StringComparison comparison)
    {
        foreach (var head in Heads)
        {
            if (phrase.EndsWith(head, comparison) && phrase.Length > head.Length && !char.IsLetter(phrase[^(head.Length + 1)]))
                return true;
        }

        return false;
    }

    /// <summary>True where a capitalised word is introduced so that it must be a product's name.</summary>
    public static bool IsOfWord(string text, int start, int end) => IsNarrowlyExplained(text, end) || IsAnnounced(text, start) || IsBesideDrug(text, start, end) || IsGiven(text, start, end);

    // "approval of Valdora", "patients treated with Valdora": with no other name behind it, as in the capitals of a headline.
    private static bool IsGiven(string text, int start, int end)
    {
        var rest = text.AsSpan(end, Math.Min(2, text.Length - end));
        if (rest.IsEmpty || rest[0] is '’' or '\'' or '-' or '/' || (rest.Length == 2 && rest[0] == ' ' && !char.IsLower(rest[1])))
            return false;
        var before = WordWindow.TextBefore(text, start, ReachBefore);
        foreach (var phrase in Giving)
        {
            if (before.EndsWith(phrase, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static readonly string[] Giving =
        ["approval of ", "approved ", "application for ", "(NDA) for ", "(BLA) for ", "(MAA) for ", "(sNDA) for ", "(sBLA) for ", "NDA for ", "BLA for ", "launch of ", "sales of ", "treated with ", "treatment with ", "receiving ", "received ", "dose of ", "doses of ", "randomized to "];

    /// <summary>"Valdora (satrelimab)", "satrelimab (Valdora)".</summary>
    public static bool IsBesideDrug(string text, int start, int end)
    {
        if (start > 2 && text[start - 1] == '(' && text[start - 2] == ' ')
            return text.AsSpan(end, Math.Min(3, text.Length - end)).TrimStart("®™ ").StartsWith(')') && InnStems.IsName(WordWindow.Before(text, start));
        var rest = text.AsSpan(end, Math.Min(40, text.Length - end)).TrimStart("®™ ");
        if (!rest.StartsWith('('))
            return false;
        var word = rest[1..NameWordEnd(rest)];
        return InnStems.IsName(word) || DrugCodes.IsPlain(word.ToString());
    }

    private static int NameWordEnd(ReadOnlySpan<char> parenthesis) => Math.Min(parenthesis.Length, 1 + NameWord.End(parenthesis[1..], 0));

    /// <summary>"its lead product candidate, VALDIL".</summary>
    public static bool IsAnnounced(string text, int start)
    {
        var before = WordWindow.TextBefore(text, start, ReachBefore).TrimEnd(" ,“\"(:");
        foreach (var phrase in Candidates)
        {
            if (before.EndsWith(phrase, StringComparison.Ordinal))
                return true;
        }

        return IsOwned(before);
    }

    // "advanced its oral psoriasis drug" before a name.
    private static bool IsOwned(ReadOnlySpan<char> before)
    {
        if (before.EndsWith(',') || !EndsInHead(before, StringComparison.Ordinal))
            return false;
        foreach (var owner in Owners)
        {
            if (before.LastIndexOf(owner) is var at and >= 0 && before[(at + owner.Length)..] is var phrase && phrase.Count(' ') <= MostAdjectives && phrase.IndexOfAny('.', ';', ',') < 0)
                return true;
        }

        return false;
    }

    /// <summary>True where a text holds a word for what a drug is.</summary>
    public static bool NamesProduct(ReadOnlySpan<char> text)
    {
        foreach (var product in Products)
        {
            if (text.Contains(product, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    // What is said of a name behind a comma or "is", to the end of the statement; empty where nothing is.
    private static ReadOnlySpan<char> Explanation(string text, int end)
    {
        var rest = WordWindow.TextAfter(text, end, Reach).TrimStart("®™)* ");
        // "Luminersen (EXB-120), an antisense oligonucleotide"
        if (rest.StartsWith('(') && rest.IndexOf(')') is var close and > 0 and < LongestParenthesis)
            rest = rest[(close + 1)..].TrimStart();
        if (rest.StartsWith(','))
            rest = rest[1..].TrimStart();
        else if (rest.StartsWith("is "))
            rest = rest[3..];
        else
            return [];
        var stop = rest.IndexOfAny('.', ';');
        return stop < 0 ? rest : rest[..stop];
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
