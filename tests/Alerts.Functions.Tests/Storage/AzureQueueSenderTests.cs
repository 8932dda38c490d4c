using Alerts.Functions.Storage;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Moq;

namespace Alerts.Functions.Tests.Storage;

public sealed class AzureQueueSenderTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(5);

    private readonly Mock<QueueClient> client = new();
    private readonly AzureQueueSender sender;

    public AzureQueueSenderTests()
    {
        var service = new Mock<QueueServiceClient>();
        service.Setup(queues => queues.GetQueueClient("alerts")).Returns(client.Object);
        sender = new AzureQueueSender(service.Object);
    }

    [Fact]
    public async Task A_message_waits_as_long_as_asked_and_never_runs_out()
    {
        await sender.SendAsync("alerts", "text", Delay, None);

        client.Verify(queue => queue.SendMessageAsync("text", Delay, TimeSpan.FromSeconds(-1), None), Times.Once);
    }

    [Fact]
    public async Task A_missing_queue_is_created_by_the_first_message()
    {
        client.SetupSequence(queue => queue.SendMessageAsync("text", Delay, It.IsAny<TimeSpan?>(), None))
            .ThrowsAsync(new RequestFailedException(404, "", "QueueNotFound", null))
            .ReturnsAsync(Mock.Of<Response<SendReceipt>>());

        await sender.SendAsync("alerts", "text", Delay, None);

        client.Verify(queue => queue.CreateIfNotExistsAsync(null, None), Times.Once);
        client.Verify(queue => queue.SendMessageAsync("text", Delay, It.IsAny<TimeSpan?>(), None), Times.Exactly(2));
    }

    [Theory]
    [InlineData(403, "AuthorizationFailure")]
    [InlineData(409, "QueueBeingDeleted")]
    [InlineData(503, "ServerBusy")]
    public async Task A_message_that_was_not_taken_is_a_failure(int status, string code)
    {
        client.Setup(queue => queue.SendMessageAsync("text", Delay, It.IsAny<TimeSpan?>(), None)).ThrowsAsync(new RequestFailedException(status, "", code, null));

        await Assert.ThrowsAsync<RequestFailedException>(() => sender.SendAsync("alerts", "text", Delay, None));
    }
}
