using Alerts.Storage;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Alerts.Functions.Storage;

/// <summary>
/// Queues of an Azure Storage account; the Functions host receives. The client is to encode messages in Base64, as the
/// host expects (<see cref="StorageClients.QueueOptions"/>).
/// </summary>
public sealed class AzureQueueSender(QueueServiceClient service) : IQueueSender
{
    // A message must not run out before an outage of a week is over: it stays until it was received.
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    /// <inheritdoc/>
    public async Task SendAsync(string queue, string text, TimeSpan delay, CancellationToken cancellation)
    {
        QueueRules.CheckMessage(queue, text, delay);
        var client = service.GetQueueClient(queue);
        try
        {
            await client.SendMessageAsync(text, delay, Forever, cancellation);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await client.CreateIfNotExistsAsync(metadata: null, cancellation);
            await client.SendMessageAsync(text, delay, Forever, cancellation);
        }
    }
}
