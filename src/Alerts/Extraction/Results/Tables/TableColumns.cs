using System.Buffers;
using Alerts.Extraction.Subjects;
using Alerts.Filings;

namespace Alerts.Extraction.Results.Tables;

/// <summary>Knows what the columns of one table hold, from their header paths and from header rows that stand among the data.</summary>
internal sealed class TableColumns(SubjectIndex subjects, Func<bool> hasFindings)
{
    private const int LongestArm = 60;

    private static readonly SearchValues<string> Treatments = SearchValues.Create(
        ["placebo", "sham", "vehicle", "control", "chemotherapy", "standard of care", " mg", " arm", "cohort", "dose", "treatment", "monotherapy", "combination"], StringComparison.OrdinalIgnoreCase);

    private readonly Dictionary<string, ColumnHead> _heads = [];
    private readonly Dictionary<int, string> _under = [];

    /// <summary>What the column of a cell holds: an arm where it states patients or a grade, and in a table of findings where it names a treatment.</summary>
    public ColumnHead Of(TableCell cell)
    {
        var header = Header(cell);
        if (_heads.TryGetValue(header, out var known))
            return known;
        var head = ColumnHead.Read(header);
        if (head.Role == ColumnRole.Unknown && head.Text.Length is > 0 and < LongestArm && NamesTreatment(head.Text) && hasFindings())
            head = head with { Role = ColumnRole.Arm };
        return _heads[header] = head;
    }

    /// <summary>True where the column says that its figures are percentages.</summary>
    public bool IsPercent(TableCell cell) => Header(cell).Contains('%', StringComparison.Ordinal);

    /// <summary>Takes a row of headers among the data: "All grades, % | Grade 3+, %" below the arms; false for any other row.</summary>
    public bool TakeHeaders(IReadOnlyList<TableCell> cells)
    {
        if (cells.Count < 2 || !cells.Skip(1).All(IsHeader))
            return false;
        foreach (var cell in cells.Where(c => c.Column > 0))
            _under[cell.Column] = cell.Text;
        return true;
    }

    private string Header(TableCell cell) => _under.TryGetValue(cell.Column, out var under) ? $"{cell.Header} {under}" : cell.Header;

    private bool NamesTreatment(string header) =>
        header.AsSpan().IndexOfAny(Treatments) >= 0 || subjects.Programs.Any(p => p.Names.Any(name => header.Contains(name, StringComparison.OrdinalIgnoreCase)));

    private static bool IsHeader(TableCell cell) =>
        cell.Text.Length is > 0 and < 30 && !char.IsAsciiDigit(cell.Text[0]) && (cell.Text.Contains("grade", StringComparison.OrdinalIgnoreCase) || cell.Text.Contains('%', StringComparison.Ordinal));
}
