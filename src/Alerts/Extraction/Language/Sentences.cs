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

            foreach (var (start, length) in SentenceBoundaries.Split(block.Text))
                sentences.Add(Cut(document, index, outline, start, length));
        }

        return sentences;
    }

    private static Sentence Cut(FilingDocument document, int index, Outline outline, int start, int length)
    {
        var block = document.Blocks[index];
        return new Sentence(document, block, index, block.Start + start, block.Text.Substring(start, length))
        {
            Headings = outline.Headings,
            Above = outline.Above,
        };
    }
}
