using Alerts.Extraction.Language;
using Alerts.Filings;

namespace Alerts.Extraction.Outlook.Financial;

/// <summary>What stands above a row of a guidance table: the table's head and the line that announces the table.</summary>
/// <param name="Rows">The rows above that hold no figure, nearest first.</param>
/// <param name="Above">The line above the table; empty where there is none.</param>
internal sealed record GuidanceTableHead(IReadOnlyList<string> Rows, string Above)
{
    /// <summary>A guidance table is short; its head is not further above.</summary>
    private const int MostRows = 40;

    /// <summary>The head of the table that a row stands in.</summary>
    public static GuidanceTableHead Of(Sentence row)
    {
        var blocks = row.Document.Blocks;
        var rows = new List<string>();
        var i = row.BlockIndex - 1;
        for (; i >= 0 && i > row.BlockIndex - MostRows && blocks[i].Kind == BlockKind.TableRow && blocks[i].Table == row.Block.Table; i--)
        {
            if (AmountReader.Find(blocks[i].Text).Count == 0)
                rows.Add(blocks[i].Text);
        }

        return new GuidanceTableHead(rows, i >= 0 ? blocks[i].Text : "");
    }
}
