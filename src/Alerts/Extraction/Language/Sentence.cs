using Alerts.Filings;

namespace Alerts.Extraction.Language;

/// <summary>
/// The unit that rules look at: one sentence of a paragraph or heading, one bullet's sentence, or one table row.
/// </summary>
/// <param name="Document">The document it stands in.</param>
/// <param name="Block">The block it stands in.</param>
/// <param name="BlockIndex">Index of the block in the document.</param>
/// <param name="Start">Offset in the document's text.</param>
/// <param name="Text">The sentence, exactly as the document's text has it at <paramref name="Start"/>.</param>
public sealed record Sentence(FilingDocument Document, TextBlock Block, int BlockIndex, int Start, string Text)
{
    /// <summary>The headings above, outermost first.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>
    /// Indexes of the blocks that this one hangs on, outermost first: headings, the paragraph that leads a list or
    /// table in ("Interim results include:"), and outer bullets.
    /// </summary>
    public IReadOnlyList<int> Above { get; init; } = [];

    /// <summary>Offset just behind the sentence in the document's text.</summary>
    public int End => Start + Text.Length;
}
