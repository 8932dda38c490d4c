using System.Buffers;
using System.Text.RegularExpressions;
using Alerts.Extraction.Language;
using Alerts.Extraction.Subjects;
using Alerts.Filings;

namespace Alerts.Extraction.Outlook.Milestones;

/// <summary>Finds out which drugs and trials an event of a sentence is about.</summary>
internal static partial class EventSubjects
{
    private const int LongestHeadline = 220;

    /// <summary>Further down stands no headline, whatever came before.</summary>
    private const int MostHeadlines = 40;

    /// <summary>Shorter ones that end with a full stop may be an address or "Corp.".</summary>
    private const int ShortestParagraph = 80;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" ,.;:)®™");

    /// <summary>The subjects of an event: one, or all that are listed together ("4FRONT-1 and 4FRONT-2").</summary>
    /// <param name="subjects">The names of the filing.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="first">Offset at which the event begins.</param>
    /// <param name="end">Offset at which its statement ends.</param>
    /// <param name="previous">Offset at which the statement before it ends.</param>
    public static IReadOnlyList<Subject> Of(SubjectIndex subjects, Sentence sentence, int first, int end, int previous)
    {
        // "Progress in the ASPIRE trial; data of other trials expected": a trial beyond a semicolon is another statement's.
        var cut = sentence.Start + sentence.Text.AsSpan(0, Math.Clamp(first, 0, sentence.Text.Length)).LastIndexOfAny(';', '|');
        var mentions = subjects.MentionsIn(sentence).Where(m => m.Trial is not null ? m.Start > cut : m.Role == MentionRole.Subject).ToList();
        var own = mentions.FindIndex(m => m.Start - sentence.Start >= first && m.Start - sentence.Start < end);
        if (own < 0)
            own = mentions.FindLastIndex(m => m.End - sentence.Start <= first && m.Start - sentence.Start >= previous);
        if (own < 0)
            own = mentions.FindLastIndex(m => m.End - sentence.Start <= first);
        if (own < 0)
            return Both(subjects, sentence) ?? [WithoutCutOff(subjects, sentence, Inherited(subjects, sentence, first), cut)];
        var (from, to) = Run(mentions, own, sentence);
        var isTrials = mentions[own].Trial is not null;
        var named = mentions.Find(m => m.Program is not null && m.Start - sentence.Start >= first && m.Start - sentence.Start < end);
        var about = Enumerable.Range(from, to - from + 1).Where(i => mentions[i].Trial is not null == isTrials).Select(i => WithoutCutOff(subjects, sentence, At(subjects, sentence, mentions[i].End - sentence.Start), cut)).Distinct().ToList();
        // "initiation of the EXTEND study of CYB003": the drug behind the trial, not the one of the statement before.
        if (isTrials && named?.Program is { } program)
            about = about.ConvertAll(s => s with { Program = program.FullName });
        if (Sibling(sentence, mentions[to]) is { } sibling)
            about.Add(isTrials ? about[^1] with { Trial = sibling } : about[^1] with { Program = sibling, Trial = null });
        return about;
    }

    /// <summary>
    /// What the surroundings say; above a release's first paragraph each headline stands for itself, so that a headline
    /// without a name has none until a statement further down gives it one.
    /// </summary>
    private static Subject Inherited(SubjectIndex subjects, Sentence sentence, int first)
    {
        var subject = At(subjects, sentence, first);
        if (IntroducesAnother().IsMatch(sentence.Text.AsSpan(0, Math.Clamp(first, 0, sentence.Text.Length))))
            return subject with { Program = null, Trial = null };
        return IsHeadline(sentence) && subjects.Programs.Count > 1 && !subjects.HasOneTopic(sentence.Document) ? subject with { Program = subjects.TitleProgram(sentence.Document), Trial = null, Phase = null } : subject;
    }

    // "is also developing a vaccine targeting mpox": something that has no name yet.
    [GeneratedRegex(@"\b(?:developing|advancing|develops) (?:an?|another)(?: [^\s,.;]{1,30}){0,5} (?:vaccine|candidate|therapy|drug|program|product|antibody|inhibitor)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IntroducesAnother();

    /// <summary>The subject without a trial that the sentence names beyond the semicolon only.</summary>
    private static Subject WithoutCutOff(SubjectIndex subjects, Sentence sentence, Subject subject, int cut)
    {
        if (subject.Trial is null || cut < sentence.Start)
            return subject;
        var named = subjects.MentionsIn(sentence).Where(m => m.Trial?.FullName == subject.Trial).ToList();
        if (named.Count == 0 || named.Exists(m => m.Start > cut))
            return subject;
        return subject with { Trial = null, Phase = Phases.In(sentence.Text[(cut - sentence.Start)..]).Select(phase => phase.Phase).FirstOrDefault() };
    }

    private static Subject At(SubjectIndex subjects, Sentence sentence, int position) =>
        subjects.At(sentence, position, isNear: (sentence.Block.Kind == BlockKind.Bullet && !IsAnaphor(sentence.Text)) || IsHeadline(sentence));

    /// <summary>"Enrollment of the trial is complete" speaks of the one named before.</summary>
    private static bool IsAnaphor(string text) =>
        text.Contains("the trial", StringComparison.OrdinalIgnoreCase) || text.Contains("the study", StringComparison.OrdinalIgnoreCase) || text.Contains("this trial", StringComparison.OrdinalIgnoreCase) || text.Contains("this study", StringComparison.OrdinalIgnoreCase);

    private static bool IsHeadline(Sentence sentence)
    {
        if (sentence.BlockIndex > MostHeadlines)
            return false;
        for (var i = 0; i <= sentence.BlockIndex; i++)
        {
            if (sentence.Document.Blocks[i] is { Kind: BlockKind.Paragraph } block && (block.Text.Length > LongestHeadline || (block.Text.Length > ShortestParagraph && block.Text.TrimEnd('”', '"').EndsWith('.'))))
                return false;
        }

        return true;
    }

    /// <summary>"4FRONT-1 and 4FRONT-2": a name that no other place explains, but that is formed like the one it stands beside.</summary>
    private static string? Sibling(Sentence sentence, Mention mention)
    {
        var text = sentence.Text.AsSpan();
        var (start, end) = (mention.Start - sentence.Start, mention.End - sentence.Start);
        var rest = text[end..].TrimStart(" ®™,*");
        if (!rest.StartsWith("and ", StringComparison.Ordinal) && !rest.StartsWith("& ", StringComparison.Ordinal))
            return null;
        rest = rest[(rest.IndexOf(' ') + 1)..].TrimStart();
        var length = rest.IndexOfAny(NameEnds);
        var word = length < 0 ? rest : rest[..length];
        var name = text[start..end];
        var stem = name.IndexOfAnyInRange('0', '9') > 0 ? name.TrimEnd("0123456789") : [];
        return stem.Length >= 3 && word.Length > stem.Length && word.StartsWith(stem, StringComparison.Ordinal) && !word.SequenceEqual(name) && char.IsAsciiDigit(word[stem.Length]) ? word.ToString() : null;
    }

    /// <summary>The names around one that only commas and "and" divide.</summary>
    private static (int From, int To) Run(List<Mention> mentions, int at, Sentence sentence)
    {
        var (from, to) = (at, at);
        while (from > 0 && IsList(sentence, mentions[from - 1].End, mentions[from].Start) && IsTrial(from - 1) == IsTrial(at))
            from--;
        while (to + 1 < mentions.Count && IsList(sentence, mentions[to].End, mentions[to + 1].Start) && IsTrial(to + 1) == IsTrial(at))
            to++;
        return (from, to);

        bool IsTrial(int i) => mentions[i].Trial is not null;
    }

    private static bool IsList(Sentence sentence, int start, int end)
    {
        if (end < start)
            return false;
        var between = sentence.Text.AsSpan(start - sentence.Start, end - start).Trim(" ®™,*");
        return between is "and" or "&" or "" or "or" or ", and" or "as well as" || between.Equals("and both", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"Both programs are …, with clinical trials expected to begin": the two named in the block before.</summary>
    private static Subject[]? Both(SubjectIndex subjects, Sentence sentence)
    {
        if (!sentence.Text.Contains("both programs", StringComparison.OrdinalIgnoreCase) && !sentence.Text.Contains("both candidates", StringComparison.OrdinalIgnoreCase)
            && !sentence.Text.Contains("both trials", StringComparison.OrdinalIgnoreCase) && !sentence.Text.Contains("both studies", StringComparison.OrdinalIgnoreCase))
            return null;
        var before = sentence with { Start = sentence.Block.Start, Text = sentence.Block.Text[..(sentence.Start - sentence.Block.Start)] };
        var named = subjects.MentionsIn(before).Where(m => m.Role == MentionRole.Subject || m.Trial is not null)
            .Select(m => subjects.At(before, m.End - before.Start)).DistinctBy(s => (s.Program, s.Trial)).ToList();
        return named.Count == 2 ? [.. named] : null;
    }
}
