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
        if (In(passage.Sentence.Block.Text) is { } near)
            return near;
        foreach (var index in passage.Sentence.Above.Reverse().Take(2))
        {
            var text = passage.Sentence.Document.Blocks[index].Text;
            if (text.AsSpan().IndexOfAny(Randomized) >= 0 && In(text) is { } above)
                return above;
        }

        return null;
    }

    private static string? In(string text) => Array.Find(Names, name => text.Contains(name, StringComparison.OrdinalIgnoreCase));
}
