namespace Alerts.Filings;

/// <summary>A block as a layout found it, before it has a place in a document's text.</summary>
internal sealed record Draft(BlockKind Kind, string Text)
{
    /// <summary>Depth of a heading or bullet, as <see cref="TextBlock.Level"/>.</summary>
    public int Level { get; init; }

    /// <summary>The table that a row belongs to: rows of one table share the value; 0 outside tables.</summary>
    public int Table { get; init; }

    /// <summary>The cells of a table row, left to right, none empty.</summary>
    public IReadOnlyList<DraftCell> Cells { get; init; } = [];

    /// <summary>A heading.</summary>
    public static Draft Heading(string text, int level) => new(BlockKind.Heading, text) { Level = level };

    /// <summary>A paragraph.</summary>
    public static Draft Paragraph(string text) => new(BlockKind.Paragraph, text);

    /// <summary>An entry of a list.</summary>
    public static Draft Bullet(string text, int level) => new(BlockKind.Bullet, text) { Level = level };

    /// <summary>A row of a table; its text is made of its cells.</summary>
    public static Draft Row(IReadOnlyList<DraftCell> cells, int table) =>
        new(BlockKind.TableRow, "") { Cells = cells, Table = table };
}

/// <summary>A cell of a table row before it has a place in a document's text.</summary>
internal readonly record struct DraftCell(string Text, int Column, int Span, string Header = "");
