using Alerts.Functions.Storage;
using Alerts.Storage;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Moq;

namespace Alerts.Functions.Tests.Storage;

/// <summary>What the adapter makes of each answer of the service that the emulator does not give on demand.</summary>
public sealed class AzureTableStoreTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TableRow Row = new("p", "r", new Dictionary<string, object> { ["number"] = 1L }) { ETag = "W/\"1\"" };

    private readonly Mock<TableClient> client = new();
    private readonly AzureTableStore store;

    public AzureTableStoreTests()
    {
        var service = new Mock<TableServiceClient>();
        service.Setup(tables => tables.GetTableClient("Filings")).Returns(client.Object);
        store = new AzureTableStore(service.Object);
    }

    [Fact]
    public async Task Adding_a_row_that_is_there_is_false()
    {
        OnAdd().ThrowsAsync(Failure(409, TableErrorCode.EntityAlreadyExists));

        Assert.False(await store.AddAsync("Filings", Row, None));
    }

    [Theory]
    [InlineData(409, "TableBeingDeleted")]
    [InlineData(403, "AuthorizationPermissionMismatch")]
    [InlineData(429, "TooManyRequests")]
    [InlineData(503, "ServerBusy")]
    public async Task Adding_does_not_take_other_failures_for_a_row_that_is_there(int status, string code)
    {
        OnAdd().ThrowsAsync(Failure(status, code));

        Assert.Equal(status, (await Assert.ThrowsAsync<RequestFailedException>(() => store.AddAsync("Filings", Row, None))).Status);
    }

    [Fact]
    public async Task A_missing_table_is_created_by_the_first_write()
    {
        client.SetupSequence(table => table.AddEntityAsync(It.IsAny<TableEntity>(), None))
            .ThrowsAsync(Failure(404, TableErrorCode.TableNotFound))
            .ReturnsAsync(Mock.Of<Response>());

        Assert.True(await store.AddAsync("Filings", Row, None));
        client.Verify(table => table.CreateIfNotExistsAsync(None), Times.Once);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(412)]
    public async Task Replacing_a_row_that_changed_or_is_gone_is_false(int status)
    {
        OnReplace().ThrowsAsync(Failure(status, "UpdateConditionNotSatisfied"));

        Assert.False(await store.ReplaceAsync("Filings", Row, None));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(500)]
    public async Task Replacing_does_not_take_other_failures_for_a_change(int status)
    {
        OnReplace().ThrowsAsync(Failure(status, "Other"));

        await Assert.ThrowsAsync<RequestFailedException>(() => store.ReplaceAsync("Filings", Row, None));
    }

    [Fact]
    public async Task A_replace_is_conditional_and_whole()
    {
        OnReplace().ReturnsAsync(Mock.Of<Response>());

        Assert.True(await store.ReplaceAsync("Filings", Row, None));
        client.Verify(table => table.UpdateEntityAsync(It.IsAny<TableEntity>(), new ETag("W/\"1\""), TableUpdateMode.Replace, None));
    }

    [Fact]
    public async Task Deleting_what_may_not_be_deleted_fails()
    {
        client.Setup(table => table.DeleteEntityAsync("p", "r", ETag.All, None)).ThrowsAsync(Failure(403, "Forbidden"));

        await Assert.ThrowsAsync<RequestFailedException>(() => store.DeleteAsync("Filings", "p", "r", None));
    }

    [Fact]
    public async Task A_batch_is_sent_again_without_the_deletion_of_a_row_that_is_not_there()
    {
        var sent = new List<List<TableTransactionAction>>();
        client.Setup(table => table.SubmitTransactionAsync(It.IsAny<IEnumerable<TableTransactionAction>>(), None))
            .Returns((IEnumerable<TableTransactionAction> actions, CancellationToken _) =>
            {
                sent.Add([.. actions]);
                return sent.Count == 1 ? throw Transaction(404, "ResourceNotFound", 1) : Task.FromResult(Response.FromValue<IReadOnlyList<Response>>([], Mock.Of<Response>()));
            });

        Assert.True(await store.SubmitAsync("Filings", "p", [Action(TableActionKind.Add, "a"), Action(TableActionKind.Delete, "b"), Action(TableActionKind.Upsert, "c")], None));
        Assert.Equal([["a", "b", "c"], ["a", "c"]], sent.Select(batch => batch.Select(action => action.Entity.RowKey)));
        Assert.Equal([TableTransactionActionType.Add, TableTransactionActionType.UpsertReplace], sent[1].Select(action => action.ActionType));
    }

    [Theory]
    [InlineData(404, "ResourceNotFound", 0)]
    [InlineData(409, "EntityAlreadyExists", 0)]
    [InlineData(412, "UpdateConditionNotSatisfied", 0)]
    public async Task A_batch_whose_condition_does_not_hold_is_false(int status, string code, int index)
    {
        OnSubmit().ThrowsAsync(Transaction(status, code, index));

        Assert.False(await store.SubmitAsync("Filings", "p", [Action(TableActionKind.Replace, "a"), Action(TableActionKind.Delete, "b")], None));
    }

    [Theory]
    [InlineData(409, "TableBeingDeleted")]
    [InlineData(403, "Forbidden")]
    [InlineData(413, "RequestBodyTooLarge")]
    public async Task A_batch_that_fails_otherwise_fails(int status, string code)
    {
        OnSubmit().ThrowsAsync(Transaction(status, code, 0));

        await Assert.ThrowsAsync<TableTransactionFailedException>(() => store.SubmitAsync("Filings", "p", [Action(TableActionKind.Add, "a")], None));
    }

    [Fact]
    public async Task A_query_goes_through_all_pages_and_escapes_what_it_asks_for()
    {
        string? filter = null;
        client.Setup(table => table.QueryAsync<TableEntity>(It.IsAny<string>(), null, null, None))
            .Callback((string text, int? _, IEnumerable<string> _, CancellationToken _) => filter = text)
            .Returns(AsyncPageable<TableEntity>.FromPages(
            [
                Page<TableEntity>.FromValues([Entity("a"), Entity("b")], "next", Mock.Of<Response>()),
                Page<TableEntity>.FromValues([Entity("c")], null, Mock.Of<Response>()),
            ]));

        var rows = new List<string>();
        await foreach (var row in store.QueryAsync("Filings", "it's", "a", "d", None))
            rows.Add(row.Row);

        Assert.Equal(["a", "b", "c"], rows);
        Assert.Equal("PartitionKey eq 'it''s' and RowKey ge 'a' and RowKey lt 'd'", filter);
    }

    [Fact]
    public async Task A_whole_double_that_lost_its_type_is_a_double_again()
    {
        var entity = Entity("r");
        entity["value"] = 5;
        client.Setup(table => table.GetEntityIfExistsAsync<TableEntity>("p", "r", null, None)).ReturnsAsync(Response.FromValue(entity, Mock.Of<Response>()));

        Assert.Equal(5.0, (await store.GetAsync("Filings", "p", "r", None))!.Values["value"]);
    }

    private Moq.Language.Flow.ISetup<TableClient, Task<Response>> OnAdd() => client.Setup(table => table.AddEntityAsync(It.IsAny<TableEntity>(), None));

    private Moq.Language.Flow.ISetup<TableClient, Task<Response>> OnReplace() =>
        client.Setup(table => table.UpdateEntityAsync(It.IsAny<TableEntity>(), It.IsAny<ETag>(), It.IsAny<TableUpdateMode>(), None));

    private Moq.Language.Flow.ISetup<TableClient, Task<Response<IReadOnlyList<Response>>>> OnSubmit() =>
        client.Setup(table => table.SubmitTransactionAsync(It.IsAny<IEnumerable<TableTransactionAction>>(), None));

    private static TableEntity Entity(string key) => new("p", key) { ETag = new ETag("W/\"1\"") };

    private static TableAction Action(TableActionKind kind, string key) => new(kind, Row with { Row = key });

    private static RequestFailedException Failure(int status, TableErrorCode code) => Failure(status, code.ToString());

    private static RequestFailedException Failure(int status, string code) => new(status, "The service's words", code, null);

    private static TableTransactionFailedException Transaction(int status, string code, int index)
    {
        var failure = Failure(status, code);
        // Where the client library puts the number of the action that failed.
        failure.Data["FailedEntity"] = $"{index}";
        return new TableTransactionFailedException(failure);
    }
}
