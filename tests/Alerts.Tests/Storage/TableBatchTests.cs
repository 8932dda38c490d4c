using Alerts.Storage;

namespace Alerts.Tests.Storage;

public sealed class TableBatchTests
{
    [Fact]
    public void A_batch_has_at_most_100_actions_in_one_partition_and_each_row_once()
    {
        TableBatch.Check("p", Actions(100));
        Refused("partition \"p\" has 101 actions: expected at most 100", () => TableBatch.Check("p", Actions(101)));
        Refused("\"r0\" of partition \"p\" is in a batch on partition \"q\"", () => TableBatch.Check("q", Actions(1)));
        Refused("\"r0\" of partition \"p\" is in the batch twice", () => TableBatch.Check("p", [.. Actions(1), .. Actions(2)]));
    }

    [Fact]
    public void Each_action_keeps_the_rules_of_rows()
    {
        var bad = new TableRow("p", "r", new Dictionary<string, object> { ["x"] = 1 });
        Refused("Int32", () => TableBatch.Check("p", [new TableAction(TableActionKind.Add, bad)]));
        Refused("Int32", () => TableBatch.Check("p", [new TableAction(TableActionKind.Upsert, bad)]));
        Refused("no ETag", () => TableBatch.Check("p", [new TableAction(TableActionKind.Replace, Actions(1)[0].Row)]));
        TableBatch.Check("p", [new TableAction(TableActionKind.Delete, bad)]);
    }

    [Fact]
    public void A_batch_takes_at_most_4_mebibytes_as_sent()
    {
        TableBatch.Check("p", Actions(40, new string('x', 32_768), 3));
        Refused("takes .* bytes: expected at most 4194304", () => TableBatch.Check("p", Actions(40, new string('x', 32_768), 4)));
        Refused("takes .* bytes: expected at most 4194304", () => TableBatch.Check("p", Actions(40, new string('治', 32_768), 1)));
    }

    [Fact]
    public void Splitting_keeps_all_actions_in_their_order_and_each_batch_within_the_limits()
    {
        TableAction[] actions = [.. Actions(250), .. Actions(200, new string('µ', 30_000), 1).Select(Renamed), .. Actions(3).Select(Renamed).Select(Renamed)];
        var batches = TableBatch.Split(actions).ToList();

        Assert.Equal(actions, batches.SelectMany(batch => batch));
        Assert.All(batches, batch => TableBatch.Check("p", batch));
        Assert.Equal([100, 100], batches.Take(2).Select(batch => batch.Count));
        Assert.All(batches.Zip(batches.Skip(1)), pair => Assert.True(
            pair.First.Count == 100 || pair.First.Append(pair.Second[0]).Sum(TableBatch.PayloadOf) > TableBatch.MaxPayload));
        Assert.Empty(TableBatch.Split([]));
    }

    private static TableAction Renamed(TableAction action) => action with { Row = action.Row with { Row = action.Row.Row + "x" } };

    private static TableAction[] Actions(int count, string text = "text", int properties = 1) =>
    [
        .. Enumerable.Range(0, count).Select(number => new TableAction(
            TableActionKind.Add,
            new TableRow("p", $"r{number}", Enumerable.Range(0, properties).ToDictionary(property => $"t{property}", object (_) => text)))),
    ];

    private static void Refused(string pattern, Action check) => TableRulesTests.Refused(pattern, check);
}
