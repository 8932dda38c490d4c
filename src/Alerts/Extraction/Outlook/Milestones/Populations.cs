using System.Text.RegularExpressions;
using Alerts.Extraction.Subjects;

namespace Alerts.Extraction.Outlook.Milestones;

/// <summary>
/// Finds the groups of patients that one statement tells several milestones of: "results from (a) the trial among
/// patients with leukaemia and (b) the booster trial among healthy adults".
/// </summary>
internal static partial class Populations
{
    private const int LongestItem = 160;

    /// <summary>How far from the event its group may be named, in characters.</summary>
    private const int ReachBehind = 240;

    private const int ReachBefore = 40;

    private static readonly string[] People = ["patients", "adults", "recipients", "children", "volunteers", "subjects", "participants", "adolescents", "infants"];

    /// <summary>The groups in the text's words; none or one where the statement is about one trial.</summary>
    public static IReadOnlyList<string> Of(Passage passage, Clause clause, MilestoneEvent found)
    {
        var marked = Marked(passage.Text, clause.Text[found.First].Start);
        return marked.Count > 1 ? marked : IsPlural(clause, found) ? Paired(clause) : [];
    }

    /// <summary>
    /// Whom the trial of a milestone is in, where it has no name to be told by: "Healthy Adult Booster Trial – Enrollment is
    /// complete", "data in CLL patients"; null where the sentence does not say.
    /// </summary>
    public static string? One(Passage passage, Clause clause, MilestoneEvent found)
    {
        if (Label().Match(passage.Text) is { Success: true } label)
            return label.Groups[1].Value.Trim();
        var (first, last) = (clause.Text[found.First].Start, clause.Text[found.Last].End);
        var matches = GroupOfPeople().Matches(passage.Text).Where(m => !Indications.IsNone(m.Groups[1].Value)).ToList();
        var match = matches.Find(m => m.Index >= first && m.Index - last <= ReachBehind && IsJoined(passage.Text, last, m.Index))
            ?? matches.FindLast(m => m.Index < first && first - (m.Index + m.Length) <= ReachBefore && IsJoined(passage.Text, m.Index + m.Length, first));
        // "This study aims …, with data anticipated": the group stands in the sentence before.
        if (match is null && passage.Previous is { } previous && passage.Tokens.IsAny(0, "this", "the", "it"))
            match = GroupOfPeople().Matches(previous.Text).FirstOrDefault(m => !Indications.IsNone(m.Groups[1].Value));
        if (match is null)
            return null;
        var group = match.Groups[1].Value.Trim();
        return group.Contains('(', StringComparison.Ordinal) && !group.Contains(')', StringComparison.Ordinal) ? group[..group.IndexOf('(', StringComparison.Ordinal)].TrimEnd() : group;
    }

    private static bool IsJoined(string text, int start, int end) =>
        end <= start || (text.AsSpan(start, end - start).IndexOfAny(';', '|') < 0 && !text.AsSpan(start, end - start).Contains("following", StringComparison.OrdinalIgnoreCase));

    /// <summary>True where two groups may be the same: a word that tells them apart is shared, or one is the other's short form.</summary>
    public static bool AreSame(string a, string b)
    {
        var (x, y) = (Telling(a), Telling(b));
        return x.Count == 0 || y.Count == 0 || x.Exists(word => y.Exists(other => IsSame(word, other))) || x.Exists(word => word == Initials(y)) || y.Exists(word => word == Initials(x));
    }

    private static bool IsSame(string a, string b) => a == b || (a.Length > 4 && b.Length > 4 && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)));

    private static string Initials(List<string> words) => string.Concat(words.Select(word => word[0]));

    /// <summary>Words that say that it is people in a trial, but not which.</summary>
    private static readonly string[] Plain =
        ["patients", "patient", "recipients", "recipient", "subjects", "participants", "volunteers", "population", "trial", "study", "studies", "treatment", "therapy", "vaccine", "who", "the", "and", "among", "with", "of", "in", "for", "a", "an", "or"];

    /// <summary>Words for how a trial is made: two groups of one design are not the same for it.</summary>
    private static readonly string[] Designs =
        ["phase", "pivotal", "registrational", "confirmatory", "randomized", "randomised", "controlled", "comparative", "comparator", "open", "label", "blind", "blinded", "single", "double", "arm", "extension", "escalation", "expansion", "booster", "dose", "multicenter", "ongoing", "clinical"];

    private static List<string> Telling(string text) =>
        [.. text.ToLowerInvariant().Split([' ', '/', ',', '(', ')', '-', '–'], StringSplitOptions.RemoveEmptyEntries).Where(word => !Plain.Contains(word) && !Designs.Contains(word)).Select(word => word.TrimEnd('s'))];

    [GeneratedRegex(@"(?:^|: |• )((?:[A-Z(][^\s:–—]{0,30} ){1,7})(?:Trial|Study)(?: \([^()]{0,60}\))? ?(?:[–—:]|-(?= ))", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"\b(?:in|among|of|for) ((?:(?!patients|adults)[\w()/+-]{2,24} ){0,4}(?:patients with(?: [\w()/+-]{2,24}){1,5}|patients|adults|adult volunteers|volunteers|recipients|children|adolescents|infants))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GroupOfPeople();

    /// <summary>"(a) … and (b) …", "(i) … and (ii) …" behind the event.</summary>
    private static List<string> Marked(string text, int from)
    {
        foreach (var marks in (string[][])[["(a)", "(b)", "(c)", "(d)"], ["(i)", "(ii)", "(iii)", "(iv)"], ["(1)", "(2)", "(3)", "(4)"]])
        {
            var items = new List<string>();
            var at = text.IndexOf(marks[0], from, StringComparison.Ordinal);
            for (var m = 0; at >= 0 && m < marks.Length; m++)
            {
                var start = at + marks[m].Length;
                at = m + 1 < marks.Length ? text.IndexOf(marks[m + 1], start, StringComparison.Ordinal) : -1;
                var item = text[start..(at < 0 ? text.Length : at)].Trim(' ', ',', ';', '.', '”', '"');
                item = item.EndsWith(" and", StringComparison.Ordinal) ? item[..^4].TrimEnd() : item;
                items.Add(item.Length > LongestItem ? item[..LongestItem] : item);
            }

            if (items.Count > 1)
                return items;
        }

        return [];
    }

    private static bool IsPlural(Clause clause, MilestoneEvent found) => clause.Text.Span(found.Object.Last).EndsWith("s", StringComparison.OrdinalIgnoreCase);

    /// <summary>"studies in leukaemia patients and transplant recipients": two trials where the word is plural.</summary>
    private static List<string> Paired(Clause clause)
    {
        var text = clause.Text;
        for (var i = 0; i < text.Count; i++)
        {
            if (!text.IsAny(i, "studies", "trials") || !text.IsAny(i + 1, "in", "of", "among", "for"))
                continue;
            var groups = new List<string>();
            var start = i + 2;
            for (var j = start; j < text.Count && j < start + 10 && !text.Is(j, ','); j++)
            {
                if (!text.IsAny(j, People))
                    continue;
                groups.Add(text.Slice(start, j));
                if (!text.IsAny(j + 1, "and"))
                    return groups;
                start = j + 2;
            }

            if (groups.Count > 0)
                return groups;
        }

        return [];
    }
}
