using Alerts.Extraction.Language;
using Alerts.Extraction.Results.Endpoints;
using Alerts.Extraction.Results.Safety;
using Alerts.Filings;
using Alerts.Records;

namespace Alerts.Extraction.Results.Tables;

/// <summary>
/// Reads result tables: arms in columns, measures in rows, with "95% CI" rows below. A table counts only where its header
/// states numbers of patients or its rows name measures that no balance sheet has.
/// </summary>
internal sealed class TableReader
{
    private readonly IReadOnlyList<Sentence> _rows;
    private readonly DocumentScope _scope;
    private readonly List<DataPoint> _points = [];
    private readonly RowMeasures _measures;
    private readonly TableColumns _columns;

    private TableReader(IReadOnlyList<Sentence> rows, DocumentScope scope)
    {
        _rows = rows;
        _scope = scope;
        _measures = new RowMeasures(rows);
        var hasFindings = new Lazy<bool>(HasFindings);
        _columns = new TableColumns(scope.Subjects, () => hasFindings.Value);
    }

    /// <summary>The data points of a table's rows.</summary>
    public static IReadOnlyList<DataPoint> Read(IReadOnlyList<Sentence> rows, DocumentScope scope)
    {
        if (rows.Count == 0 || Sections.IsSilent(rows[0]) || rows.Any(r => r.Text.Contains('$', StringComparison.Ordinal)))
            return [];
        var reader = new TableReader(rows, scope);
        if (!rows.Any(r => r.Block.Cells.Any(c => reader._columns.Of(c).Role == ColumnRole.Arm)))
            return [];
        var first = -1;
        foreach (var row in rows)
            first = reader.ReadRow(row, first);
        return reader._points;
    }

    // Returns where the points of the row begin, for an interval row below.
    private int ReadRow(Sentence row, int previous)
    {
        var cells = row.Block.Cells;
        if (cells.Count == 0 || cells[0].Column != 0 && cells[0].Header.Length > 0)
            return previous;
        var label = Footnotes.Strip(cells[0].Text);
        if (cells.Count == 1)
        {
            _measures.Group = label;
            return -1;
        }

        if (_columns.TakeHeaders(cells))
            return -1;
        if (IsIntervalLabel(label))
        {
            AddIntervals(cells, previous);
            return previous;
        }

        var start = _points.Count;
        foreach (var cell in cells.Skip(1))
        {
            if (_columns.Of(cell) is { Role: not ColumnRole.PValue } head && Point(row, label, cell, head) is { } point)
                _points.Add(point);
        }

        AddPValues(cells, start);
        return _points.Count > start ? start : -1;
    }

    private DataPoint? Point(Sentence row, string label, TableCell cell, ColumnHead head)
    {
        // "Adverse event, n (%)" over the labels holds for all of them.
        var corner = _rows[0].Block.Cells is [{ Column: 0 } first, ..] && !ReferenceEquals(_rows[0], row) ? " " + first.Text : "";
        var full = (_measures.Group.Length > 0 ? _measures.Group + " " + label : label) + (IsTimeLabel(label) ? "" : corner) + (_columns.IsPercent(cell) ? ", %" : "");
        if (head.Role == ColumnRole.Unknown || CellValue.Read(Footnotes.Strip(cell.Text), full) is not { } value || _measures.Of(label, row) is not { } measure)
            return null;
        // "PR | 0 | 1 | 4" below numbers of patients counts them; so does the 0 beside "4 (8%)".
        if (value.Unit is null && value.Value is { } number && double.IsInteger(number) && IsCounted(measure) && !full.Contains('%', StringComparison.Ordinal) && (head.N >= number || number == 0) && value.Interval is null)
            value = value with { Unit = "patients", Count = number };
        if (Draft(row, measure, label, full, value) is not { } point)
            return null;
        var isDifference = head.Role == ColumnRole.Difference || point.Unit == "HR";
        return point with
        {
            Of = value.Of ?? (value.Count is not null ? head.N : null),
            N = isDifference ? null : head.N,
            Grade = point.Measure == Measure.Ae ? head.Grade ?? point.Grade : null,
            Arm = isDifference ? "difference" : head.Text.Length > 0 && (head.Grade is null || head.N is not null) ? head.Text : null,
            Population = head.Text.Length > 0 && !isDifference && (head.Grade is null || head.N is not null) ? head.Text : null,
        };
    }

