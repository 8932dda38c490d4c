namespace Alerts.Extraction.Subjects;

/// <summary>Decides which candidates of a filing are trials, and which of their names mean the same one.</summary>
internal static class TrialNames
{
    private const int RegistryReach = 60;

    /// <summary>No filing is about more trials; what looks like more is a list of something else.</summary>
    private const int Most = 200;

    /// <summary>The trials that the documents name.</summary>
    /// <param name="documents">Texts and candidates.</param>
    /// <param name="programs">The drugs, which "trial" behind a code does not make a trial.</param>
    public static List<TrialName> Find(IReadOnlyList<(string Text, List<NameCandidate> Names)> documents, IReadOnlyList<ProgramName> programs)
    {
        var drugs = programs.Where(p => !p.IsAssumed).SelectMany(p => p.Names).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // A name with a trademark sign is never a trial's, whatever its patients do.
        drugs.UnionWith(documents.SelectMany(d => d.Names.Where(n => n.Form == NameForm.Brand).Select(n => d.Text[n.Start..n.End])));
        var trials = new Dictionary<string, NameForm>();
        foreach (var (text, names) in documents)
        {
            foreach (var name in names)
            {
                var written = text[name.Start..name.End];
                if (name.Form == NameForm.Code && ExtendsDrug(written, drugs) || TrialEvidence.IsTrial(text, name, IsDrug(written, name.Form, drugs)) || (!drugs.Contains(written) && TrialEvidence.IsTold(text, name)))
                    trials.TryAdd(written, name.Form);
            }
        }

        AddSiblings(documents, trials);
        var links = new NameLinks();
        foreach (var (text, names) in documents)
            LinkRegistryNumbers(text, names, trials, links);
        return [.. links.Group(trials.Keys).Select(g => Describe(g, trials)).Take(Most)];
    }

    // A code that is built like a compound's is one, but where its letters are a drug by themselves ("ZELI-101"); capitals may
    // be a trial's name and a drug's, but for "EXA-AX".
    private static bool IsDrug(string name, NameForm form, HashSet<string> drugs) => form switch
    {
        NameForm.Capitals => name.Contains('-', StringComparison.Ordinal) && drugs.Contains(name),
        NameForm.Code when DrugCodes.IsPlain(name) => drugs.Contains(name) || !drugs.Contains(DrugCodes.Family(name)),
        _ => drugs.Contains(name),
    };

    // "ATH434-201" is a trial of ATH434.
    private static bool ExtendsDrug(string name, HashSet<string> drugs)
    {
        var hyphen = name.LastIndexOf('-');
        return hyphen > 3 && name.Length - hyphen is 4 or 5 && name[(hyphen + 1)..].All(char.IsAsciiDigit) && drugs.Contains(name[..hyphen]);
    }

    // "4FRONT-1 and 4FRONT-2": one of a numbered series makes the others trials.
    private static void AddSiblings(IReadOnlyList<(string Text, List<NameCandidate> Names)> documents, Dictionary<string, NameForm> trials)
    {
        var series = trials.Keys.Select(Series).OfType<string>().ToHashSet();
        if (series.Count == 0)
            return;
        foreach (var (text, names) in documents)
        {
            foreach (var name in names.Where(n => n.Form is NameForm.Capitals or NameForm.Code && Series(text[n.Start..n.End]) is { } own && series.Contains(own)))
                trials.TryAdd(text[name.Start..name.End], name.Form);
        }
    }

    // The name without its number: letters enough to be a name, and one or two digits behind a hyphen.
    private static string? Series(string name)
    {
        // "FORWARD I", "FORWARD II"
        if (name.IndexOf(' ', StringComparison.Ordinal) is var space and > 3 && name.AsSpan(0, space).IndexOfAnyExceptInRange('A', 'Z') < 0)
            return name[..space];
        var hyphen = name.LastIndexOf('-');
        return hyphen > 3 && name.Length - hyphen is 2 or 3 && char.IsAsciiDigit(name[^1]) && name[..hyphen].Count(char.IsUpper) > 3 ? name[..hyphen] : null;
    }

    // "NEXICART-2 (NCT06097832)", "the CBL-0205 Phase 2b study (NCT06005441)", "KL264-01/MK-2870-001"
    private static void LinkRegistryNumbers(string text, List<NameCandidate> names, Dictionary<string, NameForm> trials, NameLinks links)
    {
        NameCandidate? last = null;
        foreach (var name in names)
        {
            var written = text[name.Start..name.End];
            if (!trials.ContainsKey(written))
                continue;
            if (last is { } before)
            {
                var between = text.AsSpan(before.End, Math.Max(0, name.Start - before.End));
                var isParenthesis = name.Form == NameForm.Registry && before.Form != NameForm.Registry && between.Length <= RegistryReach && IsLead(between);
                if (isParenthesis || between is "/")
                    links.Add(text[before.Start..before.End], written);
            }

            last = name;
        }
    }

    // "… (", "… (ClinicalTrials.gov Identifier: ", "the AURORA trial–"
    private static bool IsLead(ReadOnlySpan<char> between)
    {
        between = between.TrimEnd();
        if (between.EndsWith(':'))
        {
            var open = between.LastIndexOf('(');
            if (open < 0 || !between[open..].Contains("ClinicalTrials", StringComparison.OrdinalIgnoreCase))
                return false;
            between = between[..(open + 1)];
        }

        if (between is [' ', ..] && between.Length < 10 && between[^1] is '–' or '-' or '—')
            return between.Contains(" trial", StringComparison.OrdinalIgnoreCase) || between.Contains(" study", StringComparison.OrdinalIgnoreCase);
        return between.EndsWith('(') && between.IndexOfAny('.', ';', '\n') < 0;
    }

    private static TrialName Describe(IReadOnlyList<string> group, Dictionary<string, NameForm> trials)
    {
        var named = group.Where(n => trials[n] != NameForm.Registry).ToList();
        var full = named.Count switch
        {
            0 => group[0],
            1 => named[0],
            _ => string.Join('/', named),
        };
        return new TrialName(full, [.. group]);
    }
}
