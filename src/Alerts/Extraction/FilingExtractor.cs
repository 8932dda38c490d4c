using Alerts.Extraction.Language;
using Alerts.Extraction.Outlook;
using Alerts.Extraction.Subjects;
using Alerts.Filings;
using Alerts.Records;

namespace Alerts.Extraction;

/// <summary>Turns a filing that was read into records: the whole of extraction behind one call.</summary>
public static class FilingExtractor
{
    /// <summary>
    /// Version of the rules. A filing whose records were made by an older version is read again; history is then
    /// rewritten and alerts nobody.
    /// </summary>
    public const int Version = 1;

    /// <summary>Extracts all records of a filing; those whose evidence does not verify are dropped and counted.</summary>
    public static ParsedFiling Extract(ReadFiling filing, string? file = null)
    {
        var sentences = filing.Documents.SelectMany(Sentences.Of).ToList();
        var subjects = SubjectIndex.Build(filing);
        return new()
        {
            File = file,
            Filing = filing.Facts,
            Guidance = GuidanceExtractor.Extract(filing, subjects, sentences),
            Coverage = filing.Coverage,
        };
    }
}
