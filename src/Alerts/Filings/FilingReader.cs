using System.Text;
using Alerts.Records;

namespace Alerts.Filings;

/// <summary>
/// The one reader for all that EDGAR and companies produce: full submissions, bare 8-K documents, bare press
/// releases (HTML, Markdown or text) and plain-text extracts. Never touches the network.
/// </summary>
public static class FilingReader
{
    /// <summary>Reads a filing.</summary>
    /// <param name="content">The bytes as archived.</param>
    /// <returns>The filing; what could not be read of it is said in its coverage notes.</returns>
    public static ReadFiling Read(ReadOnlyMemory<byte> content)
    {
        if (Charset.Utf16(content.Span) is { } wide)
            content = Encoding.UTF8.GetBytes(wide.GetString(content.Span));
        var header = new SubmissionHeader();
        var reader = new DocumentReader();
        if (!Submission.Recognise(content.Span))
        {
            reader.Read(content);
            return FilingFactsReader.Read(header, reader, reader.Documents.Select(document => (document.Type, document.Description)));
        }

        var submission = Submission.Read(content);
        header = SubmissionHeader.Read(submission.Header);
        foreach (var document in submission.Documents)
            reader.Read(document);
        if (reader.Documents.Count == 0 && reader.Coverage.Count == 0)
        {
            reader.Coverage.Add(new CoverageNote(null, submission.Documents.Count == 0
                ? "The submission holds no documents; expected <DOCUMENT> sections behind its header."
                : "The submission holds only images and data; there is no text to read."));
        }

        return FilingFactsReader.Read(header, reader, submission.Documents.Select(document => (document.Type, document.Description)));
    }
}
