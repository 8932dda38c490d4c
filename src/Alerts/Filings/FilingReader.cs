using System.Text;

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
        return Submission.Recognise(content.Span)
            ? SubmissionFiling.Read(Submission.Read(content))
            : BareFiling.Read(Charset.Decode(content.Span));
    }
}
