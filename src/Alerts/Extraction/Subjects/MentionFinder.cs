namespace Alerts.Extraction.Subjects;

/// <summary>Finds all places where the names of a filing's drugs and trials stand, also without trademark sign or context.</summary>
internal sealed class MentionFinder
{
    private readonly Dictionary<string, List<Entry>> _byFirstWord = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<Entry>>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private readonly string? _company;

    /// <summary>A finder of these names.</summary>
    /// <param name="programs">The drugs.</param>
    /// <param name="trials">The trials.</param>
    /// <param name="company">The filer, whose own reports are told from other companies'.</param>
    public MentionFinder(IEnumerable<ProgramName> programs, IEnumerable<TrialName> trials, string? company)
    {
        _company = company;
        // Trials first: a code that names both is a trial where it says so.
        foreach (var trial in trials)
        {
            foreach (var name in trial.Names)
                Add(new Entry(name, null, trial));
        }

        foreach (var program in programs)
        {
            foreach (var name in program.Names.Where(n => !_byFirstWord.TryGetValue(FirstWord(n).ToString(), out var taken) || taken.TrueForAll(t => t.Name != n)))
                Add(new Entry(name, program, null));
        }

        _lookup = _byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The mentions of a document in order.</summary>
    public List<Mention> In(string text)
    {
        var mentions = new List<Mention>();
        if (_byFirstWord.Count == 0)
            return mentions;
        var i = 0;
        while (i < text.Length)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var word = FirstWord(text.AsSpan(i, Math.Min(64, text.Length - i)));
            // "HyBrytaTM": the sign lost its raised place.
            if (word.Length > 5 && word.EndsWith("TM", StringComparison.Ordinal) && char.IsLower(word[^3]))
                word = word[..^2];
            var entry = _lookup.TryGetValue(word, out var entries) ? entries.Find(e => Matches(text, i, e)) : null;
            if (entry is null)
            {
                i += Math.Max(1, word.Length);
                continue;
            }

            var end = i + entry.Name.Length;
            mentions.Add(new Mention(i, end, entry.Program, entry.Trial, RoleOf(text, i, end, mentions, entry)));
            i = end;
        }

        return Demote(mentions);
    }

    // What is mostly given before or alongside is background where a sentence does not say so too.
    private static List<Mention> Demote(List<Mention> mentions)
    {
        var byProgram = mentions.Where(m => m.Program is not null).GroupBy(m => m.Program!).ToList();
        var others = byProgram.Where(g => g.Count(m => m.Role != MentionRole.Subject) * 2 >= g.Count()).Select(g => g.Key).ToHashSet();
        // Beside a candidate that is named as often, a standard drug is its partner or control.
        var most = byProgram.Where(g => !StandardAgents.Contains(g.Key)).Select(g => g.Count()).DefaultIfEmpty(0).Max();
        others.UnionWith(byProgram.Where(g => StandardAgents.Contains(g.Key) && g.Count() <= most).Select(g => g.Key));
        var own = mentions.Where(m => m.Role == MentionRole.Subject).Select(m => m.Program).ToHashSet();
        mentions = mentions.ConvertAll(m => m.Role == MentionRole.OtherCompany ? m with { Role = own.Contains(m.Program) ? MentionRole.Subject : MentionRole.Comparator } : m);
        return others.Count == 0 ? mentions : mentions.ConvertAll(m => m.Program is { } p && m.Role == MentionRole.Subject && others.Contains(p) ? m with { Role = MentionRole.Background } : m);
    }

    // A name in a parenthesis behind another plays the same part: "prior Avastin® (bevacizumab)".
    private MentionRole RoleOf(string text, int start, int end, List<Mention> before, Entry entry)
    {
        if (entry.Program is null)
            return MentionRole.Subject;
        if (before.Count > 0 && before[^1].Program is not null && text.AsSpan(before[^1].End, start - before[^1].End).Trim(" ®™") is "(" or "[")
            return before[^1].Role;
        // "compared to CBL-A1 and CBL-A2"
        if (before.Count > 0 && before[^1] is { Program: not null, Role: not MentionRole.Subject } && text.AsSpan(before[^1].End, start - before[^1].End).Trim() is "and" or "or" or "/" or "and/or")
            return before[^1].Role;
        if (before.Count > 0 && before[^1] is { Program: { } other, Role: MentionRole.Subject } && other != entry.Program && IsCompared(text.AsSpan(before[^1].End, start - before[^1].End)))
            return MentionRole.Comparator;
        return OtherCompanies.ReportsBefore(text, start, _company) ? MentionRole.OtherCompany : MentionRoles.Of(text, start, end);
    }

    // "67% with zelitinib compared to 38% in patients receiving docetaxel"
    private static bool IsCompared(ReadOnlySpan<char> between) =>
        between.Length < 120 && between.IndexOf(". ") < 0 && (between.IndexOf(" compared ") >= 0 || between.IndexOf(" versus ") >= 0 || between.IndexOf(" vs") >= 0);

    private static bool Matches(string text, int start, Entry entry)
    {
        var end = start + entry.Name.Length;
        if (end > text.Length || (end < text.Length && char.IsLetterOrDigit(text[end]) && !text.AsSpan(end).StartsWith("TM", StringComparison.Ordinal)))
            return false;
        var written = text.AsSpan(start, entry.Name.Length);
        if (written.SequenceEqual(entry.Name))
            return true;
        // Names in plain capitals are words too ("EXTEND", "APPROACH"): only as written.
        return entry.Trial is null && entry.Name.Length > 4 && written.Equals(entry.Name, StringComparison.OrdinalIgnoreCase);
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text) => text[..NameWord.End(text, 0)];

    private void Add(Entry entry)
    {
        var first = FirstWord(entry.Name).ToString();
        if (!_byFirstWord.TryGetValue(first, out var entries))
            _byFirstWord[first] = entries = [];
        entries.Add(entry);
        // The longest first: "EYLEA HD" before "EYLEA".
        entries.Sort((a, b) => b.Name.Length.CompareTo(a.Name.Length));
    }

    private sealed record Entry(string Name, ProgramName? Program, TrialName? Trial);
}
