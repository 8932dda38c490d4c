using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;

namespace Alerts.Extraction.Results;

/// <summary>
/// Pairs values with arms that a sentence lists apart from them: "nausea in 11% and 5%, and headache in 2% and 1%, of patients treated with
/// zelimab and placebo, respectively", "(zelimab vs. placebo): nausea (11% vs. 5%)". Each run of as many values as there are arms
/// has them in their order.
/// </summary>
internal static class ArmLists
{
    private const int FewestArms = 2;

    /// <summary>A list of arms further away is of other values.</summary>
    private const int Reach = 90;

    /// <summary>The arms by the first token of their values; empty where the sentence lists none.</summary>
    public static IReadOnlyDictionary<int, string> Of(Passage passage)
    {
        var arms = new Dictionary<int, string>();
        var runs = Runs(passage);
        if (runs.Count == 0)
            return arms;
        for (var i = 0; i < passage.Text.Count; i++)
        {
            if (ListAt(passage, i) is not { } list)
                continue;
            foreach (var run in runs.Where(run => run.Count == list.Names.Count && IsPaired(passage, list, run)))
            {
                for (var n = 0; n < run.Count; n++)
                    arms.TryAdd(run[n].First, list.Names[n]);
            }

            i = list.End - 1;
        }

        return arms;
    }

    // Values with nothing but "and", "versus" or a comma between.
    private static List<List<Quantity>> Runs(Passage passage)
    {
        var runs = new List<List<Quantity>>();
        foreach (var value in passage.Quantities.Where(q => !q.IsAttribute && !q.IsRange && q.Kind is not (QuantityKind.Dose or QuantityKind.Plain)))
        {
            if (runs.Count > 0 && runs[^1][^1] is var last && last.Kind == value.Kind && last.Unit == value.Unit && IsBare(passage.Text, last.End + 1, value.First))
                runs[^1].Add(value);
            else
                runs.Add([value]);
        }

        return runs.FindAll(run => run.Count >= FewestArms);
    }

    private static bool IsBare(TokenizedText text, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (!text.IsAny(i, "and", "versus", "vs", "compared", "with", "to", "of", "patients", "participants", "subjects") && !text.Is(i, ',') && !text.Is(i, '.') && !text.Is(i, '/'))
                return false;
        }

        return true;
    }

    // In the same statement, and said to be in order: by "respectively", or by being compared like the values.
    private static bool IsPaired(Passage passage, (List<string> Names, int First, int End, bool IsCompared) list, List<Quantity> run)
    {
        var text = passage.Text;
        var (first, last) = (Math.Min(list.First, run[0].First), Math.Max(list.End, run[^1].End + 1));
        if (last - first > Reach || (run[0].First < list.End && run[^1].First >= list.First))
            return false;
        for (var i = first; i < last; i++)
        {
            if (text.Is(i, ';') && passage.IsBreak(i) && !list.IsCompared)
                return false;
        }

        if (text.Has(last, Math.Min(text.Count, last + 4), "respectively") || (list.End < run[0].First && text.Has(run[^1].End + 1, Math.Min(text.Count, run[^1].End + 8), "respectively")))
            return true;
        if (list.First > run[0].First && text.Has(list.End, Math.Min(text.Count, list.End + 4), "respectively"))
            return true;
        return list.IsCompared && text.Has(run[0].End + 1, run[1].First, "vs", "versus", "compared");
    }

    // "zelimab and placebo", "zelimab 5 mg, zelimab 10 mg and placebo groups"
    private static (List<string> Names, int First, int End, bool IsCompared)? ListAt(Passage passage, int first)
    {
        if (ArmAt(passage, first, out var name) is not (> 0 and var end))
            return null;
        var text = passage.Text;
        var names = new List<string> { name };
        var isCompared = true;
        while (true)
        {
            var next = end;
            var compares = false;
            while (text.Is(next, ',') || text.IsAny(next, "and", "or", "versus", "vs", "compared", "with", "to", "the", "for", "patients", "receiving", "those") || (text.Is(next, '.') && text.Is(next - 1, "vs")))
            {
                compares |= text.IsAny(next, "versus", "vs", "compared");
                next++;
            }

            if (next == end || ArmAt(passage, next, out name) is not (> 0 and var stop) || names.Contains(name))
                break;
            isCompared &= compares;
            names.Add(name);
            end = stop;
        }

        return names.Count < FewestArms ? null : (names, first, end, isCompared);
    }

    // Behind the arm that begins at a token; 0 where none does.
    private static int ArmAt(Passage passage, int i, out string name)
    {
        var text = passage.Text;
        name = "";
        var end = PartAt(passage, i);
        if (end == 0)
            return 0;
        // "zelimab plus chemotherapy", "zelimab + placebo"
        while ((text.IsAny(end, "plus") || text.Is(end, '+') || text.Is(end, '/')) && PartAt(passage, end + 1) is > 0 and var more)
            end = more;
        name = text.Slice(i, end - 1);
        while (text.IsAny(end, "arm", "arms", "group", "groups", "cohort", "cohorts", "alone", "monotherapy", "recipients") || (text.Is(end, '-') && text.Is(end + 1, "treated")) || (text.Is(end, "treated") && text.Is(end - 1, '-')))
            end++;
        return end;
    }

    private static int PartAt(Passage passage, int i)
    {
        var text = passage.Text;
        if (i >= text.Count)
            return 0;
        if (text.IsAny(i, "placebo", "sham", "vehicle", "chemotherapy", "control", "comparator"))
            return text.IsAny(i + 1, "controlled") || (text.Is(i + 1, '-') && !text.Is(i + 2, "treated")) ? 0 : i + 1;
        if (text.Is(i, "standard") && text.Is(i + 1, "of") && text.Is(i + 2, "care"))
            return i + 3;
        if (DoseAt(passage, i) is { } alone)
            return alone.Last + 1;
        var start = passage.Sentence.Start + text[i].Start;
        var mention = passage.Scope.Subjects.MentionsIn(passage.Sentence).FirstOrDefault(m => m.Program is not null && m.Start == start);
        if (mention is null)
            return 0;
        var end = text.IndexAt(mention.End - passage.Sentence.Start);
        while (text.Is(end, '®') || text.Is(end, '™'))
            end++;
        return DoseAt(passage, end) is { } dose ? dose.Last + 1 : end;
    }

    private static Quantity? DoseAt(Passage passage, int token) => passage.Quantities.FirstOrDefault(q => q.First == token && q.Kind == QuantityKind.Dose);
}
