using Alerts.Extraction.Subjects;

namespace Alerts.Extraction.Outlook.Milestones;

/// <summary>Adds the filing's own names to the cues: "APPROACH has been initiated" begins a trial, "launch of KADCYLA" launches a drug.</summary>
internal static class NameCues
{
    /// <summary>The cues with the names that do not overlap them, in order.</summary>
    public static IReadOnlyList<CueMention> Add(List<CueMention> cues, Passage passage, SubjectIndex subjects)
    {
        var text = passage.Tokens;
        var names = new List<CueMention>();
        foreach (var mention in subjects.MentionsIn(passage.Sentence))
        {
            var first = text.IndexAt(mention.Start - passage.Sentence.Start);
            var last = Math.Max(first, text.IndexAt(mention.End - passage.Sentence.Start) - 1);
            if (first >= text.Count || cues.Exists(c => c.First <= last && c.Last >= first))
                continue;
            if (mention.Trial is not null)
                names.Add(new(Cue.Trial, CueForm.Noun, null, first, last));
            else if (mention.Role == MentionRole.Subject)
                names.Add(new(Cue.Program, CueForm.Noun, null, first, last));
        }

        if (names.Count == 0)
            return cues;
        return [.. cues.Concat(names).OrderBy(c => c.First)];
    }
}
