using Alerts.Records;

namespace Alerts.Filings;

/// <summary>Brings together what header, cover page, headings and press release say of a filing.</summary>
internal static class FilingFactsReader
{
    /// <summary>Makes the filing.</summary>
    /// <param name="header">The SGML header; empty for a bare document.</param>
    /// <param name="reader">The documents.</param>
    /// <param name="held">Type and description of all documents, those without text too.</param>
    public static ReadFiling Read(SubmissionHeader header, DocumentReader reader, IEnumerable<(string Type, string? Description)> held)
    {
        var documents = reader.Documents;
        var coverFacts = reader.Facts;
        var coverage = reader.Coverage;
        var report = documents.Find(IsReport);
        var cover = report is null ? new CoverPage(null, null, null, null) : CoverPage.Read(report, coverFacts);
        var eventDate = header.Period ?? cover.EventDate ?? (report is null ? null : FirstDate(report));
        var datelines = new Dateline?[documents.Count];
        for (var i = 0; i < documents.Count; i++)
        {
            if (IsReport(documents[i]))
                continue;
            datelines[i] = Dateline.Find(documents[i], eventDate);
            documents[i] = documents[i] with { Date = datelines[i]?.Day };
        }

        var company = Company(cover, header, documents, datelines);
        var form = header.Form ?? cover.Form ?? report?.Type;
        List<ItemSection> sections = report is null || !Is8K(form) ? [] : ReadSections(report, coverage);
        var items = ReadItems(header, form, sections, coverage);
        var furnishing = new Furnishing(sections, items);
        var facts = new FilingFacts
        {
            Accession = header.Accession,
            Cik = header.Cik ?? coverFacts.Any("EntityCentralIndexKey")?.PadLeft(10, '0'),
            Company = company,
            Ticker = cover.Ticker ?? documents.Select(document => Issuer.Ticker(document, company)).FirstOrDefault(ticker => ticker is not null),
            Form = form,
            FiledAt = header.AcceptedAt,
            EventDate = eventDate ?? documents.Select(document => document.Date).FirstOrDefault(date => date is not null),
            Items = items,
            Furnished = furnishing.Items,
            Exhibits = Exhibits.Read(report, held).ConvertAll(furnishing.Of),
            AmendsFiledOn = report is not null && form is not null && form.EndsWith("/A", StringComparison.Ordinal) ? Amendment.FiledOn(report) : null,
            FiscalYearEnd = header.FiscalYearEnd,
        };
        return new ReadFiling(facts, documents, coverage);
    }

    // The cover's name; else the one that a release gives; else EDGAR's. Spelled with small letters where the text does.
    private static string? Company(CoverPage cover, SubmissionHeader header, List<FilingDocument> documents, Dateline?[] datelines)
    {
        var name = cover.Company;
        for (var i = 0; name is null && i < documents.Count; i++)
        {
            var found = Issuer.Name(documents[i], datelines[i]);
            if (header.Company is null || (found is not null && CompanyName.IsSame(found, header.Company)))
                name = found;
        }

        name ??= header.Company;
        foreach (var document in documents)
        {
            if (name is not null)
                name = CompanyName.Spelled(name, document.Text);
        }

        return name;
    }

    private static bool IsReport(FilingDocument document) =>
        !document.Type.StartsWith("EX-", StringComparison.OrdinalIgnoreCase) && document.Type != DocumentSplitter.Release;

    // An extract without a cover tells the day in its first sentence: "On June 4, 2007, …".
    private static DateOnly? FirstDate(FilingDocument report) =>
        report.Blocks.Take(12).Select(block => DateText.First(block.Text)).FirstOrDefault(day => day is not null);

    private static bool Is8K(string? form) => form is null || form.StartsWith("8-K", StringComparison.Ordinal);

    private static List<ItemSection> ReadSections(FilingDocument report, List<CoverageNote> coverage)
    {
        var sections = ItemHeadings.Sections(report, out var unknown);
        foreach (var number in unknown)
            coverage.Add(new CoverageNote(report.Type, $"The document has a heading \"Item {number}\", which Form 8-K does not know."));
        return sections;
    }

    // The document's own items in their order, then those that only the header names.
    private static List<string> ReadItems(SubmissionHeader header, string? form, List<ItemSection> sections, List<CoverageNote> coverage)
    {
        if (!Is8K(form))
        {
            coverage.Add(new CoverageNote(null, $"The form is {form}, not 8-K; it was not searched for items."));
            return [];
        }

        List<string> items = [.. sections.SelectMany(section => section.Items).Distinct(StringComparer.Ordinal)];
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
