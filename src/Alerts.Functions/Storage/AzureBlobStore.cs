using System.Runtime.CompilerServices;
using Alerts.Storage;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Alerts.Functions.Storage;

/// <summary>Blobs of an Azure Storage account. A container that is missing is empty, and is created by the first write to it.</summary>
public sealed class AzureBlobStore(BlobServiceClient service) : IBlobStore
{
    // In one request, so that a blob is there whole or not at all and its creation raises one event. Azure takes 5,000 MiB at once.
    private const long OneRequest = 1024L * 1024 * 1024;

    /// <inheritdoc/>
    public async Task<bool> CreateAsync(string container, string name, ReadOnlyMemory<byte> content, IReadOnlyDictionary<string, string> metadata, CancellationToken cancellation)
    {
        BlobRules.CheckContainer(container);
        BlobRules.CheckName(name);
        BlobRules.CheckMetadata(metadata);
        var options = new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            Metadata = metadata.ToDictionary(StringComparer.Ordinal),
            TransferOptions = new StorageTransferOptions { InitialTransferSize = OneRequest, MaximumTransferSize = OneRequest },
        };
        var client = service.GetBlobContainerClient(container);
        try
        {
            return await UploadAsync(client, name, content, options, cancellation);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await client.CreateIfNotExistsAsync(PublicAccessType.None, metadata: null, encryptionScopeOptions: null, cancellation);
            return await UploadAsync(client, name, content, options, cancellation);
        }
    }

    /// <inheritdoc/>
    public async Task<Blob?> ReadAsync(string container, string name, CancellationToken cancellation)
    {
        BlobRules.CheckContainer(container);
        BlobRules.CheckName(name);
        try
        {
            var result = await service.GetBlobContainerClient(container).GetBlobClient(name).DownloadContentAsync(cancellation);
            return new Blob(result.Value.Content.ToMemory(), Metadata(result.Value.Details.Metadata));
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>?> ReadMetadataAsync(string container, string name, CancellationToken cancellation)
    {
        BlobRules.CheckContainer(container);
        BlobRules.CheckName(name);
        try
        {
            var properties = await service.GetBlobContainerClient(container).GetBlobClient(name).GetPropertiesAsync(conditions: null, cancellation);
            return Metadata(properties.Value.Metadata);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListAsync(string container, string prefix, CancellationToken cancellation)
    {
        BlobRules.CheckContainer(container);
        BlobRules.CheckPrefix(prefix);
        return NamesAsync(container, prefix, cancellation);
    }

    private static async Task<bool> UploadAsync(BlobContainerClient container, string name, ReadOnlyMemory<byte> content, BlobUploadOptions options, CancellationToken cancellation)
    {
        try
        {
            await container.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content), options, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412
            && (failure.ErrorCode == BlobErrorCode.BlobAlreadyExists || failure.ErrorCode == BlobErrorCode.ConditionNotMet))
        {
            return false;
        }
    }

    private async IAsyncEnumerable<string> NamesAsync(string container, string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var listed = service.GetBlobContainerClient(container).GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellation);
        await using var blobs = listed.GetAsyncEnumerator(cancellation);
        while (await MoveNextAsync(blobs))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return blobs.Current.Name;
        }
    }

    private static async Task<bool> MoveNextAsync(IAsyncEnumerator<BlobItem> blobs)
    {
        try
        {
            return await blobs.MoveNextAsync();
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return false;
        }
    }

    private static Dictionary<string, string> Metadata(IDictionary<string, string> metadata) => new(metadata, StringComparer.Ordinal);
}
