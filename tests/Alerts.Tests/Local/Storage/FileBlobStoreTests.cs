using Alerts.Local.Storage;
using Alerts.Storage;
using Alerts.Tests.Storage;

namespace Alerts.Tests.Local.Storage;

public sealed class FileBlobStoreTests : BlobStoreSuite, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FileBlobStore store;

    public FileBlobStoreTests() => store = new FileBlobStore(folder["blobs"]);

    protected override IBlobStore Store => store;

    public void Dispose() => folder.Dispose();
}
