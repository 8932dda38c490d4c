using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Alerts.Functions.Storage;

/// <summary>
/// The clients of the storage account that the Functions host uses too, by the host's own settings: a connection string on one
/// machine, three addresses and the app's identity on Azure.
/// </summary>
public sealed class StorageClients
{
    private readonly StorageSettings settings;
    private readonly TokenCredential? credential;

    /// <summary>Clients by the settings.</summary>
    public StorageClients(StorageSettings settings)
    {
        this.settings = settings;
        if (settings.ConnectionString is null)
        {
            credential = new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = settings.ClientId });
        }
    }

    /// <summary>How messages are written: as the host reads them (host.json, messageEncoding).</summary>
    public static QueueClientOptions QueueOptions { get; } = new() { MessageEncoding = QueueMessageEncoding.Base64 };

    /// <summary>The tables.</summary>
    public TableServiceClient Tables() => settings.ConnectionString is { } text
        ? new TableServiceClient(text)
        : new TableServiceClient(settings.TableAddress!, credential!);

    /// <summary>The blobs.</summary>
    public BlobServiceClient Blobs() => settings.ConnectionString is { } text
        ? new BlobServiceClient(text)
        : new BlobServiceClient(settings.BlobAddress!, credential!);

    /// <summary>The queues.</summary>
    public QueueServiceClient Queues() => settings.ConnectionString is { } text
        ? new QueueServiceClient(text, QueueOptions)
        : new QueueServiceClient(settings.QueueAddress!, credential!, QueueOptions);
}
