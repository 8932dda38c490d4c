using Alerts.Extraction.Language;
using Alerts.Extraction.Outlook;
using Alerts.Extraction.Results;
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
    public const int Version = 2;

    /// <summary>Extracts all records of a filing; those whose evidence does not verify are dropped and counted.</summary>
    public static ParsedFiling Extract(ReadFiling filing, string? file = null)
    {
        var sentences = filing.Documents.SelectMany(Sentences.Of).ToList();
        var subjects = SubjectIndex.Build(filing);
        var points = ResultsExtractor.Extract(filing, subjects, sentences);
        var guidance = GuidanceExtractor.Extract(filing, subjects, sentences);
        var provenPoints = points.Where(p => Evidence.Holds(filing, p)).Select(Arithmetic.Check).ToList();
        var provenGuidance = guidance.Where(g => Evidence.Holds(filing, g)).ToList();
        return new ParsedFiling
        {
            File = file,
            Filing = filing.Facts,
            DataPoints = provenPoints,
            Guidance = provenGuidance,
            Aliases = subjects.Programs.Where(program => program.Names.Count > 1).Select(program => program.Names).ToList() is { Count: > 0 } aliases ? aliases : null,
            Coverage = [.. filing.Coverage, .. Dropped(points.Count + guidance.Count - provenPoints.Count - provenGuidance.Count)],
        };
    }

    private static IEnumerable<CoverageNote> Dropped(int count)
    {
        if (count > 0)
            yield return new CoverageNote(null, $"{count} records dropped: the text at their place does not prove them");
    }
}
