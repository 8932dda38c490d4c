using Alerts.Extraction.Language;
using Alerts.Extraction.Results.Endpoints;
using Alerts.Extraction.Results.Response;
using Alerts.Extraction.Results.Safety;
using Alerts.Extraction.Results.TimeToEvent;
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
    private string _group = "";

    private TableReader(IReadOnlyList<Sentence> rows, DocumentScope scope)
    {
        _rows = rows;
        _scope = scope;
    }

    /// <summary>The data points of a table's rows.</summary>
    public static IReadOnlyList<DataPoint> Read(IReadOnlyList<Sentence> rows, DocumentScope scope)
    {
        if (rows.Count == 0 || Sections.IsSilent(rows[0]) || rows.Any(r => r.Text.Contains('$', StringComparison.Ordinal)))
            return [];
        var reader = new TableReader(rows, scope);
        if (!rows.Any(r => r.Block.Cells.Any(c => ColumnHead.Read(c.Header).Role == ColumnRole.Arm)))
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
            _group = label;
            return -1;
        }

        if (IsIntervalLabel(label))
        {
            AddIntervals(cells, previous);
            return previous;
        }

        var start = _points.Count;
        foreach (var cell in cells.Skip(1))
        {
            if (ColumnHead.Read(cell.Header) is { Role: not ColumnRole.PValue } head && Point(row, label, cell, head) is { } point)
                _points.Add(point);
        }

        AddPValues(cells, start);
        return _points.Count > start ? start : -1;
    }

    private DataPoint? Point(Sentence row, string label, TableCell cell, ColumnHead head)
    {
        // "Adverse event, n (%)" over the labels holds for all of them.
        var corner = _rows[0].Block.Cells is [{ Column: 0 } first, ..] && !ReferenceEquals(_rows[0], row) ? " " + first.Text : "";
        var full = (_group.Length > 0 ? _group + " " + label : label) + (IsTimeLabel(label) ? "" : corner);
        if (head.Role == ColumnRole.Unknown || CellValue.Read(Footnotes.Strip(cell.Text), full) is not { } value || MeasureOf(label, row) is not { } measure)
            return null;
        if (Draft(row, measure, label, full, value) is not { } point)
            return null;
        var isDifference = head.Role == ColumnRole.Difference;
        return point with
        {
            Of = value.Of ?? (value.Count is not null ? head.N : null),
            N = head.N,
            Grade = point.Measure == Measure.Ae ? head.Grade ?? point.Grade : null,
            Arm = isDifference ? "difference" : head.Text.Length > 0 && head.Grade is null ? head.Text : null,
            Population = head.Text.Length > 0 && !isDifference ? head.Text : null,
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
            At = isTime && unit == "%" || measure == Measure.Endpoint ? EndpointLabels.TimeIn(full) ?? TimeIn(full) : null,
            AsOf = _scope.CutoffAt(row),
            Quote = row.Text,
            Document = row.Document.Type,
            Start = row.Start,
            Confidence = 0.9,
        };
        return isTime && unit == "%" && point.At is null ? null : point;
    }

    private Measure? MeasureOf(string label, Sentence row)
    {
        var anchors = AnchorReader.Read(Tokenizer.Read(label));
        var named = anchors.Find(a => a.Rule is ResponseRule or TimeToEventRule or SafetyRule);
        if (anchors.Exists(a => a.Rule is HazardRatio))
            return named?.Rule is TimeToEventRule ? named.Rule.Measure : AnchorReader.Read(Tokenizer.Read(_group)).Find(a => a.Rule is TimeToEventRule)?.Rule.Measure;
        if (named is not null)
            return named.Rule.Measure;
        // "6-month rate" below "Progression-free survival"
        if (AnchorReader.Read(Tokenizer.Read(_group)).Find(a => a.Rule is TimeToEventRule) is { } group && (label.Contains("median", StringComparison.OrdinalIgnoreCase) || TimeIn(label) is not null))
            return group.Rule.Measure;
        if (IsSafetyTable(row))
            return IsEvent(label) ? Measure.Ae : null;
        return EndpointLabels.IsEndpoint(label) && !IsBaselineTable(row) ? Measure.Endpoint : null;
    }

    private bool IsBaselineTable(Sentence row) =>
        _rows[0].Text.Contains("baseline", StringComparison.OrdinalIgnoreCase) || _group.Contains("baseline", StringComparison.OrdinalIgnoreCase)
        || row.Above.Reverse().Take(2).Any(i => row.Document.Blocks[i] is { Text.Length: < 200 } block && (block.Text.Contains("baseline char", StringComparison.OrdinalIgnoreCase) || block.Text.Contains("demographic", StringComparison.OrdinalIgnoreCase)));

    private bool IsSafetyTable(Sentence row) =>
        _group.Contains("adverse", StringComparison.OrdinalIgnoreCase) || _rows[0].Text.Contains("adverse", StringComparison.OrdinalIgnoreCase) || _rows[0].Text.Contains("TEAE", StringComparison.Ordinal) || _rows[0].Text.Contains("TRAE", StringComparison.Ordinal)
        || row.Above.Reverse().Take(2).Any(i => row.Document.Blocks[i].Text.Contains("adverse event", StringComparison.OrdinalIgnoreCase));

    // Adverse event tables also hold patients, exposure and sums.
    private static bool IsEvent(string label) =>
        label.Length is > 2 and < 60 && char.IsLetter(label[0]) && !label.Contains("patients", StringComparison.OrdinalIgnoreCase) && !label.Contains("total", StringComparison.OrdinalIgnoreCase) && !label.Contains("dose", StringComparison.OrdinalIgnoreCase);

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
        return (end > 0 ? label[..end] : label).Trim(' ', ',', '-', '–', '*').ToLowerInvariant();
    }

    private static string? GradeOf(string label)
    {
        var text = Tokenizer.Read(label);
        return Grades.In(text, 0, text.Count - 1, fromEnd: true);
    }

    private static string? TimeIn(string label)
    {
        var text = Tokenizer.Read(label);
        var time = Quantities.QuantityReader.Read(text).Find(q => q.Kind == Quantities.QuantityKind.Time && !q.IsRange);
        return time is null ? null : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{time.Value} {time.Unit}");
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
            var head = ColumnHead.Read(cell.Header);
            var index = _points.FindIndex(from, p => (p.Population ?? "") == head.Text && p.N == head.N);
            if (index >= 0)
                _points[index] = _points[index] with { CiLow = interval.Low, CiHigh = interval.High, CiLevel = interval.Level };
        }
    }

    private void AddPValues(IReadOnlyList<TableCell> cells, int from)
    {
        var cell = cells.Skip(1).FirstOrDefault(c => ColumnHead.Read(c.Header).Role == ColumnRole.PValue);
        if (cell is null || from >= _points.Count)
            return;
        var number = Tokenizer.Read(cell.Text).Tokens.FirstOrDefault(t => t.IsNumber);
        if (number.IsNumber && number.Number is >= 0 and <= 1)
            _points[from] = _points[from] with { PValue = number.Number };
    }
}
