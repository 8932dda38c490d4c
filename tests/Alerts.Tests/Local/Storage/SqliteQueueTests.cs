using Alerts.Local.Storage;
using Alerts.Storage;
using Alerts.Tests.Storage;

namespace Alerts.Tests.Local.Storage;

public sealed class SqliteQueueTests : QueueSuite, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly SqliteQueue queue;

    public SqliteQueueTests() => queue = new SqliteQueue(folder["queues.db"], Time);

    protected override IQueueSender Sender => queue;

    protected override IQueueReceiver Receiver => queue;

    public void Dispose()
    {
        queue.Dispose();
        folder.Dispose();
    }
}
