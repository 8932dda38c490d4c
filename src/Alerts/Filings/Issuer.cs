using System.Text.RegularExpressions;

namespace Alerts.Filings;

/// <summary>Who issued a press release and under which symbol its shares trade: read from its text.</summary>
internal static partial class Issuer
{
    private const int Reach = 60;
    private const int SourceReach = 400;
    private const int SymbolReach = 50000;

    /// <summary>The issuer's name by the fullest spelling of the release; null where it is not clear.</summary>
    public static string? Name(FilingDocument document, Dateline? dateline)
    {
        var name = Leading(document, dateline) ?? Listed(document).FirstOrDefault().Company ?? Source(document) ?? FirstCompany(document, dateline);
        return name is null ? null : CompanyName.Fullest(name, document.Text);
    }

    /// <summary>The symbol behind a company's name, "ImmunoGen, Inc. (Nasdaq: IMGN)".</summary>
    /// <param name="document">Where to look.</param>
    /// <param name="company">The company; null takes the first symbol that the document names.</param>
    public static string? Ticker(FilingDocument document, string? company)
    {
        foreach (var (name, ticker) in Listed(document))
        {
            if (company is null || (name is not null && CompanyName.IsSame(name, company)))
                return ticker;
        }

        return company is null ? null : SymbolOf(document.Text);
    }

    // "… assigned a new trading symbol of LKSP."
    private static string? SymbolOf(string text)
    {
        text = text[..Math.Min(text.Length, SymbolReach)];
        for (var at = text.IndexOf("symbol", StringComparison.Ordinal); at >= 0; at = text.IndexOf("symbol", at + 6, StringComparison.Ordinal))
        {
            var start = Math.Max(0, at - 12);
            if (Symbol().Match(text, start, Math.Min(60, text.Length - start)) is { Success: true } symbol)
                return symbol.Groups["t"].Value;
        }

        return null;
    }

    private static IEnumerable<(string? Company, string Ticker)> Listed(FilingDocument document)
    {
        foreach (var block in document.Blocks.Take(Reach))
        {
            foreach (Match listing in Listing().Matches(block.Text))
                yield return (CompanyName.Trailing(block.Text[..listing.Index].TrimEnd()), listing.Groups["t"].Value.ToUpperInvariant());
        }
    }

    private static string? Leading(FilingDocument document, Dateline? dateline) =>
        dateline is not null && dateline.Block < document.Blocks.Count
            ? CompanyName.Leading(document.Blocks[dateline.Block].Text[dateline.Start..])
            : null;

    // Wires end with "SOURCE Larkspur Biologics, Inc.".
    private static string? Source(FilingDocument document)
    {
        for (var i = document.Blocks.Count - 1; i >= Math.Max(0, document.Blocks.Count - SourceReach); i--)
        {
            var text = document.Blocks[i].Text;
            if (text.Length < 120 && text.StartsWith("source", StringComparison.OrdinalIgnoreCase) && text.Length > 8 && text[6] is ' ' or ':')
                return CompanyName.Leading(text[7..].TrimStart(' ', ':'));
        }

        return null;
    }

    // "At the congress, Larkspur Biologics, Inc. (“Larkspur”) presented …": the first name that is introduced.
    private static string? FirstCompany(FilingDocument document, Dateline? dateline)
    {
        foreach (var block in document.Blocks.Skip(dateline?.Block ?? 0).Take(6))
        {
            for (var at = block.Text.IndexOfAny(['(', '（']); at > 0; at = block.Text.IndexOfAny(['(', '（'], at + 1))
            {
                if (at + 1 < block.Text.Length && block.Text[at + 1] is '"' or '“' or 't'
                    && CompanyName.Trailing(block.Text[..at].TrimEnd()) is { } name && CompanyName.HasSuffix(name))
                    return name;
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"\((?:[^()]{0,40}?)\b(?:NASDAQ|NYSE|AMEX|OTC|OTCQB|OTCQX|OTCBB|NMS|Nasdaq\/NMS)[^():]{0,30}:\s{0,2}[“""]?(?<t>[A-Z][A-Z0-9.\-]{0,6})\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Listing();

    [GeneratedRegex(
        @"\b(?:trading|ticker|stock|the|NASDAQ|NYSE)\s{1,2}symbol\s{0,2}(?:of|is|will be|:|,)?\s{0,2}[“""']?(?<t>[A-Z]{2,5})\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Symbol();
}
