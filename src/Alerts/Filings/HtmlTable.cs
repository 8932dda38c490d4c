using AngleSharp.Dom;

namespace Alerts.Filings;

/// <summary>Places the cells of an HTML table on its grid, minding those that span rows or columns.</summary>
internal sealed class HtmlTable
{
    // No filing has tables this wide; spans beyond are a mistake or an attack.
    private const int MostColumns = 400;

    private readonly List<GridRow> _rows = [];
    private readonly List<int> _occupied = [];
    private List<GridCell> _cells = [];
    private int _column;
    private GridCell? _label;
    private int _labelRows;

    /// <summary>Begins the next row.</summary>
    public void StartRow()
    {
        EndRow();
        if (--_labelRows <= 0)
            _label = null;
        for (var i = 0; i < _occupied.Count; i++)
            _occupied[i] = Math.Max(0, _occupied[i] - 1);
        _column = 0;
    }

    /// <summary>Adds the next cell of the row.</summary>
    public void AddCell(IElement element, IReadOnlyList<Draft> drafts)
    {
        var span = Math.Clamp(Number(element, "colspan"), 1, MostColumns);
        var rows = Math.Clamp(Number(element, "rowspan"), 1, 1000);
        while (_column < _occupied.Count && _occupied[_column] > 0)
            _column++;
        if (_column >= MostColumns)
        {
            _column = MostColumns;
            span = 1;
        }

        for (var i = _column; i < _column + span; i++)
        {
            if (i >= _occupied.Count)
                _occupied.Add(0);
            _occupied[i] = rows;
        }

        if (drafts.Count > 0)
            _cells.Add(new GridCell(_column, span, drafts));
        if (_column == 0)
            (_label, _labelRows) = (drafts.Count > 0 ? _cells[0] : null, rows);
        _column += span;
    }

    /// <summary>The whole table.</summary>
    public TableGrid Finish()
    {
        EndRow();
        return new TableGrid(_rows);
    }

    private void EndRow()
    {
        if (_cells.Count == 0)
            return;
        _rows.Add(new GridRow(_cells) { Label = _cells[0].Column > 0 ? _label : null });
        _cells = [];
    }

    private static int Number(IElement element, string attribute) =>
        element.GetAttribute(attribute) is { } text && int.TryParse(text.Trim(), out var number) ? number : 1;
}
