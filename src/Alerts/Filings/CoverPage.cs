using System.Text.RegularExpressions;

namespace Alerts.Filings;

/// <summary>What the first page of an 8-K states.</summary>
internal sealed partial record CoverPage(string? Company, string? Ticker, string? Form, DateOnly? EventDate)
{
    private const int Reach = 90;

    /// <summary>Reads the cover of a document; facts that inline XBRL tags win over what the text seems to say.</summary>
    public static CoverPage Read(FilingDocument document, IReadOnlyDictionary<string, string> facts)
    {
        var blocks = document.Blocks;
        return new CoverPage(
            Fact(facts, "EntityRegistrantName") ?? Registrant(blocks),
            Fact(facts, "TradingSymbol")?.ToUpperInvariant() ?? Symbol(blocks),
            Fact(facts, "DocumentType") ?? FormOf(blocks),
            (Fact(facts, "DocumentPeriodEndDate") is { } end ? DateText.First(end) : null) ?? ReportDate(blocks));
    }

    /// <summary>"FORM 8-K/A" in the first lines; null where no form is named.</summary>
    public static string? FormOf(IReadOnlyList<TextBlock> blocks)
    {
        for (var i = 0; i < Math.Min(blocks.Count, 30); i++)
        {
            if (blocks[i].Text.Length < 200 && FormName().Match(blocks[i].Text) is { Success: true } form)
                return form.Groups["f"].Value.ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal);
        }

        return null;
    }

    [GeneratedRegex(@"^(?:[^a-z]{0,60}\b)?FORM\s{0,2}(?<f>\d{1,2}-?[KQF](?:/A|-A)?|S-\d/?A?|20-F|6-K|8-K)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex FormName();

    private static string? Fact(IReadOnlyDictionary<string, string> facts, string name) =>
        facts.TryGetValue(name, out var value) && value.Length > 0 && value is not ("N/A" or "None" or "true" or "false") ? value : null;

    // The name stands in the line above "(Exact name of registrant as specified in its charter)".
    private static string? Registrant(IReadOnlyList<TextBlock> blocks)
    {
        for (var i = 0; i < Math.Min(blocks.Count, Reach); i++)
        {
            var text = blocks[i].Text;
            var at = text.IndexOf("exact name of", StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            var same = text[..at].TrimEnd(' ', '(', '|', '_');
            if (same.Length > 1)
                return same;
            for (var j = i - 1; j >= 0 && j >= i - 3; j--)
            {
                if (blocks[j].Text.Any(char.IsLetter) && DateText.First(blocks[j].Text) is null)
                    return blocks[j].Text.Trim('_', ' ');
            }
        }

        return null;
    }

    private static string? Symbol(IReadOnlyList<TextBlock> blocks)
    {
        for (var i = 0; i < Math.Min(blocks.Count, Reach); i++)
        {
            foreach (var cell in blocks[i].Cells)
            {
                if (cell.Header.Contains("rading", StringComparison.OrdinalIgnoreCase) && cell.Header.Contains("ymbol", StringComparison.OrdinalIgnoreCase)
                    && cell.Text.Length is > 0 and < 8 && cell.Text.All(c => char.IsAsciiLetterUpper(c) || c is '.' or '-'))
                    return cell.Text;
            }
        }

        return null;
    }

    private static DateOnly? ReportDate(IReadOnlyList<TextBlock> blocks)
    {
        for (var i = 0; i < Math.Min(blocks.Count, Reach); i++)
        {
            var text = blocks[i].Text;
            var at = text.IndexOf("date of report", StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                at = text.IndexOf("date of earliest event", StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            for (var j = i; j < Math.Min(blocks.Count, i + 4); j++)
            {
                if (DateText.First(j == i ? text[at..] : blocks[j].Text) is { } day)
                    return day;
            }

            for (var j = i; j >= Math.Max(0, i - 3); j--)
            {
                if (DateText.First(blocks[j].Text) is { } day)
                    return day;
            }
        }

        return null;
    }
}
