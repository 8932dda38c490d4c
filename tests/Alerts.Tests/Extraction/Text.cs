using Alerts.Filings;
using Alerts.Records;

namespace Alerts.Tests.Extraction;

/// <summary>Builds filings from a few lines of text, so that a test shows all that matters.</summary>
/// <remarks>"# " begins a heading ("## " a lower one), "- " a bullet (two blanks more for each level), "| " a table row.</remarks>
internal static class Text
{
    /// <summary>A release as the only document of a filing.</summary>
    public static ReadFiling Filing(string text, string? company = "Example Therapeutics, Inc.") =>
        new(new FilingFacts { Company = company, EventDate = new DateOnly(2024, 5, 6) }, [Document(text)], []);

    /// <summary>A document of headings, paragraphs, bullets and table rows.</summary>
    public static FilingDocument Document(string text, string type = "EX-99.1")
    {
        var blocks = new List<TextBlock>();
        var start = 0;
        var table = 0;
        string[]? header = null;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !string.IsNullOrWhiteSpace(l)))
        {
            var (block, columns) = Block(line, start, header, blocks is [.., { Kind: BlockKind.TableRow }] ? table : table + 1);
            header = columns;
            table = Math.Max(table, block.Table);
            blocks.Add(block);
            start += block.Text.Length + 1;
        }

        return new FilingDocument(type, string.Join('\n', blocks.Select(b => b.Text)), blocks);
    }

    private static (TextBlock Block, string[]? Columns) Block(string line, int start, string[]? header, int table)
    {
        var body = line.TrimStart();
        var indent = line.Length - body.Length;
        var level = body.TakeWhile(c => c == '#').Count();
        if (level > 0)
            return (new TextBlock(BlockKind.Heading, start, body[level..].Trim()) { Level = level }, null);
        if (body.StartsWith("- ", StringComparison.Ordinal))
            return (new TextBlock(BlockKind.Bullet, start, body[2..].Trim()) { Level = 1 + (indent / 2) }, null);
        if (!body.StartsWith("| ", StringComparison.Ordinal))
            return (new TextBlock(BlockKind.Paragraph, start, body.Trim()), null);
        var texts = body.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries);
        var cells = new List<TableCell>();
        var text = string.Join(" | ", texts.Where(t => t.Length > 0));
        var at = start;
        for (var column = 0; column < texts.Length; column++)
        {
            if (texts[column].Length == 0)
                continue;
            cells.Add(new TableCell(at, texts[column], column, 1, header is null || column == 0 || column >= header.Length ? "" : header[column]));
            at += texts[column].Length + 3;
        }

        return (new TextBlock(BlockKind.TableRow, start, text) { Table = table, Cells = cells }, header ?? texts);
    }
}
