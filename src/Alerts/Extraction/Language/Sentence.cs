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
    private const int Reach = 3000;

    /// <summary>The headings above, outermost first.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>
    /// Indexes of the blocks that this one hangs on, outermost first: headings, the paragraph that leads a list or
    /// table in ("Interim results include:"), and outer bullets.
    /// </summary>
    public IReadOnlyList<int> Above { get; init; } = [];

    /// <summary>
    /// The text of the block around the sentence: all of an ordinary one, and of a run-on one (a page in one paragraph) what stands
    /// near enough to belong to the sentence.
    /// </summary>
    public ReadOnlySpan<char> Surroundings
    {
        get
        {
            var at = Math.Clamp(Start - Block.Start, 0, Block.Text.Length);
            var from = Math.Max(0, at - Reach);
            return Block.Text.AsSpan(from, Math.Min(Block.Text.Length, at + Text.Length + Reach) - from);
        }
    }

    /// <summary>Offset just behind the sentence in the document's text.</summary>
    public int End => Start + Text.Length;
}
