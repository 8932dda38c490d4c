using Alerts.Extraction.Language;

namespace Alerts.Extraction.Subjects;

/// <summary>Which of the names in a sentence a place in it is about.</summary>
internal static class NamedHere
{
    /// <summary>How far behind a figure its own trial or drug may be named, in characters.</summary>
    private const int Reach = 48;

    private static readonly string[] Separating = [" and ", " vs", " versus ", " compared "];

    private static readonly string[] Leading = [" from ", " in ", " in the ", " with ", " on ", " of the ", " from the ", " with the "];

    /// <summary>True for a name that follows a figure closely and is the figure's own: "-73% in patients from MUIR and -86% in patients from SHASTA-2".</summary>
    public static bool BelongsTo(Sentence sentence, int at, Mention mention)
    {
        if (mention.Start <= at || mention.Start - at > Reach || (mention.Program is not null && IsArm(sentence.Document.Text, mention.End)))
            return false;
        var between = sentence.Text.AsSpan(at - sentence.Start, mention.Start - at);
        if (between.IndexOfAny(',', ';') >= 0)
            return false;
        foreach (var word in Separating)
        {
            if (between.Contains(word, StringComparison.Ordinal))
                return false;
        }

        foreach (var word in Leading)
        {
            if (between.EndsWith(word))
                return true;
        }

        return false;
    }

    // "19.8% in the ibrutinib arm": the drug names the control, not the topic.
    private static bool IsArm(string text, int end)
    {
        var after = WordWindow.After(text, end);
        return after is "arm" or "group" or "cohort" or "arms" or "groups";
    }

    /// <summary>
    /// The mentions without those of a relative clause, and without those in brackets where some stand outside: "PARADIGM
    /// comprises two studies (APPROACH and EMBRACE) with 550 patients" is about PARADIGM.
    /// </summary>
    public static List<Mention> WithoutAsides(List<Mention> mentions, Sentence sentence, int at)
    {
        if (Aside(sentence, at) is { } aside)
            mentions.RemoveAll(m => m.Start > aside.Start && m.Start < aside.End);
        if (mentions.Count < 2)
            return mentions;
        var open = Opened(sentence, at);
        var outside = mentions.FindAll(m => Opened(sentence, m.Start) is var own && (own < 0 || own == open));
        return outside.Count == 0 ? mentions : outside;
    }

    /// <summary>The relative clause before a place, in the document's offsets: "…, which most resembles the 4FRONT-1 population, 87% required …".</summary>
    public static (int Start, int End)? Aside(Sentence sentence, int at)
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

    /// <summary>What is named last before a place, else first behind it.</summary>
    public static T? Nearest<T>(List<Mention> mentions, int at, Func<Mention, T?> select)
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
}
