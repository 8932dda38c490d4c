using Alerts.Records;

namespace Alerts.Filings;

/// <summary>Makes a filing of a document without a submission around it.</summary>
internal static class BareFiling
{
    /// <summary>Reads a bare 8-K, press release or extract.</summary>
    public static ReadFiling Read(string text)
    {
        var page = DocumentLayout.Read(text);
        var coverage = new List<CoverageNote>();
        if (page.Drafts.Count == 0)
        {
            coverage.Add(new CoverageNote(null, page.Images > 0
                ? "The document holds only images; there is no text to read."
                : "The document holds no text."));
        }

        var documents = new List<FilingDocument>();
        if (page.Drafts.Count > 0)
        {
            foreach (var (type, drafts) in DocumentSplitter.Split(page.Drafts))
                documents.Add(DocumentComposer.Compose(type, drafts));
        }

        return FilingFactsReader.Read(
            new SubmissionHeader(), documents, page.CoverFacts, documents.Select(document => (document.Type, document.Description)), coverage);
    }
}
