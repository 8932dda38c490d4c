namespace Alerts.Storage;

/// <summary>
/// Named bytes in containers. Implementations refuse, with <see cref="StorageRuleException"/>, what <see cref="BlobRules"/> does not allow.
/// Names are path-like ("0000855654/0001558370-21-016273.txt"): 1 to 1,024 characters, no backslash, no control characters, none
/// beyond U+FFFF, no segment that is empty or ends with a dot; containers are 3 to 63 lower-case letters, digits and single hyphens.
/// </summary>
public interface IBlobStore
{
    /// <summary>Writes a blob that is not there yet, all or nothing; false if there is one.</summary>
    Task<bool> CreateAsync(string container, string name, ReadOnlyMemory<byte> content, IReadOnlyDictionary<string, string> metadata, CancellationToken cancellation);

    /// <summary>The blob with its metadata, or null.</summary>
    Task<Blob?> ReadAsync(string container, string name, CancellationToken cancellation);

    /// <summary>The metadata alone, or null where there is no such blob.</summary>
    Task<IReadOnlyDictionary<string, string>?> ReadMetadataAsync(string container, string name, CancellationToken cancellation);

    /// <summary>The names that begin with the prefix, in ordinal order.</summary>
    IAsyncEnumerable<string> ListAsync(string container, string prefix, CancellationToken cancellation);
}

/// <summary>A blob's content and metadata (names: lower-case letters and digits; values: printable ASCII).</summary>
public sealed record Blob(ReadOnlyMemory<byte> Content, IReadOnlyDictionary<string, string> Metadata);
