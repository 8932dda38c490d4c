using System.Collections.Frozen;
using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;

namespace Alerts.Extraction.Results.Endpoints;

/// <summary>Cuts the words that name an endpoint out of a sentence.</summary>
internal static class EndpointTerm
{
    private const int Longest = 20;

    private static readonly FrozenSet<string> StopsBehind = Set(
        "compared versus vs significantly after following while which who that whereas through throughout during despite regardless resulting suggesting demonstrating representing from until including such among");

    private static readonly FrozenSet<string> StopsBefore = Set(
        "showed shown demonstrated demonstrating achieved achieving reported had have having saw observed including with and or that which was were is are experienced resulted resulting in by an a the led induced produced than to significant significantly statistically of clinically meaningful average mean median");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BehindLookup = StopsBehind.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeLookup = StopsBefore.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The last token of the term that begins at a token; <paramref name="first"/> - 1 where none does.</summary>
    public static int EndFrom(Passage passage, int first)
    {
        var text = passage.Text;
        var i = first;
        for (; i < text.Count && i - first < Longest; i++)
        {
            if (passage.IsBreak(i) || text.Is(i, "relative") && text.Is(i + 1, "to") || BehindLookup.Contains(text.Span(i)) && !text.Is(i + 1, "baseline") || text.Is(i, '.') || text.Is(i, ';') || text.Is(i, '—') || text.Is(i, ':') || text.Is(i, ','))
                break;
            if (text.Is(i, '–') && text[i].Start > 0 && text.Text[text[i].Start - 1] == ' ')
                break;
            if (text.Is(i, '(') && !IsAbbreviation(text, i) || text.Is(i, ')') && !IsAbbreviation(text, i - 2))
                break;
            if (text.IsAny(i, "at", "by", "over", "for", "within", "as", "on") && EndsTerm(passage, i))
                break;
            if (text.Is(i, "in") && IsGroup(passage, i))
                break;
            if (text.Is(i, "and") && StartsNew(passage, i + 1))
                break;
        }

        return i - 1;
    }

    /// <summary>The first token of the noun phrase that ends at a token.</summary>
    public static int StartBefore(Passage passage, int last, int longest = 8)
    {
        var text = passage.Text;
        var i = last;
        while (i >= 0 && last - i < longest && !passage.IsDrug(i) && !BeforeLookup.Contains(text.Span(i)) && !passage.IsBreak(i) && !text[i].IsNumber && !passage.Quantities.Any(q => q.Last == i)
            && !(text[i].Kind == TokenKind.Symbol && !text.Is(i, '-') && !text.Is(i, '/') && !(text.Is(i, ')') && IsAbbreviation(text, i - 2)) && !(text.Is(i, '(') && IsAbbreviation(text, i))))
            i--;
        return i + 1;
    }

    /// <summary>The text of a term, lower case.</summary>
    public static string Write(TokenizedText text, int first, int last) => first > last ? "" : text.Slice(first, last).Trim(' ', ',', ':', '-', '*').ToLowerInvariant();

    /// <summary>True for "(BCVA)".</summary>
    public static bool IsAbbreviation(TokenizedText text, int open) => text.Is(open, '(') && text.Is(open + 2, ')') && text[open + 1].Kind == TokenKind.Word;

    // "at week 24", "by week 12", "as assessed by", "on placebo"; not "at least 20%" and not "improvement on MADRS".
    private static bool EndsTerm(Passage passage, int i)
    {
        var text = passage.Text;
        if (text.Is(i, "at"))
            return !text.Is(i + 1, "least");
        if (text.Is(i, "as"))
            return text.IsAny(i + 1, "assessed", "measured", "determined", "of", "defined", "well", "evaluated", "reported");
        if (text.Is(i, "on"))
            return text.IsAny(i + 1, "placebo", "day", "days");
        if (text.Is(i, "for"))
            return text.IsAny(i + 1, "the", "those", "placebo", "patients", "participants") || text[i + 1].IsNumber;
        return text[i + 1].IsNumber || text.IsAny(i + 1, "week", "month", "day", "the", "year", "investigators", "a");
    }

    /// <summary>True for "in the placebo group", "in the PP population", "in patients with"; not "in the total score".</summary>
    public static bool IsGroup(Passage passage, int i)
    {
        var text = passage.Text;
        for (var j = i + 1; j < i + 9 && j < text.Count; j++)
        {
            if (text.Is(j, ',') || text.Is(j, '.') || text.Is(j, ';') || text.Is(j, '(') || text[j].IsNumber || text.IsAny(j, "in", "at", "of", "to", "between", "versus", "vs", "compared", "than"))
                return false;
            if (PatientWords.IsNoun(text.Span(j)) || text.IsAny(j, "group", "groups", "arm", "arms", "cohort", "population", "subgroup", "trial", "study", "placebo"))
                return true;
        }

        return false;
    }

    // "… and 57% were injection-free", "… and was well tolerated": another statement.
    private static bool StartsNew(Passage passage, int i)
    {
        var text = passage.Text;
        return text[i].IsNumber || text.IsAny(i, "was", "were", "had", "a", "an", "the", "no", "with", "approximately", "nearly") || passage.Quantities.Any(q => q.First == i);
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').Distinct(StringComparer.OrdinalIgnoreCase).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
