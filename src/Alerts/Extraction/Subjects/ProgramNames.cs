using System.Globalization;

namespace Alerts.Extraction.Subjects;

/// <summary>Decides which candidates of a filing are drugs, and which of their names mean the same one.</summary>
internal static class ProgramNames
{
    // Antibodies that are drugs of their own: "trastuzumab" is not short for "trastuzumab deruxtecan".
    private static readonly HashSet<string> NakedAntibodies = new(StringComparer.OrdinalIgnoreCase) { "trastuzumab", "rituximab", "cetuximab", "bevacizumab" };

    /// <summary>More mentions of one name say nothing more.</summary>
    private const int MostSeen = 60;

    /// <summary>No filing is about more drugs; what looks like more is a list of something else.</summary>
    private const int Most = 200;

    /// <summary>The drugs that the documents name.</summary>
    /// <param name="documents">Texts and candidates.</param>
    /// <param name="company">The filer, whose own name is no drug's however it is built.</param>
    public static List<ProgramName> Find(IReadOnlyList<(string Text, List<NameCandidate> Names)> documents, string? company)
    {
        var known = Weigh(documents, company);
        var links = new NameLinks();
        foreach (var (text, names) in documents)
            AliasPatterns.Collect(text, names.Where(n => n.Form == NameForm.Code || known.ContainsKey(Key(text, n))).ToList(), links, known);
        LinkShortConjugates(known, links);
        LinkMisprints(known, links);
        return [.. links.Group(known.Keys).Select(group => Describe(group, known)).Take(Most)];
    }

    /// <summary>A name without trademark signs, for comparison.</summary>
    public static string Key(string text, NameCandidate name) => text[name.Start..name.End].Replace('\u2011', '-').Replace('\u2010', '-').ToUpperInvariant();

    private static Dictionary<string, KnownName> Weigh(IReadOnlyList<(string Text, List<NameCandidate> Names)> documents, string? company)
    {
        var ownWords = (company ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var all = new Dictionary<string, KnownName>();
        foreach (var (text, names) in documents)
        {
            foreach (var name in names)
            {
                if (name.Form is NameForm.Study or NameForm.Registry || (name.Form is NameForm.Inn or NameForm.Word or NameForm.Brand && ownWords.Contains(text[name.Start..name.End])))
                    continue;
                var key = Key(text, name);
                var isFirst = !all.ContainsKey(key);
                if (isFirst && name.Form == NameForm.Word && IsPlainWord(text, text[name.Start..name.End]))
                    continue;
                var weight = isFirst && name.Form is NameForm.Brand or NameForm.Word ? WeighAll(text, text[name.Start..name.End], name.Form) : name.Form == NameForm.Word ? 0 : ProgramEvidence.Weigh(text, name);
                var isIntroduced = name.Form switch
                {
                    NameForm.Word => Introductions.IsOfWord(text, name.Start, name.End),
                    NameForm.Capitals => Introductions.IsNarrowlyExplained(text, name.End) || Introductions.IsAnnounced(text, name.Start),
                    _ => Introductions.IsIntroduced(text, name.Start, name.End),
                };
                all[key] = all.TryGetValue(key, out var seen)
                    ? seen with { Weight = seen.Weight + weight, Form = Stronger(seen.Form, name.Form), LowerSeen = seen.LowerSeen || char.IsLower(text[name.Start]), IsExplained = seen.IsExplained || isIntroduced }
                    : new KnownName(text[name.Start..name.End], name.Form, weight, all.Count, char.IsLower(text[name.Start])) { IsExplained = isIntroduced };
            }
        }

        var drugs = all.Where(p => IsDrug(p.Value)).ToDictionary();
        var families = drugs.Values.Where(d => d.Form == NameForm.Code && !DrugCodes.IsTrialNumber(d.Text)).Select(d => DrugCodes.Family(d.Text)).Where(f => f.Length > 0).ToHashSet();
        foreach (var (key, name) in all)
        {
            if (drugs.ContainsKey(key) || NotDrugs.Contains(name.Text))
                continue;
            // "CTX340, targeting a protein": what speaks against a target's name speaks little against a code of the family.
            if (name.Weight >= (DrugCodes.IsPlain(name.Text) ? -2 * ProgramEvidence.Enough : 0) && IsOfFamily(name, families))
                drugs.Add(key, name);
            else if (name.Weight >= 0 && name.Form is NameForm.Code or NameForm.Brand && DrugCodes.IsPlain(name.Text) && !name.Text.Contains(' ', StringComparison.Ordinal))
                drugs.Add(key, name with { IsAssumed = true });
        }

        return drugs;
    }

    // IDE849 beside IDE397; ARO-INHBE, which has no number, beside ARO-ALK7.
    private static bool IsOfFamily(KnownName name, HashSet<string> families)
    {
        var family = DrugCodes.Family(name.Text);
        if (!families.Contains(family) || DrugCodes.IsTrialNumber(name.Text))
            return false;
        return name.Form == NameForm.Code || (name.Form == NameForm.Brand && DrugCodes.IsPlain(name.Text)) || (name.Form == NameForm.Capitals && name.Text.Length > family.Length && name.Text[family.Length] == '-');
    }

    // A brand carries its sign once and is then named without.
    private static int WeighAll(string text, string name, NameForm form)
    {
        var weight = 0;
        for (int at = text.IndexOf(name, StringComparison.Ordinal), seen = 0; at >= 0 && weight < ProgramEvidence.Plenty && seen < MostSeen; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal), seen++)
            weight += ProgramEvidence.Weigh(text, new NameCandidate(at, at + name.Length, form));
        return weight;
    }

