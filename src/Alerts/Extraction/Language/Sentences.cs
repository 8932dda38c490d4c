using Alerts.Filings;

namespace Alerts.Extraction.Language;

/// <summary>Cuts a document into the sentences that rules look at.</summary>
public static class Sentences
{
    /// <summary>
    /// All sentences in reading order. Each is a piece of the document's text, so its offsets are evidence; a table
    /// row stays whole because its cells only mean something together.
    /// </summary>
    public static IReadOnlyList<Sentence> Of(FilingDocument document)
    {
        var sentences = new List<Sentence>(document.Blocks.Count * 2);
        var outline = new Outline(document.Blocks);
        for (var index = 0; index < document.Blocks.Count; index++)
        {
            var block = document.Blocks[index];
            outline.Enter(index);
            if (block.Text.Length == 0)
                continue;
            if (block.Kind == BlockKind.TableRow)
            {
                sentences.Add(Cut(document, index, outline, 0, block.Text.Length));
                continue;
            }

            var last = LastJoined(document, index);
            var text = last == index ? block.Text : document.Text[block.Start..(document.Blocks[last].Start + document.Blocks[last].Text.Length)];
            foreach (var (start, length) in SentenceBoundaries.Split(text))
                sentences.Add(Cut(document, index, outline, start, length));
            index = last;
        }

        return sentences;
    }

    // A page break within a sentence leaves two paragraphs: "keratopathy (35% all grade;" and "9% grade 3+), and nausea".
    private static int LastJoined(FilingDocument document, int index)
    {
        var blocks = document.Blocks;
        while (index + 1 < blocks.Count && blocks[index].Kind is BlockKind.Paragraph or BlockKind.Bullet && blocks[index + 1].Kind == BlockKind.Paragraph && IsCut(blocks[index].Text, blocks[index + 1].Text))
            index++;
        return index;
    }

    private static bool IsCut(string before, string behind) =>
        before.Length > 40 && behind.Length > 0 && (char.IsLower(behind[0]) || char.IsAsciiDigit(behind[0]) || behind[0] == ')')
        && (before[^1] is ',' or ';' || before.LastIndexOf('(') > before.LastIndexOf(')'));

    private static Sentence Cut(FilingDocument document, int index, Outline outline, int start, int length)
    {
        var block = document.Blocks[index];
        return new Sentence(document, block, index, block.Start + start, document.Text.Substring(block.Start + start, length))
        {
            Headings = outline.Headings,
            Above = outline.Above,
        };
    }
}
