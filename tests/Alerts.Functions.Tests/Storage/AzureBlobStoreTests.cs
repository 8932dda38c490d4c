using Alerts.Functions.Storage;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Moq;

namespace Alerts.Functions.Tests.Storage;

/// <summary>What the adapter makes of each answer of the service that the emulator does not give on demand.</summary>
public sealed class AzureBlobStoreTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Dictionary<string, string> NoMetadata = [];

    private readonly Mock<BlobClient> blob = new();
    private readonly Mock<BlobContainerClient> container = new();
    private readonly AzureBlobStore store;

    public AzureBlobStoreTests()
    {
        var service = new Mock<BlobServiceClient>();
        service.Setup(blobs => blobs.GetBlobContainerClient("filings")).Returns(container.Object);
        container.Setup(blobs => blobs.GetBlobClient("a.txt")).Returns(blob.Object);
        store = new AzureBlobStore(service.Object);
    }

    [Theory]
    [InlineData(409, "BlobAlreadyExists")]
    [InlineData(412, "ConditionNotMet")]
    public async Task Creating_a_blob_that_is_there_is_false(int status, string code)
    {
        OnUpload().ThrowsAsync(Failure(status, code));

        Assert.False(await store.CreateAsync("filings", "a.txt", default, NoMetadata, None));
    }

    [Theory]
    [InlineData(409, "ContainerBeingDeleted")]
    [InlineData(412, "LeaseIdMissing")]
    [InlineData(403, "AuthorizationFailure")]
    [InlineData(503, "ServerBusy")]
    public async Task Creating_does_not_take_other_failures_for_a_blob_that_is_there(int status, string code)
    {
        OnUpload().ThrowsAsync(Failure(status, code));

        Assert.Equal(status, (await Assert.ThrowsAsync<RequestFailedException>(() => store.CreateAsync("filings", "a.txt", default, NoMetadata, None))).Status);
    }

    [Fact]
    public async Task A_blob_is_written_in_one_request_and_only_if_it_is_new()
    {
        BlobUploadOptions? options = null;
        OnUpload().Callback((BinaryData _, BlobUploadOptions given, CancellationToken _) => options = given).ReturnsAsync(Mock.Of<Response<BlobContentInfo>>());

        Assert.True(await store.CreateAsync("filings", "a.txt", new byte[10], new Dictionary<string, string> { ["seen"] = "x" }, None));
        Assert.Equal(ETag.All, options!.Conditions.IfNoneMatch);
        Assert.True(options.TransferOptions.InitialTransferSize > 256 << 20);
        Assert.Equal("x", options.Metadata["seen"]);
    }

    [Fact]
    public async Task A_missing_container_is_created_by_the_first_write()
    {
        blob.SetupSequence(client => client.UploadAsync(It.IsAny<BinaryData>(), It.IsAny<BlobUploadOptions>(), None))
            .ThrowsAsync(Failure(404, "ContainerNotFound"))
            .ReturnsAsync(Mock.Of<Response<BlobContentInfo>>());

        Assert.True(await store.CreateAsync("filings", "a.txt", default, NoMetadata, None));
        container.Verify(blobs => blobs.CreateIfNotExistsAsync(PublicAccessType.None, null, null, None), Times.Once);
    }

    [Fact]
    public async Task What_may_not_be_read_is_not_taken_for_absent()
    {
        blob.Setup(client => client.DownloadContentAsync(None)).ThrowsAsync(Failure(403, "AuthorizationFailure"));
        blob.Setup(client => client.GetPropertiesAsync(null, None)).ThrowsAsync(Failure(403, "AuthorizationFailure"));

        await Assert.ThrowsAsync<RequestFailedException>(() => store.ReadAsync("filings", "a.txt", None));
        await Assert.ThrowsAsync<RequestFailedException>(() => store.ReadMetadataAsync("filings", "a.txt", None));
    }

    [Fact]
    public async Task A_list_goes_through_all_pages()
    {
        container.Setup(blobs => blobs.GetBlobsAsync(BlobTraits.None, BlobStates.None, "a", None)).Returns(AsyncPageable<BlobItem>.FromPages(
        [
            Page<BlobItem>.FromValues([Item("a1"), Item("a2")], "next", Mock.Of<Response>()),
            Page<BlobItem>.FromValues([Item("a3")], null, Mock.Of<Response>()),
        ]));

        var names = new List<string>();
        await foreach (var name in store.ListAsync("filings", "a", None))
            names.Add(name);
        Assert.Equal(["a1", "a2", "a3"], names);
    }

    private Moq.Language.Flow.ISetup<BlobClient, Task<Response<BlobContentInfo>>> OnUpload() =>
        blob.Setup(client => client.UploadAsync(It.IsAny<BinaryData>(), It.IsAny<BlobUploadOptions>(), None));

    private static BlobItem Item(string name) => BlobsModelFactory.BlobItem(name, false, null, null, null);

    private static RequestFailedException Failure(int status, string code) => new(status, "The service's words", code, null);
}