    private static NameForm Stronger(NameForm a, NameForm b) => a == NameForm.Inn || b == NameForm.Inn ? NameForm.Inn : a == NameForm.Brand || b == NameForm.Brand ? NameForm.Brand : a;

    private static bool IsDrug(KnownName name) => name.Form switch
    {
        // A capitalised word that never stands in lower case may be a surname: then the words around it must speak.
        // A name of two words ("cantuzumab mertansine") is no surname.
        NameForm.Inn => name.LowerSeen || name.Text.Contains(' ', StringComparison.Ordinal) || name.IsExplained || name.Weight >= (name.Text.EndsWith("sen", StringComparison.OrdinalIgnoreCase) ? ProgramEvidence.Enough : 1),
        // Plain capitals are mostly something else.
        NameForm.Capitals when DrugCodes.IsLettered(name.Text) => name.Weight >= ProgramEvidence.Enough && !NotDrugs.Contains(name.Text),
        NameForm.Capitals => name.IsExplained && name.Weight >= ProgramEvidence.Plenty && name.Text.Length >= 4 && !NotDrugs.Contains(name.Text),
        NameForm.Word => name.IsExplained && name.Weight >= ProgramEvidence.Plenty && !NotDrugs.Contains(name.Text),
        // "SCD-PED-02" is a study's number unless much speaks for a drug.
        NameForm.Code when DrugCodes.IsTrialNumber(name.Text) && name.Text.Count('-') > 1 => name.Weight >= ProgramEvidence.Plenty && !NotDrugs.Contains(name.Text),
        _ => name.Weight >= ProgramEvidence.Enough && !NotDrugs.Contains(name.Text),
    };

    // "Treatment is an agent …": a word that stands in small letters too is no name.
    private static bool IsPlainWord(string text, string name)
    {
        var plain = name.ToLowerInvariant();
        for (var at = text.IndexOf(plain, StringComparison.Ordinal); at >= 0; at = text.IndexOf(plain, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + plain.Length == text.Length || !char.IsLetterOrDigit(text[at + plain.Length])))
                return true;
        }

        return Pronouns.Contains(name);
    }

    private static readonly HashSet<string> Pronouns = ["These", "Those", "There", "Their", "Which", "Today", "Treatment", "Therapy", "Vaccination", "Company", "Product", "Study", "Trial"];

    // "mirvetuximab" for "mirvetuximab soravtansine", where no other conjugate begins alike.
    private static void LinkShortConjugates(Dictionary<string, KnownName> known, NameLinks links)
    {
        foreach (var group in known.Keys.Where(k => k.Contains(' ', StringComparison.Ordinal) && known[k].Form == NameForm.Inn).GroupBy(k => k[..k.IndexOf(' ', StringComparison.Ordinal)]))
        {
            if (group.Count() == 1 && known.ContainsKey(group.Key) && !NakedAntibodies.Contains(group.Key))
                links.Add(group.Key, group.Single());
        }
    }

    // "GEO-CMO4S1", where a letter O stands for a nought.
    private static void LinkMisprints(Dictionary<string, KnownName> known, NameLinks links)
    {
        foreach (var group in known.Where(p => p.Value.Form == NameForm.Code).Select(p => p.Key).GroupBy(WithNoughts).Where(g => g.Count() > 1))
        {
            foreach (var other in group.Skip(1))
                links.Add(group.First(), other);
        }
    }

    private static string WithNoughts(string code) => string.Concat(code.Select((c, i) => c == 'O' && i > 0 && i + 1 < code.Length && char.IsAsciiDigit(code[i + 1]) ? '0' : c));

    private static ProgramName Describe(IReadOnlyList<string> group, Dictionary<string, KnownName> known)
    {
        var names = group.Where(known.ContainsKey).Select(key => known[key]).ToList();
        var fullest = names
            .OrderBy(n => n.Form switch { NameForm.Inn => 0, NameForm.Brand or NameForm.Word => 1, _ => DrugCodes.IsConjugate(n.Text) && InnStems.IsName(n.Text.AsSpan(0, n.Text.LastIndexOf('-'))) ? 2 : 3 })
            .ThenByDescending(n => n.Form == NameForm.Inn ? n.Text.Length : 0)
            .ThenBy(n => n.Order)
            .First();
        var full = fullest.Form == NameForm.Inn ? fullest.Text.ToLower(CultureInfo.InvariantCulture) : fullest.Text;
        // "Trastuzumab-DM1" at a sentence's start
        if (fullest.Form == NameForm.Code && DrugCodes.IsConjugate(full) && InnStems.IsName(full.AsSpan(0, full.LastIndexOf('-'))))
            full = char.ToLowerInvariant(full[0]) + full[1..];
        return new ProgramName(full, [.. names.Select(n => n.Text)]) { IsAssumed = names.TrueForAll(n => n.IsAssumed) };
    }
}

/// <summary>A name that turned out to be a drug's.</summary>
/// <param name="Text">As first written.</param>
/// <param name="Form">How it looks.</param>
/// <param name="Weight">What the words around all its mentions add up to.</param>
/// <param name="Order">Its place among the filing's names by first mention.</param>
/// <param name="LowerSeen">True where it was seen in lower case.</param>
internal sealed record KnownName(string Text, NameForm Form, int Weight, int Order, bool LowerSeen)
{
    /// <summary>True where a mention says what it is ("an oral melanocortin agonist").</summary>
    public bool IsExplained { get; init; }

    /// <summary>True where only its shape says that it is a drug's.</summary>
    public bool IsAssumed { get; init; }
}