    private DataPoint? Draft(Sentence row, Measure measure, string label, string full, CellValue value)
    {
        var subject = _scope.Subjects.TopicAt(row, 0);
        var isTime = measure is Measure.Dor or Measure.Pfs or Measure.Os or Measure.Efs or Measure.Dfs or Measure.Ttp;
        var unit = value.Unit ?? UnitOf(measure, full) ?? (measure == Measure.Endpoint ? ScoreUnits.Of(label) : null);
        if (value.IsNotReached && !isTime || unit is null && !value.IsNotReached || isTime && !value.IsNotReached && unit is not ("months" or "weeks" or "days" or "years" or "HR" or "%"))
            return null;
        var point = new DataPoint
        {
            Measure = measure,
            Program = subject.Program,
            Trial = subject.Trial,
            Phase = subject.Phase,
            Value = value.Value,
            Unit = value.IsNotReached ? null : unit,
            Outcome = value.IsNotReached ? "not_reached" : null,
            Count = unit == "%" ? value.Count : null,
            CiLow = value.Interval?.Low,
            CiHigh = value.Interval?.High,
            CiLevel = value.Interval?.Level,
            Term = measure is Measure.Ae or Measure.Endpoint ? TermOf(label) : null,
            Grade = measure == Measure.Ae ? GradeOf(full) : null,
            At = isTime && unit == "%" || measure == Measure.Endpoint ? EndpointLabels.TimeIn(full) ?? TableTimes.In(full) : null,
            AsOf = _scope.CutoffAt(row),
            Quote = row.Text,
            Document = row.Document.Type,
            Start = row.Start,
            Confidence = 0.9,
        };
        return isTime && unit == "%" && point.At is null ? null : point;
    }

    // Two rows that only a table of results has.
    private bool HasFindings() => _rows.Count(r => r.Block.Cells.Count > 1 && _measures.Of(Footnotes.Strip(r.Block.Cells[0].Text), r) is not null) >= 2;

    private static bool IsCounted(Measure measure) => measure is Measure.Cr or Measure.Pr or Measure.Sd or Measure.Pd or Measure.Orr or Measure.Dcr or Measure.Cbr or Measure.Ae or Measure.Sae or Measure.Discontinuation or Measure.Death;

    private static bool IsTimeLabel(string label) => label.Contains("median", StringComparison.OrdinalIgnoreCase) || label.Contains("hazard", StringComparison.OrdinalIgnoreCase);

    private static string? UnitOf(Measure measure, string label)
    {
        if (label.Contains("hazard", StringComparison.OrdinalIgnoreCase) || label.Contains("HR", StringComparison.Ordinal))
            return "HR";
        foreach (var unit in new[] { "months", "weeks", "days", "years" })
        {
            if (label.Contains(unit, StringComparison.OrdinalIgnoreCase) || label.Contains($"({unit[..2]}", StringComparison.OrdinalIgnoreCase) || label.Contains($"{unit[..^1]})", StringComparison.OrdinalIgnoreCase))
                return label.Contains('%', StringComparison.Ordinal) && label.Contains("rate", StringComparison.OrdinalIgnoreCase) ? "%" : unit;
        }

        if (label.Contains(", mo", StringComparison.OrdinalIgnoreCase))
            return "months";
        var isCounted = measure is not (Measure.Dor or Measure.Pfs or Measure.Os or Measure.Efs or Measure.Dfs or Measure.Ttp);
        return label.Contains('%', StringComparison.Ordinal) ? "%" : isCounted && (label.EndsWith(", n", StringComparison.Ordinal) || label.EndsWith("(n)", StringComparison.Ordinal)) ? "patients" : null;
    }

    private static string TermOf(string label)
    {
        var end = label.IndexOf(" n (", StringComparison.OrdinalIgnoreCase);
        return (end > 0 ? label[..end] : label).TrimEnd('%').Trim(' ', ',', '-', '–', '*').ToLowerInvariant();
    }

    private static string? GradeOf(string label)
    {
        var text = Tokenizer.Read(label);
        return Grades.In(text, 0, text.Count - 1, fromEnd: true);
    }

    private static bool IsIntervalLabel(string label) =>
        label.Length < 30 && (label.Contains("CI", StringComparison.Ordinal) || label.Contains("confidence interval", StringComparison.OrdinalIgnoreCase)) && AnchorReader.Read(Tokenizer.Read(label)).Count == 0 && !label.Contains("median", StringComparison.OrdinalIgnoreCase);

    // The row below holds the intervals of the row above, column by column.
    private void AddIntervals(IReadOnlyList<TableCell> cells, int from)
    {
        if (from < 0)
            return;
        foreach (var cell in cells.Skip(1))
        {
            if (CellValue.ReadInterval(cell.Text) is not { } interval)
                continue;
            var head = _columns.Of(cell);
            var index = _points.FindIndex(from, p => (p.Arm ?? "") == head.Text && p.N == head.N);
            if (index >= 0)
                _points[index] = _points[index] with { CiLow = interval.Low, CiHigh = interval.High, CiLevel = interval.Level };
        }
    }

    private void AddPValues(IReadOnlyList<TableCell> cells, int from)
    {
        var cell = cells.Skip(1).FirstOrDefault(c => _columns.Of(c).Role == ColumnRole.PValue);
        if (cell is null || from >= _points.Count)
            return;
        var number = Tokenizer.Read(cell.Text).Tokens.FirstOrDefault(t => t.IsNumber);
        if (number.IsNumber && number.Number is >= 0 and <= 1)
            _points[from] = _points[from] with { PValue = number.Number };
    }
}
