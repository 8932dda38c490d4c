using System.Text;
using Alerts.Filings;

namespace Alerts.Tests.Filings;

/// <summary>Short forms for tests of the reader.</summary>
internal static class Reading
{
    /// <summary>Reads a text as a filing.</summary>
    public static ReadFiling Read(string text) => FilingReader.Read(Encoding.UTF8.GetBytes(text));

    /// <summary>The blocks of the first document, one a line: kind, level, text.</summary>
    public static string Blocks(string text) => Blocks(Read(text).Documents[0]);

    /// <summary>The blocks of a document, one a line.</summary>
    public static string Blocks(FilingDocument document) => string.Join('\n', document.Blocks.Select(Show));

    /// <summary>Puts HTML into a press release's page.</summary>
    public static string Page(string body) => "<html><head><title>x</title></head><body>" + body + "</body></html>";

    private static string Show(TextBlock block) => block.Kind switch
    {
        BlockKind.Heading => $"H{block.Level} {block.Text}",
        BlockKind.Bullet => $"*{block.Level} {block.Text}",
        BlockKind.TableRow => "T " + string.Join(" ¦ ", block.Cells.Select(cell => cell.Header.Length > 0 ? $"{{{cell.Header}}} {cell.Text}" : cell.Text)),
        _ => "P " + block.Text,
    };
}
