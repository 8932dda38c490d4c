using Alerts.Extraction.Language;
using Alerts.Filings;

namespace Alerts.Extraction.Subjects;

/// <summary>The programs and trials that a filing names, and which of them each sentence speaks about.</summary>
public sealed class SubjectIndex
{
    /// <summary>How many blocks under one heading are looked back for a topic.</summary>
    private const int LookBack = 12;

    private readonly Dictionary<FilingDocument, DocumentNames> _documents;
    private readonly Dictionary<TrialName, TrialFacts> _trialFacts;
    private readonly ProgramName? _mainProgram;
    private readonly string? _company;

    private SubjectIndex(IReadOnlyList<ProgramName> programs, IReadOnlyList<TrialName> trials, List<DocumentNames> documents, string? company)
    {
        _company = company;
        Programs = programs;
        _documents = documents.ToDictionary(d => d.Document, ReferenceEqualityComparer.Instance as IEqualityComparer<FilingDocument>);
        _trialFacts = TrialFacts.Collect(documents);
        Trials = [.. trials.Select(t => _trialFacts.TryGetValue(t, out var facts) ? t with { Phase = facts.Phase, Programs = [.. facts.Programs.Select(p => p.FullName)] } : t)];
        var mains = documents.Select(d => d.MainProgram).OfType<ProgramName>().Distinct().ToList();
        _mainProgram = mains.Count == 1 ? mains[0] : null;
    }

    /// <summary>The drugs, in the order of first mention.</summary>
    public IReadOnlyList<ProgramName> Programs { get; }

    /// <summary>The trials, in the order of first mention.</summary>
    public IReadOnlyList<TrialName> Trials { get; }

    /// <summary>Reads all names of a filing once.</summary>
    public static SubjectIndex Build(ReadFiling filing)
    {
        var scanned = filing.Documents.Select(d => (d.Text, NameScanner.Scan(d.Text))).ToList();
        var programs = ProgramNames.Find(scanned);
        var trials = TrialNames.Find(scanned, programs);
        var trialNames = trials.SelectMany(t => t.Names).ToHashSet();
        programs.RemoveAll(p => p.Names.All(trialNames.Contains));
        var finder = new MentionFinder(programs, trials, filing.Facts.Company);
        return new SubjectIndex(programs, trials, [.. filing.Documents.Select(d => new DocumentNames(d, finder.In(d.Text)))], filing.Facts.Company);
    }

    /// <summary>What the sentence, from <paramref name="position"/> in it on, speaks about: named there, else in the
    /// block, the headings above, the document's title.</summary>
    public Subject At(Sentence sentence, int position)
    {
        if (!_documents.TryGetValue(sentence.Document, out var names))
            return new Subject();
        var at = sentence.Start + position;
        var here = WithoutAsides(names.Mentions(sentence.Start, sentence.End).ToList(), sentence, at);
        var own = here.Find(m => BelongsTo(sentence, at, m.Start) && !(m.Program is not null && IsArm(sentence.Document.Text, m.End)));
        var program = own is { Role: MentionRole.Subject, Program: { } named } ? named : Nearest(here, at, m => m.Role == MentionRole.Subject ? m.Program : null);
        var trial = own?.Trial ?? Nearest(here, at, m => m.Trial);
        var isComparator = program is null && trial is null && (here.Exists(m => m.Role == MentionRole.Comparator && m.Start < at) || OtherCompanies.ReportsBefore(sentence.Document.Text, at, _company));
        var context = Context(names, sentence).ToList();
        program ??= SoleProgram(trial) ?? context.Select(m => m.Role == MentionRole.Subject ? m.Program ?? SoleProgram(m.Trial) : null).FirstOrDefault(p => p is not null)
            ?? names.MainProgram ?? _mainProgram;
        var aside = Aside(sentence, at);
        var phase = names.PhaseNear(sentence.Start, aside?.Start ?? sentence.End, at) ?? (aside is { } skipped ? names.PhaseNear(skipped.End, sentence.End, at) : null) ?? PhaseOf(trial) ?? ContextPhase(names, sentence);
        trial ??= TrialByDisease(sentence, program) ?? ContextTrial(names, context, program, phase, sentence.Start);
        return new Subject
        {
            Program = program?.FullName,
            Trial = trial?.FullName,
            Phase = PhaseOf(trial) ?? phase,
            Indication = Indications.In(sentence.Text) ?? Indications.In(sentence.Block.Text) ?? sentence.Headings.Reverse().Select(Indications.In).FirstOrDefault(i => i is not null),
            IsComparator = isComparator,
        };
    }

