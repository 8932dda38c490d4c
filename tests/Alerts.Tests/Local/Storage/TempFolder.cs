namespace Alerts.Tests.Local.Storage;

/// <summary>A folder of a test's own, removed with all it holds when the test ends.</summary>
internal sealed class TempFolder : IDisposable
{
    /// <summary>The folder's path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("alerts-").FullName;

    /// <summary>A path in the folder.</summary>
    public string this[params string[] names] => System.IO.Path.Combine([Path, .. names]);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
