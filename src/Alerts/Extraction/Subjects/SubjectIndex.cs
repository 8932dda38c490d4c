using Alerts.Extraction.Language;
using Alerts.Filings;

namespace Alerts.Extraction.Subjects;

/// <summary>The programs and trials that a filing names, and which of them each sentence speaks about.</summary>
public sealed class SubjectIndex
{
    /// <summary>How many blocks under one heading are looked back for a topic.</summary>
    private const int LookBack = 12;

    /// <summary>A longer block is no paragraph, and its start says nothing of its end.</summary>
    private const int LongestBlock = 8000;

    /// <summary>So many names of a block tell what it is about.</summary>
    private const int MostNamed = 24;

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
        var programs = ProgramNames.Find(scanned, filing.Facts.Company);
        var trials = TrialNames.Find(scanned, programs);
        var trialNames = trials.SelectMany(t => t.Names).ToHashSet();
        programs.RemoveAll(p => p.Names.All(trialNames.Contains));
        var finder = new MentionFinder(programs, trials, filing.Facts.Company);
        return new SubjectIndex(programs, trials, [.. filing.Documents.Select(d => new DocumentNames(d, finder.In(d.Text)))], filing.Facts.Company);
    }

    /// <summary>What the sentence, from <paramref name="position"/> in it on, speaks about: named there, else in the
    /// block, the headings above, the document's title.</summary>
    public Subject At(Sentence sentence, int position) => At(sentence, position, isNear: false);

    /// <summary>As above; where <paramref name="isNear"/>, a trial counts only from the block itself and what it hangs on.</summary>
    internal Subject At(Sentence sentence, int position, bool isNear) => TopicAt(sentence, position, isNear) with { Indication = IndicationOf(sentence) };

    /// <summary>As <see cref="At(Sentence, int, bool)"/>, without looking for the disease.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="position">Where in it.</param>
    /// <param name="isNear">True where a trial counts only from the block itself and what it hangs on: one entry of a list says nothing of the next.</param>
    internal Subject TopicAt(Sentence sentence, int position, bool isNear = false)
    {
        if (!_documents.TryGetValue(sentence.Document, out var names))
            return new Subject();
        var at = sentence.Start + position;
        var here = NamedHere.WithoutAsides(names.Mentions(sentence.Start, sentence.End).ToList(), sentence, at);
        var own = here.Find(m => NamedHere.BelongsTo(sentence, at, m));
        var program = own is { Role: MentionRole.Subject, Program: { } named } ? named : NamedHere.Nearest(here, at, m => m.Role == MentionRole.Subject ? m.Program : null);
        var trial = own?.Trial ?? NamedHere.Nearest(here, at, m => m.Trial);
        var isComparator = program is null && trial is null && (here.Exists(m => m.Role == MentionRole.Comparator && m.Start < at) || OtherCompanies.ReportsBefore(sentence.Document.Text, at, _company));
        var context = Context(names, sentence).ToList();
        program ??= SoleProgram(trial) ?? context.Select(m => m.Role == MentionRole.Subject ? m.Program ?? SoleProgram(m.Trial) : null).FirstOrDefault(p => p is not null)
            ?? names.MainProgram ?? _mainProgram;
        var aside = NamedHere.Aside(sentence, at);
        var phase = names.PhaseNear(sentence.Start, aside?.Start ?? StatementEnd(sentence, position), at) ?? (aside is { } skipped ? names.PhaseNear(skipped.End, sentence.End, at) : null) ?? PhaseOf(trial) ?? ContextPhase(names, sentence, program, here.Exists(m => m.Program is not null && m.Program == program));
        trial ??= TrialByDisease(sentence, program) ?? ContextTrial(names, isNear ? Near(names, sentence) : context, program, phase, sentence, isNear);
        return new Subject
        {
            Program = program?.FullName,
            Trial = trial?.FullName,
            Phase = PhaseOf(trial) ?? phase,
            IsComparator = isComparator,
        };
    }

    /// <summary>True where a document's title, or nearly all its mentions, name a single drug.</summary>
    internal bool HasOneTopic(FilingDocument document) => _documents.TryGetValue(document, out var names) && names.MainProgram is not null;

    /// <summary>Full name of the only drug that a document's title names.</summary>
    internal string? TitleProgram(FilingDocument document) => _documents.TryGetValue(document, out var names) ? names.TitleProgram?.FullName : null;

    /// <summary>The places in a sentence where drugs and trials are named, in order.</summary>
    internal IEnumerable<Mention> MentionsIn(Sentence sentence) =>
        _documents.TryGetValue(sentence.Document, out var names) ? names.Mentions(sentence.Start, sentence.End) : [];

    // The mentions around a sentence, the closest context first: earlier in its block, what it hangs on, then what
    // stands before under the same heading. Of an earlier sentence the first name is its topic.
    private static IEnumerable<Mention> Context(DocumentNames names, Sentence sentence)
    {
        foreach (var mention in names.MentionsBefore(sentence.Start, sentence.Block.Start))
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

    // "to initiate the evaluation of EXA-2 this year, while a Phase 2 trial of EXA-1 goes on": the phase is the other's.
    private static int StatementEnd(Sentence sentence, int position)
    {
        var rest = sentence.Text.AsSpan(Math.Clamp(position, 0, sentence.Text.Length));
        foreach (var word in (ReadOnlySpan<string>)["; ", ", while ", ", whereas "])
        {
            if (rest.IndexOf(word) is var at and >= 0)
                rest = rest[..at];
        }

        return sentence.End - (sentence.Text.Length - Math.Clamp(position, 0, sentence.Text.Length)) + rest.Length;
    }

    private static List<Mention> Near(DocumentNames names, Sentence sentence) =>
        [.. names.MentionsBefore(sentence.Start, sentence.Block.Start), .. sentence.Above.Reverse().SelectMany(names.InBlock)];

    private static string? ContextPhase(DocumentNames names, Sentence sentence, ProgramName? program, bool isNamed)
    {
        var blockStart = sentence.Block.Start;
        if (names.PhaseNear(blockStart, sentence.Start, sentence.Start) is { } phase && IsAbout(names, blockStart, sentence.Start, program, isNamed))
            return phase;
        foreach (var index in sentence.Above.Reverse())
        {
            var block = sentence.Document.Blocks[index];
            if (names.PhaseNear(block.Start, block.Start + block.Text.Length, block.Start + block.Text.Length) is { } above && IsAbout(names, block.Start, block.Start + block.Text.Length, program, isNamed))
                return above;
        }

        return null;
    }

    // What is said of another drug says nothing of this one's phase.
    private static bool IsAbout(DocumentNames names, int start, int end, ProgramName? program, bool isNamed)
    {
        if (program is null)
            return true;
        var named = names.Mentions(start, end).Take(MostNamed).Where(m => m.Program is not null).ToList();
        return (named.Count == 0 && !isNamed) || named.Exists(m => m.Program == program);
    }

    // A trial of the context counts where it is the program's and of the phase that the sentence speaks of.
    private TrialName? ContextTrial(DocumentNames names, List<Mention> context, ProgramName? program, string? phase, Sentence sentence, bool isNear)
    {
        var (start, blockStart) = (sentence.Start, sentence.Block.Start);
        // A trial that no drug is named with belongs to its own block where the filing has several drugs.
        bool Fits(TrialName trial, bool isBeside = false) =>
            !_trialFacts.TryGetValue(trial, out var facts)
            || ((program is null || facts.Programs.Contains(program) || (facts.Programs.Count == 0 && (isBeside || Programs.Count < 2))) && (phase is null || facts.Phase is null || facts.Phase == phase));

        foreach (var mention in context)
        {
            if (mention.Trial is { } trial && Fits(trial, mention.Start >= blockStart && mention.Start < start))
                return trial;
        }

        if (names.TitleTrial is { } title && Fits(title) && (!isNear || names.IsTitleOf(title)))
            return title;
        if (isNear)
            return null;
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

    private static string? IndicationOf(Sentence sentence) =>
        Indications.In(sentence.Text) ?? (sentence.Block.Text.Length < LongestBlock ? Indications.In(sentence.Block.Text) : null) ?? sentence.Headings.Reverse().Select(Indications.In).FirstOrDefault(i => i is not null);

    private bool IsMain(ProgramName? program) => program is not null && (_mainProgram == program || Programs.Count == 1);

    private string? PhaseOf(TrialName? trial) => trial is not null && _trialFacts.TryGetValue(trial, out var facts) ? facts.Phase : null;

    private ProgramName? SoleProgram(TrialName? trial) =>
        trial is not null && _trialFacts.TryGetValue(trial, out var facts) && facts.Programs.Count == 1 ? facts.Programs.First() : null;
}