    /// <summary>True where a document's title, or nearly all its mentions, name a single drug.</summary>
    internal bool HasOneTopic(FilingDocument document) => _documents.TryGetValue(document, out var names) && names.MainProgram is not null;

    /// <summary>The places in a sentence where drugs and trials are named, in order.</summary>
    internal IEnumerable<Mention> MentionsIn(Sentence sentence) =>
        _documents.TryGetValue(sentence.Document, out var names) ? names.Mentions(sentence.Start, sentence.End) : [];

    // "-73% in patients from MUIR and -86% in patients from SHASTA-2": what follows a figure closely is the figure's own.
    private static bool BelongsTo(Sentence sentence, int at, int mention)
    {
        if (mention <= at || mention - at > 48)
            return false;
        var between = sentence.Text.AsSpan(at - sentence.Start, mention - at);
        return between.IndexOfAny(',', ';') < 0 && between.IndexOf(" and ") < 0 && between.IndexOf(" vs") < 0 && between.IndexOf(" versus ") < 0 && between.IndexOf(" compared ") < 0
            && (between.EndsWith(" from ") || between.EndsWith(" in ") || between.EndsWith(" in the ") || between.EndsWith(" with ") || between.EndsWith(" on ") || between.EndsWith(" of the ") || between.EndsWith(" from the ") || between.EndsWith(" with the "));
    }

    // "19.8% in the ibrutinib arm": the drug names the control, not the topic.
    private static bool IsArm(string text, int end)
    {
        var after = WordWindow.After(text, end);
        return after is "arm" or "group" or "cohort" or "arms" or "groups";
    }

    // A trial or drug named in brackets is not the topic of what stands outside: "PARADIGM comprises two studies (APPROACH
    // and EMBRACE) with 550 patients".
    private static List<Mention> WithoutAsides(List<Mention> mentions, Sentence sentence, int at)
    {
        if (Aside(sentence, at) is { } aside)
            mentions.RemoveAll(m => m.Start > aside.Start && m.Start < aside.End);
        if (mentions.Count < 2)
            return mentions;
        var open = Opened(sentence, at);
        var outside = mentions.FindAll(m => Opened(sentence, m.Start) is var own && (own < 0 || own == open));
        return outside.Count == 0 ? mentions : outside;
    }

    // "…, which most resembles the 4FRONT-1 population, 87% required …": the relative clause before a place, in the document's offsets.
    private static (int Start, int End)? Aside(Sentence sentence, int at)
    {
        var before = sentence.Text.AsSpan(0, Math.Clamp(at - sentence.Start, 0, sentence.Text.Length));
        var which = before.LastIndexOf(", which");
        var end = which < 0 ? -1 : before[(which + 2)..].IndexOf(',');
        return end < 0 ? null : (sentence.Start + which, sentence.Start + which + 2 + end);
    }

    // Offset of the bracket that is open at a place; -1 where none is.
    private static int Opened(Sentence sentence, int at)
    {
        var depth = 0;
        for (var i = Math.Clamp(at - sentence.Start, 0, sentence.Text.Length) - 1; i >= 0; i--)
        {
            depth += sentence.Text[i] == ')' ? 1 : sentence.Text[i] == '(' ? -1 : 0;
            if (depth < 0)
                return i;
        }

        return -1;
    }

