using Alerts.Storage;

namespace Alerts.Local.Storage;

/// <summary>
/// The three ports over one data folder: tables.db, queues.db, and blobs/{container}/{name}. Several processes may have the
/// same folder open at once, and each may be killed at any moment.
/// </summary>
internal sealed class LocalStorage : IDisposable
{
    private readonly SqliteTableStore tables;
    private readonly SqliteQueue queues;

    private LocalStorage(string folder, TimeProvider time)
    {
        Folder = folder;
        Blobs = new FileBlobStore(Path.Combine(folder, "blobs"));
        queues = new SqliteQueue(Path.Combine(folder, "queues.db"), time);
        try
        {
            tables = new SqliteTableStore(Path.Combine(folder, "tables.db"));
        }
        catch
        {
            queues.Dispose();
            throw;
        }
    }

    /// <summary>The data folder's full path.</summary>
    public string Folder { get; }

    /// <summary>The tables.</summary>
    public ITableStore Tables => tables;

    /// <summary>The blobs.</summary>
    public IBlobStore Blobs { get; }

    /// <summary>The sending end of the queues.</summary>
    public IQueueSender QueueSender => queues;

    /// <summary>The receiving end of the queues.</summary>
    public IQueueReceiver QueueReceiver => queues;

    /// <summary>Opens a data folder, and creates it if it is not there.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="time">The clock that queues go by.</param>
    /// <exception cref="DataFolderException">The folder cannot be used; the message says why.</exception>
    public static LocalStorage Open(string folder, TimeProvider time)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var path = Path.GetFullPath(folder);
        if (File.Exists(path))
            throw new DataFolderException($"{path} is a file: expected a folder for the data.", null);
        try
        {
            Directory.CreateDirectory(path);
            return new LocalStorage(path, time);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"The data folder {path} cannot be used: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        tables.Dispose();
        queues.Dispose();
    }
}
