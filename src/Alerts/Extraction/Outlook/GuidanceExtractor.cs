using Alerts.Extraction.Language;
using Alerts.Extraction.Outlook.Financial;
using Alerts.Extraction.Outlook.Milestones;
using Alerts.Extraction.Outlook.Windows;
using Alerts.Extraction.Subjects;
using Alerts.Filings;
using Alerts.Records;

namespace Alerts.Extraction.Outlook;

/// <summary>Reads what a filing says will happen, or says has happened as announced: milestones and financial guidance.</summary>
public static class GuidanceExtractor
{
    /// <summary>A cell of more text than this is prose.</summary>
    private const int LongestFigure = 140;

    /// <summary>All guidance of a filing, one record per milestone and per figure, in the order of the filing.</summary>
    /// <param name="filing">The filing.</param>
    /// <param name="subjects">Its programs and trials.</param>
    /// <param name="sentences">The sentences of all its documents, in order.</param>
    public static IReadOnlyList<Guidance> Extract(ReadFiling filing, SubjectIndex subjects, IReadOnlyList<Sentence> sentences)
    {
        var fiscal = FiscalCalendarReader.Of(filing);
        var isClinical = ClinicalFiling.Is(filing) || (subjects.Trials.Count > 0 && subjects.Programs.Any(program => !program.IsAssumed));
        var financial = new List<FinancialGuidance>();
        var milestones = new List<Milestone>();
        foreach (var group in sentences.GroupBy(s => s.Document).Where(g => Speaks(g.Key)))
        {
            var times = new TimeReader(group.Key.Date ?? filing.StatementDate, fiscal);
            var (figures, events) = (new FinancialReader(), new MilestoneReader(subjects, filing.Facts.Company));
            foreach (var passage in Passages(group, times))
            {
                figures.Read(passage);
                if (isClinical)
                    events.Read(passage);
            }

            financial.AddRange(figures.Found);
            milestones.AddRange(events.Found);
        }

        // What the 8-K says of its press release, and the release of itself, are one statement of one filing.
        var order = filing.Documents.Select((document, index) => (document.Type, index)).DistinctBy(d => d.Type).ToDictionary(d => d.Type, d => d.index);
        return
        [
            .. FinancialMerging.Merge(financial).Concat<Guidance>(MilestoneMerging.Merge(milestones)).OrderBy(g => order.GetValueOrDefault(g.Document)).ThenBy(g => g.Start),
        ];
    }

    /// <summary>Agreements, charters and opinions (EX-1 to EX-10, EX-23) promise and define; they report nothing.</summary>
    private static bool Speaks(FilingDocument document) =>
        !document.Type.StartsWith("EX-", StringComparison.OrdinalIgnoreCase) || document.Type.StartsWith("EX-99", StringComparison.OrdinalIgnoreCase) || document.Type.StartsWith("EX-13", StringComparison.OrdinalIgnoreCase);

    /// <summary>The sentences that state something, each with the one before it in its block.</summary>
    private static IEnumerable<Passage> Passages(IEnumerable<Sentence> sentences, TimeReader times)
    {
        Passage? last = null;
        foreach (var sentence in sentences.SelectMany(Prose))
        {
            last = new Passage(sentence, times, last?.Sentence.BlockIndex == sentence.BlockIndex ? last : null);
            if (!Boilerplate.Is(last))
                yield return last;
        }
    }

    /// <summary>A table whose cells hold prose ("Recent developments") is read cell by cell and sentence by sentence.</summary>
    private static IEnumerable<Sentence> Prose(Sentence sentence)
    {
        if (sentence.Block.Kind != BlockKind.TableRow || !sentence.Block.Cells.Any(cell => cell.Text.Length > LongestFigure))
            return [sentence];
        return sentence.Block.Cells.SelectMany(cell => SentenceBoundaries.Split(cell.Text).Select(piece => sentence with
        {
            Start = cell.Start + piece.Start,
            Text = cell.Text.Substring(piece.Start, piece.Length),
        }));
    }
}
