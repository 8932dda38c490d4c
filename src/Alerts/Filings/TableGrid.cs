namespace Alerts.Filings;

/// <summary>A table as its author drew it, on a grid of columns.</summary>
internal sealed record TableGrid(IReadOnlyList<GridRow> Rows);

/// <summary>One row of a table: the cells that hold something, left to right.</summary>
internal sealed record GridRow(IReadOnlyList<GridCell> Cells)
{
    /// <summary>The cell of the first column that spans this row from above.</summary>
    public GridCell? Label { get; init; }

    /// <summary>True where every cell is set as a heading.</summary>
    public bool IsHeading => Cells.Count > 0 && Cells.All(cell => cell.IsHeading);
}

/// <summary>One cell on the grid.</summary>
/// <param name="Column">First grid column that it covers.</param>
/// <param name="Span">Number of grid columns that it covers.</param>
/// <param name="Drafts">The blocks in it.</param>
internal sealed record GridCell(int Column, int Span, IReadOnlyList<Draft> Drafts)
{
    /// <summary>All of its text on one line.</summary>
    public string Text { get; } = Line(Drafts);

    /// <summary>True for a cell set as a heading.</summary>
    public bool IsHeading => Drafts.All(draft => draft.Kind == BlockKind.Heading);

    private static string Line(IReadOnlyList<Draft> drafts) => drafts.Count switch
    {
        0 => "",
        1 when drafts[0].Kind != BlockKind.TableRow => drafts[0].Text,
        _ => string.Join(' ', drafts.Select(draft =>
            draft.Kind == BlockKind.TableRow ? string.Join(' ', draft.Cells.Select(cell => cell.Text)) : draft.Text)),
    };
}
