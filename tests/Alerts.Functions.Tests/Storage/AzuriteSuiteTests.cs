using Alerts.Functions.Storage;
using Alerts.Storage;
using Alerts.Tests.Storage;
using Azure.Storage.Queues;

namespace Alerts.Functions.Tests.Storage;

/// <summary>The tables on the emulator do all that every table store does.</summary>
public sealed class AzureTableStoreOnAzuriteTests : TableStoreSuite
{
    protected override ITableStore Store { get; } = new AzureTableStore(Azurite.Clients!.Tables());
}

/// <summary>The blobs on the emulator do all that every blob store does.</summary>
public sealed class AzureBlobStoreOnAzuriteTests : BlobStoreSuite
{
    protected override IBlobStore Store { get; } = new AzureBlobStore(Azurite.Clients!.Blobs());
}

/// <summary>The queues on the emulator take all that every queue takes; messages are read as the Functions host reads them.</summary>
public sealed class AzureQueueSenderOnAzuriteTests : QueueSenderSuite
{
    private readonly QueueServiceClient service = Azurite.Clients!.Queues();

    protected override IQueueSender Sender => new AzureQueueSender(service);

    protected override async Task<string?> TakeAsync(string queue)
    {
        var client = service.GetQueueClient(queue);
        await client.CreateIfNotExistsAsync();
        if ((await client.ReceiveMessageAsync()).Value is not { } message)
            return null;
        await client.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        return message.Body.ToString();
    }
}
