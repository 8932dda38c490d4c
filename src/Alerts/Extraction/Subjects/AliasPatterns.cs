namespace Alerts.Extraction.Subjects;

/// <summary>
/// Reads which names mean the same drug: "X (Y)", "X, also known as Y", "X (formerly Y/Z)", "X® (y)".
/// </summary>
internal static class AliasPatterns
{
    private const int LongestParenthesis = 90;

    private static readonly string[] Linking = ["also known as", "formerly known as", "previously known as", "formerly", "previously", "aka", "a.k.a.", "or", "also called", "known as"];

    // Words that may stand in a parenthesis of names.
    private static readonly HashSet<string> Filling = new(StringComparer.OrdinalIgnoreCase) { "formerly", "known", "as", "also", "previously", "or", "aka", "called", "marketed", "and", "to", "referred", "licensed", "by", "the", "developed", "injection", "until", "now", "®", "™" };

    /// <summary>Collects the links of a document.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="names">The names that are or may be drugs', in order.</param>
    /// <param name="links">Where the links go.</param>
    /// <param name="known">All drug names; short forms found in parentheses are added.</param>
    public static void Collect(string text, List<NameCandidate> names, NameLinks links, Dictionary<string, KnownName> known)
    {
        for (var i = 0; i < names.Count; i++)
        {
            var rest = AfterTrademark(text, names[i].End);
            if (!known.ContainsKey(ProgramNames.Key(text, names[i])) && !(i + 1 < names.Count && known.ContainsKey(ProgramNames.Key(text, names[i + 1]))))
                continue;
            if (rest < text.Length && text[rest] is '(' or '[')
                CollectParenthesis(text, rest, names, i, links, known);
            else if (i + 1 < names.Count && IsLinked(text.AsSpan(rest, Math.Max(0, names[i + 1].Start - rest)), names[i].Form == NameForm.Inn && names[i + 1].Form == NameForm.Inn))
                Link(text, names[i], names[i + 1], links, known);
        }

        // A nonproprietary name of two brands ("EYLEA", "EYLEA HD") is short for neither.
        foreach (var inn in known.Where(p => p.Value.Form == NameForm.Inn).Select(p => p.Key).ToList())
        {
            if (links.LinkedTo(inn).Count(l => known.TryGetValue(l, out var k) && k.Form == NameForm.Brand) > 1)
                links.Isolate(inn);
        }
    }

    private static void CollectParenthesis(string text, int open, List<NameCandidate> names, int index, NameLinks links, Dictionary<string, KnownName> known)
    {
        var close = text.AsSpan(open, Math.Min(LongestParenthesis, text.Length - open)).IndexOfAny(')', '\n');
        if (close < 0 || text[open + close] == '\n')
            return;
        close += open;
        var inside = names.Skip(index + 1).TakeWhile(n => n.Start < close).Where(n => n.Start > open).ToList();
        if (OnlyNames(text, open + 1, close, inside) && !(inside is [{ Form: NameForm.Inn } part] && IsPart(text, part)))
        {
            foreach (var other in inside)
                Link(text, names[index], other, links, known);
        }
        else if (inside.Count == 1 && text.AsSpan(open, inside[0].Start - open).EndsWith(" as "))
        {
            Link(text, names[index], inside[0], links, known);
        }

        AddShortForm(text, open + 1, close, names[index], links, known);
    }

    // "EXA-101 (oral D-cycloserine/lurasidone)": what it is made of, not what it is called.
    private static bool IsPart(string text, NameCandidate name) => text[name.Start - 1] is '/' or '+' || (name.End < text.Length && text[name.End] is '/' or '+');

    // "sacituzumab tirumotecan (sac-TMT, …)": a short form in letters, told by its first letters.
    private static void AddShortForm(string text, int start, int close, NameCandidate name, NameLinks links, Dictionary<string, KnownName> known)
    {
        var end = start;
        while (end < close && (char.IsLetterOrDigit(text[end]) || text[end] == '-'))
            end++;
        var word = text[start..end];
        if (word.Length is < 4 or > 20 || !(end == close || text[end] is ',' or ';' or ']') || known.ContainsKey(word.ToUpperInvariant()))
            return;
        if (!word.Contains('-', StringComparison.Ordinal) || NotDrugs.Contains(word) || char.ToUpperInvariant(word[0]) != char.ToUpperInvariant(text[name.Start]))
            return;
        known[word.ToUpperInvariant()] = new KnownName(word, NameForm.Code, ProgramEvidence.Enough, known.Count, LowerSeen: true);
        links.Add(ProgramNames.Key(text, name), word.ToUpperInvariant());
    }

    private static bool OnlyNames(string text, int start, int close, List<NameCandidate> inside)
    {
        if (inside.Count == 0)
            return false;
        var at = start;
        foreach (var name in inside)
        {
            if (!OnlyFilling(text.AsSpan(at, name.Start - at)))
                return false;
            at = name.End;
        }

        return OnlyFilling(text.AsSpan(at, close - at));
    }

    private static bool OnlyFilling(ReadOnlySpan<char> text)
    {
        foreach (var range in text.SplitAny(" ,;/[]®™"))
        {
            var word = text[range];
            if (!word.IsEmpty && !IsSuffix(word) && !Filling.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) && !(word.Length >= 4 && word.IndexOf('-') > 0 && word.IndexOfAnyInRange('0', '9') < 0))
                return false;
        }

        return true;
    }

    // "mirvetuximab soravtansine-gynx": the four letters that tell biologics apart.
    private static bool IsSuffix(ReadOnlySpan<char> word) => word.Length == 5 && word[0] == '-' && word[1..].IndexOfAnyExceptInRange('a', 'z') < 0;

    private static bool IsLinked(ReadOnlySpan<char> between, bool bothNonproprietary)
    {
        between = between.Trim(" ,®™");
        if (between is "/")
            return !bothNonproprietary;
        foreach (var phrase in Linking)
        {
            if (phrase.Length > 2 && between.Equals(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static void Link(string text, NameCandidate a, NameCandidate b, NameLinks links, Dictionary<string, KnownName> known)
    {
        var (first, second) = (ProgramNames.Key(text, a), ProgramNames.Key(text, b));
        // A code that stands for a drug is one, however rarely it is named.
        if (known.ContainsKey(first))
            AddCode(text, b, known, known.Count);
        else if (known.TryGetValue(second, out var later))
            AddCode(text, a, known, later.Order - 1);
        if (known.ContainsKey(first) && known.ContainsKey(second))
            links.Add(first, second);
    }

    private static void AddCode(string text, NameCandidate name, Dictionary<string, KnownName> known, int order)
    {
        if (name.Form == NameForm.Code && !NotDrugs.Contains(text[name.Start..name.End]))
            known.TryAdd(ProgramNames.Key(text, name), new KnownName(text[name.Start..name.End], name.Form, ProgramEvidence.Enough, order, LowerSeen: false));
    }

    private static int AfterTrademark(string text, int end)
    {
        while (end < text.Length && text[end] is ' ' or '®' or '™' or '*')
            end++;
        if (end + 3 < text.Length && (string.CompareOrdinal(text, end, "(R)", 0, 3) == 0 || string.CompareOrdinal(text, end, "(TM)", 0, 4) == 0))
            return AfterTrademark(text, text.IndexOf(')', end) + 1);
        return end;
    }
}
