using System.Runtime.CompilerServices;
using Alerts.Records;

namespace Alerts.Filings;

/// <summary>A filing as the reader lays it out: its facts and the text of its documents, before anything is extracted.</summary>
/// <param name="Facts">Header and cover page.</param>
/// <param name="Documents">The documents that hold text, in the order of the submission; the 8-K first.</param>
/// <param name="Coverage">What could not be read.</param>
public sealed record ReadFiling(
    FilingFacts Facts,
    IReadOnlyList<FilingDocument> Documents,
    IReadOnlyList<CoverageNote> Coverage)
{
    /// <summary>
    /// The day that the filing speaks from, against which "next year" is understood: the event date, else the day
    /// of acceptance in US Eastern; null for a document that states neither.
    /// </summary>
    public DateOnly? StatementDate =>
        Facts.EventDate ?? (Facts.FiledAt is { } at ? DateOnly.FromDateTime(at.DateTime) : null);
}

/// <summary>One document of a filing as reading text: the blocks in order, one a line.</summary>
/// <param name="Type">"8-K", "EX-99.1"; the type in the submission, else read from the text.</param>
/// <param name="Text">The blocks' texts joined by line feeds. Offsets of all evidence count UTF-16 units of it.</param>
/// <param name="Blocks">The blocks in order; each block's text stands in <paramref name="Text"/> at its start.</param>
public sealed record FilingDocument(string Type, string Text, IReadOnlyList<TextBlock> Blocks)
{
    /// <summary>The file's name in the submission.</summary>
    public string? FileName { get; init; }

    /// <summary>The submission's description of the document.</summary>
    public string? Description { get; init; }

    /// <summary>The same object only: to compare two texts of megabytes at every look-up would cost their length.</summary>
    public bool Equals(FilingDocument? other) => ReferenceEquals(this, other);

    /// <summary>The object's own.</summary>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>The document's own date where it differs from the filing's: the day of a press release's dateline.</summary>
    public DateOnly? Date { get; init; }
}

/// <summary>What a block of text is.</summary>
public enum BlockKind
{
    /// <summary>A title or section heading.</summary>
    Heading,

    /// <summary>A paragraph of prose.</summary>
    Paragraph,

    /// <summary>One entry of a list, without its mark.</summary>
    Bullet,

    /// <summary>One row of a table; <see cref="TextBlock.Cells"/> holds its cells.</summary>
    TableRow,
}

/// <summary>One heading, paragraph, bullet or table row with single blanks between words.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of the text in the document's text.</param>
/// <param name="Text">The text; cells of a table row are joined by " | ".</param>
public sealed record TextBlock(BlockKind Kind, int Start, string Text)
{
    /// <summary>Depth of a heading (1 is the title) or of a bullet (1 is the outermost); 0 where it does not apply.</summary>
    public int Level { get; init; }

    /// <summary>Number of the table in the document, from 1; 0 outside tables.</summary>
    public int Table { get; init; }

    /// <summary>The cells of a table row that hold text, left to right.</summary>
    public IReadOnlyList<TableCell> Cells { get; init; } = [];
}

/// <summary>One cell of a table row.</summary>
/// <param name="Start">Offset of the cell's text in the document's text.</param>
/// <param name="Text">The cell's text; "$" and "%" that stood in cells of their own are joined to their number.</param>
/// <param name="Column">Index of the first grid column that the cell covers, from 0.</param>
/// <param name="Span">Number of grid columns that the cell covers.</param>
/// <param name="Header">The column's header path from top to bottom, joined by " / "; empty for header rows and row labels.</param>
public sealed record TableCell(int Start, string Text, int Column, int Span = 1, string Header = "");
