using Alerts.Extraction.Language;
using Alerts.Filings;

namespace Alerts.Extraction.Subjects;

/// <summary>What the sentences that name a trial say of it.</summary>
internal sealed class TrialFacts
{
    /// <summary>A phase this close before or behind the name is the trial's.</summary>
    private const int PhaseReach = 40;

    private readonly Dictionary<ProgramName, int> _votes = [];

    /// <summary>The disease it is in, in the document's words.</summary>
    public string? Disease { get; private set; }

    /// <summary>Its phase.</summary>
    public string? Phase { get; private set; }

    /// <summary>The drugs named with it, but for those that hardly ever are.</summary>
    public IReadOnlyCollection<ProgramName> Programs
    {
        get
        {
            var most = _votes.Count == 0 ? 0 : _votes.Values.Max();
            return [.. _votes.Where(v => v.Value * 2 >= most).Select(v => v.Key)];
        }
    }

    /// <summary>Reads all sentences that name a trial.</summary>
    public static Dictionary<TrialName, TrialFacts> Collect(IReadOnlyList<DocumentNames> documents)
    {
        var all = new Dictionary<TrialName, TrialFacts>();
        foreach (var names in documents)
        {
            ProgramName? heading = null;
            foreach (var block in names.Document.Blocks)
            {
                var mentions = names.Mentions(block.Start, block.Start + block.Text.Length).ToList();
                if (block.Kind == BlockKind.Heading || IsTopic(block, mentions))
                    heading = mentions.FirstOrDefault(m => m.Program is not null && m.Role == MentionRole.Subject)?.Program;
                if (!mentions.Exists(m => m.Trial is not null))
                    continue;
                foreach (var (start, length) in SentenceBoundaries.Split(block.Text))
                    ReadSentence(names, block.Start + start, block.Start + start + length, heading, all);
            }
        }

        return all;
    }

    // "EXA-849 (NRX-4849), a potential first-in-class conjugate": such a bullet heads those that follow it.
    private static bool IsTopic(TextBlock block, List<Mention> mentions) =>
        block.Kind == BlockKind.Bullet && mentions is [{ Program: not null, Role: MentionRole.Subject } first, ..] && first.Start == block.Start && Introductions.IsExplained(block.Text, first.End - block.Start);

    private static void ReadSentence(DocumentNames names, int start, int end, ProgramName? heading, Dictionary<TrialName, TrialFacts> all)
    {
        var mentions = names.Mentions(start, end).ToList();
        foreach (var mention in mentions)
        {
            if (mention.Trial is not { } trial)
                continue;
            if (!all.TryGetValue(trial, out var facts))
                all[trial] = facts = new TrialFacts();
            facts.Phase ??= PhaseOf(names, mention, start, end);
            facts.Disease ??= DiseaseOf(names.Document.Text.AsSpan(mention.End, Math.Max(0, end - mention.End)));
            // The drug named closest to the trial, where one is; "trial of X" says it outright.
            var (program, votes) = mentions.Where(m => m.Program is not null && m.Role == MentionRole.Subject).MinBy(m => Math.Abs(m.Start - mention.Start)) is { } closest
                ? (closest.Program!, IsOf(names.Document.Text, mention, closest) ? 3 : 2) : (heading, 1);
            if (program is not null)
                facts._votes[program] = facts._votes.GetValueOrDefault(program) + votes;
        }

        // The only trial and the only phase of a sentence belong together.
        if (mentions.Select(m => m.Trial).OfType<TrialName>().Distinct().Take(2).ToList() is [var only] && mentions.Select(m => m.Program).OfType<ProgramName>().Distinct().Take(2).Count() < 2 && names.SolePhase(start, end) is { } phase)
            all[only].Phase ??= phase;
    }

    // "the pivotal PHOTON trial in diabetic macular edema (DME)"
    private static string? DiseaseOf(ReadOnlySpan<char> behind)
    {
        foreach (var lead in (ReadOnlySpan<string>)[" trial in patients with ", " study in patients with ", " trial in ", " study in ", " in patients with "])
        {
            if (!behind.StartsWith(lead, StringComparison.OrdinalIgnoreCase))
                continue;
            var rest = behind[lead.Length..];
            var stop = rest.IndexOfAny("(,.;:");
            rest = (stop < 0 ? rest : rest[..stop]).Trim();
            return rest.Length is > 6 and < 60 && char.IsLower(rest[0]) && rest.Count(' ') < 6 ? rest.ToString() : null;
        }

        return null;
    }

    // "the SORAYA trial of mirvetuximab", "studies evaluating CYB003"
    private static bool IsOf(string text, Mention trial, Mention program) =>
        program.Start > trial.End && program.Start - trial.End < 60 && (text.AsSpan(0, program.Start).EndsWith(" of ") || text.AsSpan(0, program.Start).EndsWith(" evaluating "));

    // "Phase 3 PALISADE", "Study 002 Phase I trial"; a phase beyond another name or an "and" is not its own.
    private static string? PhaseOf(DocumentNames names, Mention mention, int start, int end)
    {
        var text = names.Document.Text;
        var before = Math.Max(start, mention.Start - PhaseReach);
        var joint = text.AsSpan(before, mention.Start - before).LastIndexOf(" and ");
        before = joint < 0 ? before : before + joint;
        before = names.Mentions(before, mention.Start).LastOrDefault()?.End ?? before;
        if (names.PhaseNear(before, mention.Start, mention.Start) is { } ahead)
            return ahead;
        var behind = Math.Min(end, mention.End + PhaseReach);
        var next = names.Mentions(mention.End, behind).FirstOrDefault()?.Start ?? behind;
        return names.PhaseNear(mention.End, next, mention.End);
    }
}
