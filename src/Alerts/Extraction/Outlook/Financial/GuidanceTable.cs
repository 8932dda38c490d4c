using Alerts.Extraction.Language;
using Alerts.Filings;
using Alerts.Records;

namespace Alerts.Extraction.Outlook.Financial;

/// <summary>
/// Reads a row of a guidance table: the label names the metric, the newest column states the figure ("Prior Guidance |
/// Updated Guidance" reads the second), the column's header the period.
/// </summary>
internal static class GuidanceTable
{
    private static readonly string[] Older = ["prior", "previous", "previously", "former", "actual", "actuals", "change", "original", "old", "reported"];

    /// <summary>The records of a row; none for rows of other tables.</summary>
    public static IEnumerable<FinancialGuidance> Read(Passage passage, bool inGuidance)
    {
        var cells = passage.Sentence.Block.Cells;
        if (cells.Count < 2 || cells[0].Header.Length > 0 && AmountReader.Find(cells[0].Text).Count > 0)
            yield break;
        var figures = cells.Skip(1).Where(cell => AmountReader.Find(cell.Text).Count > 0).ToList();
        if (figures.Count == 0 || !(inGuidance || figures.Any(cell => Outlooks.IsGuidanceHeading(cell.Header))))
            yield break;
        if (IsReport(passage, cells))
            yield break;
        var label = cells[0].Text;
        var tokens = Tokenizer.Read(label);
        var mention = MetricMention.Find(tokens) is [var first, ..] ? first : Unknown(label);
        if (mention is null)
            yield break;
        foreach (var cell in Newest(figures))
        {
            var amount = AmountReader.Find(cell.Text)[0];
            if (GuidanceRecord.Create(passage, mention with { Start = 0, End = 0 }, amount, null, PeriodOf(passage, cell)) is { } record)
                yield return record;
        }
    }

    /// <summary>Tables of results have columns of periods that are over.</summary>
    private static bool IsReport(Passage passage, IReadOnlyList<TableCell> cells) =>
        cells.Any(cell => cell.Header.Contains("ended", StringComparison.OrdinalIgnoreCase)) && !cells.Any(cell => Outlooks.IsGuidanceHeading(cell.Header));

    private static MetricMention? Unknown(string label)
    {
        var name = label.Trim(' ', '*', ':');
        return name.Length is > 3 and < 90 && char.IsLetter(name[0]) ? new(0, 0, new(FinancialMetric.Other, name.ToLowerInvariant())) : null;
    }

    private static List<TableCell> Newest(List<TableCell> figures)
    {
        var current = figures.Where(cell => !Older.Any(word => HasWord(cell.Header, word))).ToList();
        if (current.Count == 0)
            return [];
        var updated = current.Where(cell => HasWord(cell.Header, "updated") || HasWord(cell.Header, "revised") || HasWord(cell.Header, "current") || HasWord(cell.Header, "new")).ToList();
        return updated.Count > 0 ? updated : current;
    }

    private static bool HasWord(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || !char.IsLetter(text[at - 1])) && (at + word.Length == text.Length || !char.IsLetter(text[at + word.Length]));
    }

    private static string? PeriodOf(Passage passage, TableCell cell)
    {
        foreach (var text in new[] { cell.Header, cell.Text, passage.Sentence.Block.Cells[0].Text }.Concat(passage.Context))
        {
            foreach (var phrase in passage.TimesOf(text))
            {
                if (FiscalPeriods.Label(phrase, passage.Fiscal, passage.Date) is { } label)
                    return label;
            }

            if ((text == cell.Header || Outlooks.IsGuidanceHeading(text)) && FiscalPeriods.BareYear(text, passage.Date) is { } year)
                return year;
        }

        return null;
    }
}
