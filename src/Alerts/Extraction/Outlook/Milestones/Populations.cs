namespace Alerts.Extraction.Outlook.Milestones;

/// <summary>
/// Finds the groups of patients that one statement tells several milestones of: "results from (a) the trial among
/// patients with leukaemia and (b) the booster trial among healthy adults".
/// </summary>
internal static class Populations
{
    private const int LongestItem = 160;

    private static readonly string[] People = ["patients", "adults", "recipients", "children", "volunteers", "subjects", "participants", "adolescents", "infants"];

    /// <summary>The groups in the text's words; none or one where the statement is about one trial.</summary>
    public static IReadOnlyList<string> Of(Passage passage, Clause clause, MilestoneEvent found)
    {
        var marked = Marked(passage.Text, clause.Text[found.First].Start);
        return marked.Count > 1 ? marked : IsPlural(clause, found) ? Paired(clause) : [];
    }

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
            for (var j = start; j < text.Count && j < start + 10; j++)
            {
                if (!text.IsAny(j, People))
                    continue;
                groups.Add(text.Slice(start, j));
                if (!text.IsAny(j + 1, "and"))
                    return groups;
                start = j + 2;
            }

            return groups;
        }

        return [];
    }
}
