using Alerts.Records;

namespace Alerts.Filings;

/// <summary>Makes a filing of a submission: documents laid out, facts from header and cover.</summary>
internal static class SubmissionFiling
{
    /// <summary>Reads all documents of a submission.</summary>
    public static ReadFiling Read(Submission submission)
    {
        var header = SubmissionHeader.Read(submission.Header);
        var coverage = new List<CoverageNote>();
        var documents = new List<FilingDocument>();
        var facts = new CoverFacts();
        foreach (var source in submission.Documents)
        {
            if (source.Unreadable is { } reason)
            {
                if (source.IsExhibit)
                    coverage.Add(new CoverageNote(source.Type, $"The exhibit is {reason}; its text was not read."));
                continue;
            }

            var page = DocumentLayout.Read(source.Decode());
            if (facts.IsEmpty)
                facts = page.CoverFacts;
            if (page.Drafts.Count == 0)
            {
                coverage.Add(new CoverageNote(source.Type, page.Images > 0
                    ? "The document holds only images; there is no text to read."
                    : "The document holds no text."));
                continue;
            }

            foreach (var (type, drafts) in source.Type.Length > 0 ? [(source.Type, page.Drafts)] : DocumentSplitter.Split(page.Drafts))
            {
                documents.Add(DocumentComposer.Compose(type, drafts) with
                {
                    FileName = source.FileName,
                    Description = source.Description,
                });
            }
        }

        var exhibits = submission.Documents.Select(document => (document.Type, document.Description));
        return FilingFactsReader.Read(header, documents, facts, exhibits, coverage);
    }
}
