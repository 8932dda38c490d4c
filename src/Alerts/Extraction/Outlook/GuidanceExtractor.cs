using Alerts.Extraction.Language;
using Alerts.Extraction.Outlook.Financial;
using Alerts.Extraction.Outlook.Windows;
using Alerts.Extraction.Subjects;
using Alerts.Filings;
using Alerts.Records;

namespace Alerts.Extraction.Outlook;

/// <summary>Reads what a filing says will happen, or says has happened as announced: milestones and financial guidance.</summary>
public static class GuidanceExtractor
{
    /// <summary>All guidance of a filing, one record per milestone and per figure, in the order of the filing.</summary>
    /// <param name="filing">The filing.</param>
    /// <param name="subjects">Its programs and trials.</param>
    /// <param name="sentences">The sentences of all its documents, in order.</param>
    public static IReadOnlyList<Guidance> Extract(ReadFiling filing, SubjectIndex subjects, IReadOnlyList<Sentence> sentences)
    {
        var fiscal = FiscalCalendarReader.Of(filing);
        var found = new List<Guidance>();
        foreach (var group in sentences.GroupBy(s => s.Document))
            found.AddRange(Read(group, new TimeReader(group.Key.Date ?? filing.StatementDate, fiscal)));
        return found;
    }

    private static IReadOnlyList<FinancialGuidance> Read(IEnumerable<Sentence> sentences, TimeReader times)
    {
        var financial = new FinancialReader();
        Passage? last = null;
        foreach (var sentence in sentences)
        {
            var passage = new Passage(sentence, times, last?.Sentence.BlockIndex == sentence.BlockIndex ? last : null);
            if (!Boilerplate.Is(passage))
                financial.Read(passage);
            last = passage;
        }

        return FinancialMerging.Merge(financial.Found);
    }
}
