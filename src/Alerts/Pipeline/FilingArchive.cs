using System.Globalization;
using System.Runtime.CompilerServices;
using Alerts.Storage;

namespace Alerts.Pipeline;

/// <summary>
/// The filings as they came, byte for byte, each written once: blobs <c>{company}/{accession}.txt</c>. Everything else
/// that is known of filings can be made again from here.
/// </summary>
public sealed class FilingArchive(IBlobStore blobs)
{
    /// <summary>Name of the container.</summary>
    public const string Container = "filings";

    /// <summary>Archives a filing; false, and nothing changed, if it is there already.</summary>
    public Task<bool> CreateAsync(ArchivedFiling filing, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filing);
        var metadata = new Dictionary<string, string> { ["seen"] = Text(filing.Seen) };
        if (filing.WatchedSince is { } since)
            metadata["watchedsince"] = Text(since);
        if (filing.File is { } file)
            metadata["file"] = Keys.Escape(file);
        return blobs.CreateAsync(Container, filing.BlobName, content, metadata, cancellation);
    }

    /// <summary>The filing and its bytes, or null.</summary>
    public async Task<(ArchivedFiling Filing, ReadOnlyMemory<byte> Content)?> ReadAsync(FilingKey key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (await blobs.ReadAsync(Container, key.BlobName, cancellation) is not { } blob)
            return null;
        var filing = new ArchivedFiling(key.Company, key.Name, Moment(blob.Metadata["seen"]))
        {
            WatchedSince = blob.Metadata.TryGetValue("watchedsince", out var since) ? Moment(since) : null,
            File = blob.Metadata.TryGetValue("file", out var file) ? Keys.Unescape(file) : null,
        };
        return (filing, blob.Content);
    }

    /// <summary>The filings of a company, or of all, in the order of company and name.</summary>
    public async IAsyncEnumerable<FilingKey> ListAsync(string? company, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var name in blobs.ListAsync(Container, company is null ? "" : company + "/", cancellation))
        {
            if (FilingKey.TryParse(name, out var key))
                yield return key;
        }
    }

    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

/// <summary>Names a filing in the archive.</summary>
/// <param name="Company">Ten-digit CIK, or the key of a company without one.</param>
/// <param name="Name">Accession number; for a document without one a name made of its content.</param>
public record FilingKey(string Company, string Name)
{
    /// <summary>Name of its blob, <c>0000855654/0001558370-21-016273.txt</c>.</summary>
    public string BlobName => $"{Company}/{Name}.txt";

    /// <summary>Reads the name of a blob of the archive.</summary>
    /// <returns>False where the blob is no filing.</returns>
    public static bool TryParse(string? blobName, out FilingKey key)
    {
        key = blobName?.Split('/') is [{ Length: > 0 } company, var file] && file.Length > 4 && file.EndsWith(".txt", StringComparison.Ordinal)
            ? new FilingKey(company, file[..^4])
            : new FilingKey("", "");
        return key.Name.Length > 0;
    }
}

/// <summary>A filing in the archive, and what is known of its arrival.</summary>
/// <param name="Company">Ten-digit CIK, or the key of a company without one.</param>
/// <param name="Name">Accession number, or the name of a document without one.</param>
/// <param name="Seen">When it was first seen (UTC).</param>
public sealed record ArchivedFiling(string Company, string Name, DateTimeOffset Seen) : FilingKey(Company, Name)
{
    /// <summary>When its company had come onto the watchlist; null for a file that was ingested.</summary>
    public DateTimeOffset? WatchedSince { get; init; }

    /// <summary>The file that it was ingested from; null for one that came from EDGAR.</summary>
    public string? File { get; init; }

    /// <summary>True where a filing accepted then is news: after its company was watched, and not long before it was seen.</summary>
    public bool IsLive(DateTimeOffset? accepted, PipelineOptions options) =>
        accepted is { } at && WatchedSince is { } since && at >= since && Seen - at <= options.LiveWithin;
}
