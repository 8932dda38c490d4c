using Alerts.Local.Storage;
using Alerts.Storage;
using Alerts.Tests.Storage;

namespace Alerts.Tests.Local.Storage;

public sealed class SqliteTableStoreTests : TableStoreSuite, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly SqliteTableStore store;

    public SqliteTableStoreTests() => store = new SqliteTableStore(folder["tables.db"]);

    protected override ITableStore Store => store;

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }
}
