using Alerts.Functions.Storage;
using Azure.Storage.Queues;

namespace Alerts.Functions.Tests.Storage;

public sealed class StorageClientsTests
{
    [Fact]
    public void With_addresses_the_identity_opens_the_account()
    {
        var clients = new StorageClients(new StorageSettings
        {
            BlobAddress = new Uri("https://account.blob.core.windows.net/"),
            QueueAddress = new Uri("https://account.queue.core.windows.net/"),
            TableAddress = new Uri("https://account.table.core.windows.net/"),
            ClientId = "00000000-0000-0000-0000-000000000000",
        });

        Assert.Equal(new Uri("https://account.blob.core.windows.net/"), clients.Blobs().Uri);
        Assert.Equal(new Uri("https://account.queue.core.windows.net/"), clients.Queues().Uri);
        Assert.NotNull(clients.Tables());
    }

    [Fact]
    public void Messages_are_written_as_the_host_reads_them() =>
        Assert.Equal(QueueMessageEncoding.Base64, StorageClients.QueueOptions.MessageEncoding);
}