    // What is named last before the position, else first behind it.
    private static T? Nearest<T>(List<Mention> mentions, int at, Func<Mention, T?> select)
        where T : class
    {
        T? found = null;
        foreach (var mention in mentions)
        {
            if (found is not null && mention.Start > at)
                break;
            found = select(mention) ?? found;
        }

        return found;
    }

    // The mentions around a sentence, the closest context first: earlier in its block, what it hangs on, then what
    // stands before under the same heading. Of an earlier sentence the first name is its topic.
    private static IEnumerable<Mention> Context(DocumentNames names, Sentence sentence)
    {
        foreach (var mention in names.Mentions(sentence.Block.Start, sentence.Start).Reverse())
            yield return mention;
        var floor = 0;
        foreach (var index in sentence.Above.Reverse())
        {
            floor = Math.Max(floor, sentence.Document.Blocks[index].Kind == BlockKind.Heading ? index : 0);
            foreach (var mention in names.InBlock(index))
                yield return mention;
        }

        for (var index = sentence.BlockIndex - 1; index > floor && index >= sentence.BlockIndex - LookBack; index--)
        {
            foreach (var mention in names.InBlock(index))
                yield return mention;
        }
    }

    private static string? ContextPhase(DocumentNames names, Sentence sentence)
    {
        var blockStart = sentence.Block.Start;
        if (names.PhaseNear(blockStart, sentence.Start, sentence.Start) is { } phase)
            return phase;
        foreach (var index in sentence.Above.Reverse())
        {
            var block = sentence.Document.Blocks[index];
            if (names.PhaseNear(block.Start, block.Start + block.Text.Length, block.Start + block.Text.Length) is { } above)
                return above;
        }

        return null;
    }

    // A trial of the context counts where it is the program's and of the phase that the sentence speaks of.
    private TrialName? ContextTrial(DocumentNames names, List<Mention> context, ProgramName? program, string? phase, int start)
    {
        bool Fits(TrialName trial) =>
            !_trialFacts.TryGetValue(trial, out var facts)
            || ((program is null || facts.Programs.Count == 0 || facts.Programs.Contains(program)) && (phase is null || facts.Phase is null || facts.Phase == phase));

        foreach (var mention in context)
        {
            if (mention.Trial is { } trial && Fits(trial))
                return trial;
        }

        if (names.TitleTrial is { } title && Fits(title))
            return title;
        // Headlines before the first mention speak of the document's main trial.
        if (names.MainTrial is { } main && names.FirstTrialAt > start && Fits(main))
            return main;
        // The program's only trial of that phase; the only trial of all where none speaks against it.
        var own = _trialFacts.Where(p => program is not null && p.Value.Programs.Contains(program) && phase is not null && p.Value.Phase == phase).Select(p => p.Key).ToList();
        if (own.Count == 1)
            return own[0];
        return _trialFacts.Count == 1 && Programs.Count(p => p == program || program is null) <= 1 && Fits(_trialFacts.Keys.First()) && IsMain(program) ? _trialFacts.Keys.First() : null;
    }

    // "previously presented data in diabetic macular edema": of a drug's trials the one in that disease.
    private TrialName? TrialByDisease(Sentence sentence, ProgramName? program)
    {
        if (program is null || _trialFacts.Count < 2)
            return null;
        var named = _trialFacts.Where(p => p.Value.Disease is { } disease && p.Value.Programs.Contains(program) && sentence.Text.Contains(disease, StringComparison.OrdinalIgnoreCase)).Select(p => p.Key).Take(2).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    private bool IsMain(ProgramName? program) => program is not null && (_mainProgram == program || Programs.Count == 1);

    private string? PhaseOf(TrialName? trial) => trial is not null && _trialFacts.TryGetValue(trial, out var facts) ? facts.Phase : null;

    private ProgramName? SoleProgram(TrialName? trial) =>
        trial is not null && _trialFacts.TryGetValue(trial, out var facts) && facts.Programs.Count == 1 ? facts.Programs.First() : null;
}
