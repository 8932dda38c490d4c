using Alerts.Extraction.Language;
using Alerts.Extraction.Subjects;

namespace Alerts.Extraction.Outlook.Milestones;

/// <summary>Finds out which drugs and trials an event of a sentence is about.</summary>
internal static class EventSubjects
{
    /// <summary>The subjects of an event: one, or all that are listed together ("4FRONT-1 and 4FRONT-2").</summary>
    /// <param name="subjects">The names of the filing.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="first">Offset at which the event begins.</param>
    /// <param name="end">Offset at which its statement ends.</param>
    /// <param name="previous">Offset at which the statement before it ends.</param>
    public static IReadOnlyList<Subject> Of(SubjectIndex subjects, Sentence sentence, int first, int end, int previous)
    {
        var mentions = subjects.MentionsIn(sentence).Where(m => m.Trial is not null || m.Role == MentionRole.Subject).ToList();
        var own = mentions.FindIndex(m => m.Start - sentence.Start >= first && m.Start - sentence.Start < end);
        if (own < 0)
            own = mentions.FindLastIndex(m => m.End - sentence.Start <= first && m.Start - sentence.Start >= previous);
        if (own < 0)
            own = mentions.FindLastIndex(m => m.End - sentence.Start <= first);
        if (own < 0)
            return Both(subjects, sentence) ?? [subjects.At(sentence, first)];
        var (from, to) = Run(mentions, own, sentence);
        var isTrials = mentions[own].Trial is not null;
        return [.. Enumerable.Range(from, to - from + 1).Where(i => mentions[i].Trial is not null == isTrials).Select(i => subjects.At(sentence, mentions[i].End - sentence.Start)).Distinct()];
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
