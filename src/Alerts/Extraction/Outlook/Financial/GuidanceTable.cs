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
    private static readonly string[] Older = ["prior", "previous", "previously", "former", "actual", "actuals", "change", "original", "old", "reported", "before", "earlier"];

    /// <summary>A larger figure is in plain units already.</summary>
    private const double LargestScaled = 1e6;

    /// <summary>Nothing is guided for so many periods; these are the columns of a history.</summary>
    private const int MostPeriods = 4;

    private static readonly (string Words, double Scale)[] Scales =
        [("in millions", 1e6), ("in thousands", 1e3), ("in billions", 1e9), ("$ millions", 1e6), ("$ thousands", 1e3), ("$ in 000", 1e3), ("$000", 1e3), ("millions of", 1e6), ("thousands of", 1e3), ("$m)", 1e6), (" million", 1e6), (" billion", 1e9)];

    /// <summary>The records of a row; none for rows of other tables.</summary>
    public static IEnumerable<FinancialGuidance> Read(Passage passage, bool inGuidance)
    {
        var cells = passage.Sentence.Block.Cells;
        if (cells.Count < 2 || cells[0].Header.Length > 0 && AmountReader.Find(cells[0].Text).Count > 0)
            yield break;
        var figures = cells.Skip(1).Where(cell => AmountReader.Find(cell.Text).Count > 0).ToList();
        var isHeaded = figures.Any(cell => Outlooks.IsGuidanceHeading(cell.Header));
        if (figures.Count == 0 || !(isHeaded || (inGuidance && cells.Skip(1).Count(HasDigit) <= MostPeriods)))
            yield break;
        if (IsReport(passage, cells))
            yield break;
        var label = cells[0].Text;
        var tokens = Tokenizer.Read(label);
        var mention = MetricMention.Find(tokens) is [var first, ..] ? first : Unknown(label);
        if (mention is null)
            yield break;
        var balanceDay = mention.Name.Metric == FinancialMetric.Cash ? passage.TimesOf(label).FirstOrDefault(phrase => FiscalPeriods.EndOf(phrase, passage.Date) is not null) : null;
        var head = GuidanceTableHead.Of(passage.Sentence);
        foreach (var cell in Newest(figures))
        {
            var amount = Scaled(head, cell, AmountReader.Find(cell.Text)[0], mention.Name);
            if (GuidanceRecord.Create(passage, mention with { Start = 0, End = 0 }, amount, balanceDay, PeriodOf(passage, head, cell)) is { } record)
                yield return record;
        }
    }

    /// <summary>"$60-$70" under "(in millions)": the scale stands in the table's head, in its label or in the line above it.</summary>
    private static Amount Scaled(GuidanceTableHead head, TableCell cell, Amount amount, MetricName metric)
    {
        if (amount.IsPercent || amount.Unit == AmountReader.BasisPoints || metric.Metric == FinancialMetric.Eps || Scale(cell.Text) > 1 || IsAbbreviated(cell.Text))
            return amount;
        var scale = head.Rows.Prepend(cell.Header).Append(head.Above).Select(Scale).FirstOrDefault(scale => scale != 1, 1);
        return scale == 1 || Math.Max(Math.Abs(amount.Low ?? 0), Math.Abs(amount.High ?? 0)) >= LargestScaled ? amount : amount with { Low = amount.Low * scale, High = amount.High * scale };
    }

    private static bool HasDigit(TableCell cell) => cell.Text.AsSpan().ContainsAnyInRange('0', '9');

    // "$60M"
    private static bool IsAbbreviated(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i - 1]) && text[i] is 'M' or 'B' or 'K' or 'm' or 'b' or 'k')
                return true;
        }

        return false;
    }

    private static double Scale(string text)
    {
        foreach (var (word, scale) in Scales)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
                return scale;
        }

        return 1;
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

    private static string? PeriodOf(Passage passage, GuidanceTableHead head, TableCell cell)
    {
        foreach (var text in new[] { cell.Header, cell.Text, passage.Sentence.Block.Cells[0].Text }.Concat(passage.Context).Concat(head.Rows))
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
