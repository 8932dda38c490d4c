namespace Alerts.Edgar;

/// <summary>The names that EDGAR gives to companies and filings.</summary>
public static class EdgarNames
{
    /// <summary>A CIK as ten digits, from 1 to 10 digits with or without a leading "CIK".</summary>
    /// <returns>False where the text is no CIK.</returns>
    public static bool TryCik(string? text, out string cik)
    {
        cik = "";
        var digits = text?.Trim() ?? "";
        if (digits.StartsWith("CIK", StringComparison.OrdinalIgnoreCase))
            digits = digits[3..].TrimStart();
        if (digits.Length is 0 or > 10 || !digits.All(char.IsAsciiDigit) || digits.All(c => c == '0'))
            return false;
        cik = digits.PadLeft(10, '0');
        return true;
    }

    /// <summary>Whether the text is an accession number: ten digits, two, six, joined by dashes.</summary>
    public static bool IsAccession(string? text) =>
        text is { Length: 20 } && text[10] == '-' && text[13] == '-'
        && text.Where((_, i) => i is not (10 or 13)).All(char.IsAsciiDigit);

    /// <summary>Path of the complete submission.</summary>
    public static string SubmissionPath(string cik, string accession) =>
        $"Archives/edgar/data/{cik.TrimStart('0')}/{accession.Replace("-", "", StringComparison.Ordinal)}/{accession}.txt";

    /// <summary>
    /// The index page of a filing, which lists its documents for people:
    /// https://www.sec.gov/Archives/edgar/data/855654/000155837021016273/0001558370-21-016273-index.htm
    /// </summary>
    /// <param name="cik">The filer's CIK, with or without leading zeros.</param>
    /// <param name="accession">The accession number with dashes.</param>
    public static Uri FilingPage(string cik, string accession) => new(
        $"https://www.sec.gov/Archives/edgar/data/{cik.TrimStart('0')}/{accession.Replace("-", "", StringComparison.Ordinal)}/{accession}-index.htm");
}
