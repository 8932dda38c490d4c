namespace Alerts.Filings;

/// <summary>
/// The one reader for all that EDGAR and companies produce: full submissions, bare 8-K documents, bare press
/// releases (HTML, Markdown or text) and plain-text extracts. Never touches the network.
/// </summary>
public static class FilingReader
{
    /// <summary>Reads a filing.</summary>
    /// <param name="content">The bytes as archived.</param>
    /// <returns>The filing, or the reason why it cannot be read.</returns>
    public static ReadFiling Read(ReadOnlyMemory<byte> content) => throw new NotSupportedException();
}
