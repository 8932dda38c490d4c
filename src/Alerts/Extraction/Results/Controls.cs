using System.Buffers;

namespace Alerts.Extraction.Results;

/// <summary>Knows the control of a trial where a figure is compared without naming it: "serious adverse events were 24% vs. 33%".</summary>
internal static class Controls
{
    private static readonly string[] Names = ["placebo", "sham", "vehicle", "standard of care", "investigator’s choice", "chemotherapy", "control"];

    private static readonly SearchValues<string> Randomized = SearchValues.Create(["randomized", "randomised", "placebo", "versus", " vs", "compared"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The control that the sentence, or else its paragraph and the lines above, name; null where none is.</summary>
    public static string? Of(Passage passage)
    {
        if (In(passage.Sentence.Text) is { } own)
            return own;
        if (In(passage.Sentence.Surroundings) is { } near)
            return near;
        foreach (var index in passage.Sentence.Above.Reverse().Take(2))
        {
            var text = passage.Sentence.Document.Blocks[index].Text;
            if (text.AsSpan().IndexOfAny(Randomized) >= 0 && In(text) is { } above)
                return above;
        }

        return null;
    }

    /// <summary>What a comparison before a token names: "compared to oral nimodipine (28% …"; else the control of the sentence.</summary>
    public static string? Before(Passage passage, int token)
    {
        var text = passage.Text;
        var last = text.Is(token - 1, '(') ? token - 2 : token - 1;
        for (var i = last; i > Math.Max(0, last - 8); i--)
        {
            if (!LinkWords.IsComparison(text, i))
                continue;
            var first = text.IsAny(i + 1, "to", "with") ? i + 2 : i + 1;
            return first <= last && !text[first].IsNumber ? text.Slice(first, last) : null;
        }

        return Of(passage);
    }

    private static string? In(ReadOnlySpan<char> text)
    {
        foreach (var name in Names)
        {
            if (text.Contains(name, StringComparison.OrdinalIgnoreCase))
                return name;
        }

        return null;
    }
}
