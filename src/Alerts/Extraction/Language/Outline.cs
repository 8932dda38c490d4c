using Alerts.Filings;

namespace Alerts.Extraction.Language;

/// <summary>
/// What stands above a block while a document is walked from top to bottom: headings, the paragraph that leads a
/// list or table in, outer bullets.
/// </summary>
internal sealed class Outline(IReadOnlyList<TextBlock> blocks)
{
    /// <summary>Documents nest a few levels; what nests deeper is broken, and only the closest levels matter.</summary>
    private const int Deepest = 8;

    private readonly List<int> _headings = [];
    private readonly List<int> _bullets = [];
    private int _leadIn = -1;

    /// <summary>Texts of the headings above the current block, outermost first.</summary>
    public IReadOnlyList<string> Headings { get; private set; } = [];

    /// <summary>Indexes of all blocks above the current one, outermost first.</summary>
    public IReadOnlyList<int> Above { get; private set; } = [];

    /// <summary>Moves on to the block at <paramref name="index"/>.</summary>
    public void Enter(int index)
    {
        var block = blocks[index];
        switch (block.Kind)
        {
            case BlockKind.Heading when LeadsIn(index):
                _bullets.Clear();
                Publish(withLeadIn: false);
                _leadIn = index;
                break;
            case BlockKind.Heading:
                CloseDownTo(_headings, block.Level);
                Publish();
                _headings.Add(index);
                _bullets.Clear();
                _leadIn = -1;
                break;
            case BlockKind.Paragraph:
                _bullets.Clear();
                Publish(withLeadIn: false);
                _leadIn = index;
                break;
            case BlockKind.Bullet:
                CloseDownTo(_bullets, block.Level);
                Publish();
                _bullets.Add(index);
                break;
            default:
                Publish();
                break;
        }
    }

    // "Findings to date include:" before a list leads it in, however it is set; it ends no section.
    private bool LeadsIn(int index) =>
        blocks[index].Text.EndsWith(':') && index + 1 < blocks.Count && blocks[index + 1].Kind is (BlockKind.Bullet or BlockKind.TableRow);

    // A heading or bullet ends all of its own depth and deeper.
    private void CloseDownTo(List<int> open, int level)
    {
        while (open.Count > 0 && blocks[open[^1]].Level >= level)
            open.RemoveAt(open.Count - 1);
    }

    private void Publish(bool withLeadIn = true)
    {
        var above = new List<int>(_headings.TakeLast(Deepest));
        if (withLeadIn && _leadIn >= 0)
            above.Add(_leadIn);
        above.AddRange(_bullets.TakeLast(Deepest));
        Above = above;
        Headings = [.. _headings.TakeLast(Deepest).Select(i => blocks[i].Text)];
    }
}
