using System.Runtime.CompilerServices;
using Alerts.Storage;

namespace Alerts.Local.Storage;

/// <summary>
/// Blobs as files, one each, below a folder for each container (<see cref="BlobPath"/> says where, <see cref="BlobFile"/> how). A blob
/// is written under another name beside the containers, flushed, and appears whole in one step; what a killed process
/// left there is never seen, and removed after a day.
/// </summary>
internal sealed class FileBlobStore : IBlobStore
{
    private const string Unfinished = ".new"; // No container can have this name.

    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = false };

    private readonly string root;
    private readonly string unfinished;

    /// <summary>Opens the folder, and creates it if it is not there.</summary>
    public FileBlobStore(string root)
    {
        this.root = Path.GetFullPath(root);
        unfinished = Path.Combine(this.root, Unfinished);
        Directory.CreateDirectory(unfinished);
        RemoveAbandoned();
    }

    /// <inheritdoc/>
    public async Task<bool> CreateAsync(string container, string name, ReadOnlyMemory<byte> content, IReadOnlyDictionary<string, string> metadata, CancellationToken cancellation)
    {
        BlobRules.CheckMetadata(metadata);
        var path = PathOf(container, name);
        cancellation.ThrowIfCancellationRequested();
        if (File.Exists(path))
            return false;
        var draft = Path.Combine(unfinished, Guid.NewGuid().ToString("N"));
        try
        {
            await BlobFile.WriteAsync(draft, name, content, metadata, cancellation);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return AtomicFile.MoveNew(draft, path);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <inheritdoc/>
    public async Task<Blob?> ReadAsync(string container, string name, CancellationToken cancellation)
    {
        var path = PathOf(container, name);
        cancellation.ThrowIfCancellationRequested();
        if (!File.Exists(path))
            return null;
        var (description, content) = await BlobFile.ReadAsync(path, cancellation);
        CheckName(path, name, description);
        return new Blob(content, description.Metadata);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>?> ReadMetadataAsync(string container, string name, CancellationToken cancellation)
    {
        var path = PathOf(container, name);
        cancellation.ThrowIfCancellationRequested();
        if (!File.Exists(path))
            return null;
        var description = await BlobFile.DescribeAsync(path, cancellation);
        CheckName(path, name, description);
        return description.Metadata;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListAsync(string container, string prefix, CancellationToken cancellation)
    {
        BlobRules.CheckContainer(container);
        BlobRules.CheckPrefix(prefix);
        return ListNamesAsync(Path.Combine(root, container), prefix, cancellation);
    }

    private static async IAsyncEnumerable<string> ListNamesAsync(string folder, string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var names = new List<string>();
        foreach (var start in BlobPath.FoldersOf(prefix).Select(start => Path.Combine(folder, start)).Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(start, "*", Everything))
            {
                cancellation.ThrowIfCancellationRequested();
                var path = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
                var name = BlobPath.IsLong(path) ? (await BlobFile.DescribeAsync(file, cancellation)).Name : BlobPath.NameOf(path);
                if (name is not null && name.StartsWith(prefix, StringComparison.Ordinal))
                    names.Add(name);
            }
        }

        names.Sort(StringComparer.Ordinal);
        foreach (var name in names)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return name;
        }
    }

    private static void CheckName(string path, string name, BlobDescription description)
    {
        if (description.Name != name)
            throw new IOException($"{path} holds the blob {description.Name}: expected {name}. It was copied or renamed; move it away.");
    }

    private string PathOf(string container, string name)
    {
        BlobRules.CheckContainer(container);
        BlobRules.CheckName(name);
        return Path.Combine(root, container, BlobPath.Of(name));
    }

    private void RemoveAbandoned()
    {
        // Ages of files are told by the file system's clock, whatever clock the product runs on.
        var limit = TimeProvider.System.GetUtcNow().UtcDateTime - Abandoned;
        foreach (var file in Directory.EnumerateFiles(unfinished).Where(file => File.GetLastWriteTimeUtc(file) < limit))
            File.Delete(file);
    }
}
