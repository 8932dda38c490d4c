using System.Text;

namespace Alerts.Filings;

/// <summary>Puts blocks one below the other into a document's text, so that each knows its offset.</summary>
internal static class DocumentComposer
{
    private const string CellSeparator = " | ";

    /// <summary>Composes a document from its blocks; page numbers, ornaments and empty ones are left out.</summary>
    public static FilingDocument Compose(string type, IReadOnlyList<Draft> drafts)
    {
        var text = new StringBuilder();
        var blocks = new List<TextBlock>(drafts.Count);
        var tables = 0;
        var lastTable = 0;
        foreach (var draft in drafts)
        {
            var isRow = draft.Kind == BlockKind.TableRow;
            if (isRow ? draft.Cells.Count == 0 : PageMark.IsNumber(draft.Text) || PageMark.IsOrnament(draft.Text))
                continue;

            if (text.Length > 0)
                text.Append('\n');

            if (!isRow)
            {
                blocks.Add(new TextBlock(draft.Kind, text.Length, draft.Text) { Level = draft.Level });
                text.Append(draft.Text);
                continue;
            }

            if (draft.Table != lastTable)
            {
                lastTable = draft.Table;
                tables++;
            }

            blocks.Add(ComposeRow(draft, text) with { Table = tables });
        }

        return new FilingDocument(type, text.ToString(), blocks);
    }

    private static TextBlock ComposeRow(Draft row, StringBuilder text)
    {
        var start = text.Length;
        var cells = new TableCell[row.Cells.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                text.Append(CellSeparator);
            var cell = row.Cells[i];
            cells[i] = new TableCell(text.Length, cell.Text, cell.Column, cell.Span, cell.Header);
            text.Append(cell.Text);
        }

        return new TextBlock(BlockKind.TableRow, start, text.ToString(start, text.Length - start)) { Cells = cells };
    }
}
