using Alerts.Records;

namespace Alerts.Filings;

/// <summary>Brings together what header, cover page, headings and press release say of a filing.</summary>
internal static class FilingFactsReader
{
    /// <summary>Makes the filing.</summary>
    public static ReadFiling Read(
        SubmissionHeader header,
        List<FilingDocument> documents,
        IReadOnlyDictionary<string, string> coverFacts,
        IEnumerable<(string Type, string? Description)> exhibits,
        List<CoverageNote> coverage)
    {
        for (var i = 0; i < documents.Count; i++)
        {
            if (!IsReport(documents[i]))
                documents[i] = documents[i] with { Date = ReleaseText.Dateline(documents[i]) };
        }

        var report = documents.Find(IsReport);
        var releases = documents.Where(document => !IsReport(document)).ToList();
        var cover = report is null ? new CoverPage(null, null, null, null) : CoverPage.Read(report, coverFacts);
        var (company, ticker) = Issuer(documents);
        var form = header.Form ?? cover.Form ?? report?.Type;
        var facts = new FilingFacts
        {
            Accession = header.Accession,
            Cik = header.Cik ?? (coverFacts.TryGetValue("EntityCentralIndexKey", out var cik) ? cik.PadLeft(10, '0') : null),
            Company = cover.Company ?? company ?? header.Company,
            Ticker = cover.Ticker ?? ticker,
            Form = form,
            FiledAt = header.AcceptedAt,
            EventDate = header.Period ?? cover.EventDate ?? (report is null ? null : FirstDate(report)) ?? releases.Select(release => release.Date).FirstOrDefault(date => date is not null),
            Items = form is null || form.StartsWith("8-K", StringComparison.Ordinal) ? ReadItems(header, report, coverage) : [],
            Exhibits = Exhibits.Read(report, exhibits),
            FiscalYearEnd = header.FiscalYearEnd,
        };
        return new ReadFiling(facts, documents, coverage);
    }

    private static bool IsReport(FilingDocument document) =>
        !document.Type.StartsWith("EX-", StringComparison.OrdinalIgnoreCase) && document.Type != DocumentSplitter.Release;

    private static (string? Company, string? Ticker) Issuer(List<FilingDocument> documents)
    {
        (string? Company, string? Ticker) best = default;
        foreach (var document in documents)
        {
            var found = ReleaseText.Issuer(document);
            best = (best.Company ?? found.Company, best.Ticker ?? found.Ticker);
            if (best is { Company: not null, Ticker: not null })
                break;
        }

        return best;
    }

    // An extract without a cover tells the day in its first sentence: "On June 4, 2007, …".
    private static DateOnly? FirstDate(FilingDocument report) =>
        report.Blocks.Take(12).Select(block => DateText.First(block.Text)).FirstOrDefault(day => day is not null);

    private static List<string> ReadItems(SubmissionHeader header, FilingDocument? report, List<CoverageNote> coverage)
    {
        var items = report is null ? [] : ItemHeadings.Read(report);
        foreach (var value in header.Items)
        {
            if (value.Length == 0)
                continue;
            if (Items.FromHeader(value, header.FiledOn) is not { } number)
                coverage.Add(new CoverageNote(null, $"The header names an item that is not known: \"{value}\"."));
            else if (!items.Contains(number))
                items.Add(number);
        }

        return items;
    }
}
