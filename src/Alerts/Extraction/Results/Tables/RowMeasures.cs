using Alerts.Extraction.Language;
using Alerts.Extraction.Results.Response;
using Alerts.Extraction.Results.Safety;
using Alerts.Extraction.Results.TimeToEvent;
using Alerts.Records;

namespace Alerts.Extraction.Results.Tables;

/// <summary>Tells what the rows of one table measure, from their labels, the label that groups them, and what stands above the table.</summary>
internal sealed class RowMeasures(IReadOnlyList<Sentence> rows)
{
    private Measure? _survival;

    /// <summary>The label that groups the rows below it: "Progression-free survival", "Adverse events".</summary>
    public string Group { get; set; } = "";

    /// <summary>The measure of a row; null where its label names none.</summary>
    public Measure? Of(string label, Sentence row)
    {
        var anchors = AnchorReader.Read(Tokenizer.Read(label));
        // "TEAE leading to discontinuation" counts discontinuations.
        var named = (anchors.Find(a => a.Rule is SafetyRule and not AdverseEventClasses) ?? anchors.Find(a => a.Rule is ResponseRule or TimeToEventRule or SafetyRule))?.Rule;
        var group = AnchorReader.Read(Tokenizer.Read(Group)).Find(a => a.Rule is TimeToEventRule)?.Rule.Measure;
        if (anchors.Exists(a => a.Rule is HazardRatio))
            return named is TimeToEventRule ? named.Measure : group ?? _survival;
        if (named is TimeToEventRule)
            _survival = named.Measure;
        if (named is not null)
            return named.Measure;
        // "6-month rate" below "Progression-free survival"
        if (group is not null && (label.Contains("median", StringComparison.OrdinalIgnoreCase) || TableTimes.In(label) is not null))
            return group;
        if (IsSafetyTable(row) || IsKnownEvent(label))
            return IsEvent(label) ? Measure.Ae : null;
        return EndpointLabels.IsEndpoint(label) && !IsBaselineTable(row) ? Measure.Endpoint : null;
    }

    private bool IsBaselineTable(Sentence row) =>
        rows[0].Text.Contains("baseline", StringComparison.OrdinalIgnoreCase) || Group.Contains("baseline", StringComparison.OrdinalIgnoreCase)
        || row.Above.Reverse().Take(2).Any(i => row.Document.Blocks[i] is { Text.Length: < 200 } block && (block.Text.Contains("baseline char", StringComparison.OrdinalIgnoreCase) || block.Text.Contains("demographic", StringComparison.OrdinalIgnoreCase)));

    private bool IsSafetyTable(Sentence row) =>
        Group.Contains("adverse", StringComparison.OrdinalIgnoreCase) || NamesEvents(rows[0].Text) || NamesEvents(row.Block.Cells.Count > 1 ? row.Block.Cells[1].Header : "")
        || row.Above.Reverse().Take(2).Any(i => row.Document.Blocks[i].Text.Contains("adverse event", StringComparison.OrdinalIgnoreCase));

    private static bool NamesEvents(string text) =>
        text.Contains("adverse", StringComparison.OrdinalIgnoreCase) || text.Contains("TEAE", StringComparison.Ordinal) || text.Contains("TRAE", StringComparison.Ordinal);

    private static bool IsKnownEvent(string label)
    {
        var text = Tokenizer.Read(label);
        return text.Count is > 0 and < 6 && AdverseEventTerms.At(text, 0) is { } term && term.Last >= text.Count - 1;
    }

    // Adverse event tables also hold patients, exposure and sums.
    private static bool IsEvent(string label) =>
        label.Length is > 2 and < 60 && char.IsLetter(label[0]) && !label.Contains("patients", StringComparison.OrdinalIgnoreCase) && !label.Contains("total", StringComparison.OrdinalIgnoreCase) && !label.Contains("dose", StringComparison.OrdinalIgnoreCase);
}
