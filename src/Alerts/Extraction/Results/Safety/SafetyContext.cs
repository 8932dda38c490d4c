using System.Buffers;

namespace Alerts.Extraction.Results.Safety;

/// <summary>Whether a sentence speaks of what a treatment did to patients.</summary>
internal static class SafetyContext
{
    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["adverse", "TEAE", "TRAE", "side effect", "toxicit", "tolerat", "tolerab", "safety", "AEs", "reactions", "drop-out", "dropout", "treatment-related", "drug-related", "DLT", "deaths"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Events = SearchValues.Create(
        ["adverse event", "adverse reaction", "adverse drug", "TEAE", "TRAE", "side effect", "toxicities", "AEs"], StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the sentence, or the line it hangs on, announces events themselves.</summary>
    public static bool NamesEvents(Passage passage) =>
        passage.Sentence.Text.AsSpan().IndexOfAny(Events) >= 0
        || (passage.Sentence.Above.Count > 0 && passage.Sentence.Block.Kind == Filings.BlockKind.Bullet && passage.Sentence.Document.Blocks[passage.Sentence.Above[^1]].Text.AsSpan().IndexOfAny(Events) >= 0);

    /// <summary>True where the sentence says so.</summary>
    public static bool Here(Passage passage) => passage.Sentence.Text.AsSpan().IndexOfAny(Words) >= 0;

    /// <summary>True where the sentence, what it hangs on, or its paragraph says so.</summary>
    public static bool Around(Passage passage) =>
        Here(passage) || passage.Sentence.Surroundings.IndexOfAny(Words) >= 0
        || passage.Sentence.Above.Reverse().Take(3).Any(i => passage.Sentence.Document.Blocks[i].Text.AsSpan().IndexOfAny(Words) >= 0);
}
