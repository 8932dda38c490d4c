using System.Text.RegularExpressions;

namespace Alerts.Filings;

/// <summary>What the first page of an 8-K states; null where it does not.</summary>
/// <param name="Company">The registrant's name.</param>
/// <param name="Ticker">Its trading symbol.</param>
/// <param name="Form">The form.</param>
/// <param name="EventDate">Date of the earliest event reported.</param>
internal sealed partial record CoverPage(string? Company, string? Ticker, string? Form, DateOnly? EventDate)
{
    private const int Reach = 90;

    /// <summary>Reads the cover of a document.</summary>
    public static CoverPage Read(FilingDocument document, CoverFacts facts)
    {
        var blocks = document.Blocks.Take(Reach).ToArray();
        return new CoverPage(
            facts.Visible("EntityRegistrantName") ?? Registrant(blocks) ?? facts.Any("EntityRegistrantName"),
            facts.Any("TradingSymbol")?.ToUpperInvariant() ?? Symbol(blocks),
            facts.Any("DocumentType") ?? FormOf(blocks.Select(block => block.Text)),
            facts.Any("DocumentPeriodEndDate") is { } end && DateText.First(end) is { } day ? day : ReportDate(blocks));
    }

    /// <summary>The form that the first lines of a document name, "8-K/A"; null where they name none.</summary>
    public static string? FormOf(IEnumerable<string> lines)
    {
        foreach (var line in lines.Take(40))
        {
            if (line.Length < 200 && FormName().Match(line) is { Success: true } form)
                return form.Groups["f"].Value.ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal) + (form.Groups["a"].Success ? "/A" : "");
        }

        return null;
    }

    [GeneratedRegex(
        @"^(?:[^a-z]{0,60}\b)?FORM\s{0,3}(?<f>8-K(?:12[BG]3?|15D5)?|10-[KQ]|20-F|40-F|6-K|S-\d{1,2}|[345])(?<a>/A|\s{0,2}-\s{0,2}A\b)?(?![\w-])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex FormName();

    // The name stands in the line above "(Exact name of registrant as specified in its charter)".
    private static string? Registrant(TextBlock[] blocks)
    {
        for (var i = 0; i < blocks.Length; i++)
        {
            var text = blocks[i].Text;
            var at = text.IndexOf("exact name of", StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            var same = text[..at].TrimEnd(' ', '(', '|', '_');
            if (same.Length > 1)
                return same;
            for (var j = i - 1; j >= 0 && j >= i - 4; j--)
            {
                if (IsName(blocks[j].Text))
                    return blocks[j].Text.Trim('_', ' ');
            }
        }

        return null;
    }

    private static bool IsName(string text) =>
        text.Length < 150 && text.Any(char.IsLetter) && text[0] != '(' && DateText.First(text) is null
        && !text.StartsWith("Commission", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("Date of", StringComparison.OrdinalIgnoreCase);

    // In the column below "Trading Symbol(s)", in the first row that has one.
    private static string? Symbol(TextBlock[] blocks)
    {
        TableCell? header = null;
        foreach (var block in blocks)
        {
            header = block.Cells.FirstOrDefault(cell => cell.Text.Contains("rading", StringComparison.OrdinalIgnoreCase)
                && cell.Text.Contains("ymbol", StringComparison.OrdinalIgnoreCase)) ?? header;
            if (header is null)
                continue;
            var below = block.Cells.FirstOrDefault(cell => cell.Column < header.Column + header.Span && header.Column < cell.Column + cell.Span);
            if (below?.Text is { Length: > 0 and < 8 } symbol and not ("N/A" or "NONE" or "—") && symbol.All(c => char.IsAsciiLetterUpper(c) || c is '.' or '-'))
                return symbol;
        }

        return null;
    }

    private static DateOnly? ReportDate(TextBlock[] blocks)
    {
        for (var i = 0; i < blocks.Length; i++)
        {
            var text = blocks[i].Text;
            var at = text.IndexOf("date of report", StringComparison.OrdinalIgnoreCase);
            var earliest = text.IndexOf("date of earliest event", StringComparison.OrdinalIgnoreCase);
            if (at < 0 && earliest < 0)
                continue;
            at = at < 0 ? earliest : at;
            for (var j = i; j < Math.Min(blocks.Length, i + 4); j++)
            {
                if (EarliestDay(j == i ? text[at..] : blocks[j].Text) is { } day)
                    return day;
            }

            for (var j = i; j >= Math.Max(0, i - 3); j--)
            {
                if (EarliestDay(blocks[j].Text) is { } day)
                    return day;
            }
        }

        return null;
    }

    // "March 14, 2002 (March 6, 2002)": the day in parentheses is that of the event.
    private static DateOnly? EarliestDay(string text)
    {
        if (DateText.Find(text) is not { } first)
            return null;
        var rest = text[(first.Start + first.Length)..].TrimStart();
        return rest.StartsWith('(') && DateText.First(rest[..Math.Min(rest.Length, 40)]) is { } inner ? inner : first.Day;
    }
}
