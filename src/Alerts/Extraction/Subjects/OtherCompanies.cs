using System.Text.RegularExpressions;

namespace Alerts.Extraction.Subjects;

/// <summary>Tells what other companies report: "Example Pharmaceuticals just reported Phase 3 results for rivalinib".</summary>
internal static partial class OtherCompanies
{
    private const int Reach = 140;

    /// <summary>True where the sentence up to an offset says that another company than the filer reports.</summary>
    public static bool ReportsBefore(string text, int offset, string? company)
    {
        if (company is null)
            return false;
        var before = WordWindow.TextBefore(text, offset, Reach).ToString();
        var match = Report().Match(before);
        if (!match.Success || before.AsSpan(match.Index + match.Length).IndexOf(". ") >= 0)
            return false;
        return !company.Contains(match.Groups[1].Value, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"\b([A-Z][A-Za-z]{2,24}) (?:Pharmaceuticals|Therapeutics|Biosciences|Biopharma|Pharma|Oncology|Medicines|Biotech|Biologics|Genetics)(?:,? Inc\.?)?(?: just| recently| has| also){0,2} (?:reported|announced|presented|published|disclosed)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Report();
}
