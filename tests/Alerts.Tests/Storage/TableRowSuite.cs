using System.Globalization;
using Alerts.Storage;

namespace Alerts.Tests.Storage;

/// <summary>What every table store does with single rows and with queries.</summary>
public abstract class TableRowSuite : TableStoreTest
{
    [Fact]
    public async Task A_row_comes_back_as_it_was_added()
    {
        var values = new Dictionary<string, object>
        {
            ["text"] = "ORR 32.4% “by investigator” – µg, 治験, 🧬, \"quoted\", '), line\r\nend\ttab\0null",
            ["empty"] = "",
            ["number"] = 9_007_199_254_740_993L,
            ["least"] = long.MinValue,
            ["whole"] = 5.0,
            ["fraction"] = 0.1 + 0.2,
            ["tiny"] = double.Epsilon,
            ["huge"] = double.MinValue,
            ["yes"] = true,
            ["no"] = false,
            ["time"] = new DateTimeOffset(2021, 11, 30, 12, 1, 16, TimeSpan.Zero).AddTicks(1234567),
            ["first"] = TableRules.MinDate,
            ["_name9"] = "",
        };

        Assert.True(await Store.AddAsync(Table, new TableRow("0000855654", "0001558370-21-016273", values), None));

        var row = await Store.GetAsync(Table, "0000855654", "0001558370-21-016273", None);
        Assert.NotNull(row);
        Assert.Equal(("0000855654", "0001558370-21-016273"), (row.Partition, row.Row));
        Assert.Equal(values.OrderBy(value => value.Key, StringComparer.Ordinal), row.Values.OrderBy(value => value.Key, StringComparer.Ordinal));
        Assert.False(string.IsNullOrEmpty(row.ETag));
    }

    [Fact]
    public async Task A_row_that_is_not_there_is_null_and_an_empty_partition_has_none()
    {
        await Store.AddAsync(Table, Row("a", 1), None);

        Assert.Null(await Store.GetAsync(Table, "p", "A", None));
        Assert.Null(await Store.GetAsync(Table, "q", "a", None));
        Assert.Null(await Store.GetAsync("U" + Table[1..], "p", "a", None));
        Assert.Empty(await QueryAsync("q"));
        Assert.Empty(await RowsAsync("U" + Table[1..], "p", null, null));
    }

    [Fact]
    public async Task A_row_is_added_once()
    {
        Assert.True(await Store.AddAsync(Table, Row("a", 1), None));
        Assert.False(await Store.AddAsync(Table, Row("a", 2), None));
        Assert.Equal(1, await NumberAsync("a"));
    }

    [Fact]
    public async Task An_upsert_writes_the_row_whole_whatever_was_there()
    {
        await Store.UpsertAsync(Table, new TableRow("p", "a", new Dictionary<string, object> { ["number"] = 1L, ["other"] = "x" }), None);
        await Store.UpsertAsync(Table, Row("a", 2), None);

        var row = await Store.GetAsync(Table, "p", "a", None);
        Assert.Equal(["number"], row!.Values.Keys);
        Assert.Equal(2L, row.Values["number"]);
    }

    [Fact]
    public async Task A_replace_writes_the_row_whole_if_it_is_as_it_was_read()
    {
        await Store.AddAsync(Table, new TableRow("p", "a", new Dictionary<string, object> { ["number"] = 1L, ["other"] = "x" }), None);
        var read = (await Store.GetAsync(Table, "p", "a", None))!;

        Assert.True(await Store.ReplaceAsync(Table, Row("a", 2) with { ETag = read.ETag }, None));
        Assert.False(await Store.ReplaceAsync(Table, Row("a", 3) with { ETag = read.ETag }, None));

        var row = await Store.GetAsync(Table, "p", "a", None);
        Assert.Equal(["number"], row!.Values.Keys);
        Assert.Equal(2L, row.Values["number"]);
    }

    [Fact]
    public async Task A_replace_does_not_mistake_a_row_that_was_deleted_and_added_again_for_the_one_read()
    {
        await Store.AddAsync(Table, Row("a", 1), None);
        var read = (await Store.GetAsync(Table, "p", "a", None))!;
        await Store.DeleteAsync(Table, "p", "a", None);
        Assert.False(await Store.ReplaceAsync(Table, read, None));

        await Store.AddAsync(Table, Row("a", 1), None);
        Assert.False(await Store.ReplaceAsync(Table, read, None));
        Assert.NotEqual(read.ETag, (await Store.GetAsync(Table, "p", "a", None))!.ETag);
    }

    [Fact]
    public async Task An_upsert_of_the_same_values_is_a_change_all_the_same()
    {
        await Store.UpsertAsync(Table, Row("a", 1), None);
        var read = (await Store.GetAsync(Table, "p", "a", None))!;
        await Store.UpsertAsync(Table, Row("a", 1), None);

        Assert.False(await Store.ReplaceAsync(Table, read, None));
    }

    [Fact]
    public async Task A_delete_removes_the_row_and_an_absent_row_is_no_error()
    {
        await Store.AddAsync(Table, Row("a", 1), None);
        await Store.AddAsync(Table, Row("b", 2), None);

        await Store.DeleteAsync(Table, "p", "a", None);
        await Store.DeleteAsync(Table, "p", "a", None);

        Assert.Equal(["b"], (await QueryAsync()).Select(row => row.Row));
    }

    [Fact]
    public async Task A_query_is_in_ordinal_order_of_row_keys()
    {
        string[] keys = ["Z", "a", "A", "10", "9", "1", "a b", "a!", "a-", "é", "e\u0301", "\uE000", "\uFFFD", "ﬁ", "~", "日本", "a0", "aB", "ab"];
        foreach (var key in keys)
            await Store.AddAsync(Table, Row(key, 1), None);

        Assert.Equal(keys.Order(StringComparer.Ordinal), (await QueryAsync()).Select(row => row.Row));
    }

    [Fact]
    public async Task A_query_reads_from_a_key_inclusive_to_a_key_exclusive()
    {
        foreach (var key in (string[])["a", "b", "ba", "c", "d"])
            await Store.AddAsync(Table, Row(key, 1), None);
        await Store.AddAsync(Table, new TableRow("p2", "b", new Dictionary<string, object>()), None);

        Assert.Equal(["b", "ba", "c"], await KeysAsync("b", "d"));
        Assert.Equal(["ba", "c", "d"], await KeysAsync("b0", null));
        Assert.Equal(["a", "b"], await KeysAsync(null, "ba"));
        Assert.Equal(["a", "b", "ba", "c", "d"], await KeysAsync(null, null));
        Assert.Empty(await KeysAsync("b", "b"));
        Assert.Empty(await KeysAsync("d", "a"));
        Assert.Equal(["b", "ba"], await KeysAsync("b", Keys.PrefixEnd("b")));
    }

    [Fact]
    public async Task A_query_reads_all_of_a_partition_of_more_than_two_pages()
    {
        var keys = Enumerable.Range(0, 2_345).Select(number => number.ToString("D6", CultureInfo.InvariantCulture)).ToList();
        var adds = keys.Select(key => new TableAction(TableActionKind.Add, Row(key, 1)));
        foreach (var batch in TableBatch.Split(adds))
            Assert.True(await Store.SubmitAsync(Table, "p", batch, None));

        Assert.Equal(keys, await KeysAsync(null, null));
        Assert.Equal(keys.Skip(10).Take(1_500), await KeysAsync("000010", "001510"));
    }

    [Fact]
    public async Task A_query_that_is_read_while_rows_are_written_gives_each_row_once()
    {
        var adds = Enumerable.Range(0, 1_200).Select(number => new TableAction(TableActionKind.Add, Row(number.ToString("D4", CultureInfo.InvariantCulture), 1)));
        foreach (var batch in TableBatch.Split(adds))
            await Store.SubmitAsync(Table, "p", batch, None);

        var seen = new List<string>();
        await foreach (var row in Store.QueryAsync(Table, "p", null, null, None))
        {
            seen.Add(row.Row);
            if (seen.Count % 100 == 0)
                await Store.UpsertAsync(Table, row with { Values = new Dictionary<string, object> { ["number"] = 2L } }, None);
        }

        Assert.Equal(1_200, seen.Count);
        Assert.Equal(seen.Order(StringComparer.Ordinal), seen);
    }

    [Fact]
    public async Task A_row_as_large_as_a_row_may_be_is_stored()
    {
        var text = new string('x', TableRules.MaxStringLength);
        var values = Enumerable.Range(0, 15).ToDictionary(number => $"t{number}", object (_) => text);
        var large = new TableRow("p", new string('k', TableRules.MaxKeyLength), values);
        Assert.InRange(TableRules.SizeOf(large), 950_000, TableRules.MaxRowSize);

        Assert.True(await Store.AddAsync(Table, large, None));
        Assert.Equal(text, (await Store.GetAsync(Table, "p", large.Row, None))!.Values["t14"]);
    }

    [Fact]
    public async Task Nothing_is_done_when_it_was_cancelled_before()
    {
        var cancelled = new CancellationToken(canceled: true);
        await Store.AddAsync(Table, Row("a", 1), None);
        var read = (await Store.GetAsync(Table, "p", "a", None))!;

        await IsCancelledAsync(() => Store.AddAsync(Table, Row("b", 1), cancelled));
        await IsCancelledAsync(() => Store.UpsertAsync(Table, Row("a", 2), cancelled));
        await IsCancelledAsync(() => Store.ReplaceAsync(Table, read, cancelled));
        await IsCancelledAsync(() => Store.DeleteAsync(Table, "p", "a", cancelled));
        await IsCancelledAsync(() => Store.GetAsync(Table, "p", "a", cancelled));
        await IsCancelledAsync(() => Store.SubmitAsync(Table, "p", [new TableAction(TableActionKind.Add, Row("b", 1))], cancelled));
        await IsCancelledAsync(async () => await Store.QueryAsync(Table, "p", null, null, cancelled).GetAsyncEnumerator(cancelled).MoveNextAsync());

        Assert.Equal([Shown(read)], (await QueryAsync()).Select(Shown));
    }

    [Fact]
    public async Task A_query_stops_where_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        await Store.AddAsync(Table, Row("a", 1), None);
        await Store.AddAsync(Table, Row("b", 1), None);
        await using var rows = Store.QueryAsync(Table, "p", null, null, cancellation.Token).GetAsyncEnumerator(cancellation.Token);

        Assert.True(await rows.MoveNextAsync());
        await cancellation.CancelAsync();
        await IsCancelledAsync(async () => await rows.MoveNextAsync());
    }

    [Fact]
    public async Task What_breaks_a_rule_is_refused_by_every_operation()
    {
        var bad = Row("a/b", 1);
        await IsRefusedAsync("a/b", () => Store.AddAsync(Table, bad, None));
        await IsRefusedAsync("a/b", () => Store.UpsertAsync(Table, bad, None));
        await IsRefusedAsync("a/b", () => Store.ReplaceAsync(Table, bad with { ETag = "1" }, None));
        await IsRefusedAsync("a/b", () => Store.GetAsync(Table, "p", "a/b", None));
        await IsRefusedAsync("a/b", () => Store.DeleteAsync(Table, "p", "a/b", None));
        await IsRefusedAsync("a/b", () => SubmitAsync((TableActionKind.Delete, bad)));
        await IsRefusedAsync("a/b", async () => await RowsAsync(Table, "a/b", null, null));
        await IsRefusedAsync("ETag", () => Store.ReplaceAsync(Table, Row("a", 1), None));

        await IsRefusedAsync("no-table", () => Store.AddAsync("no-table", Row("a", 1), None));
        await IsRefusedAsync("no-table", () => Store.UpsertAsync("no-table", Row("a", 1), None));
        await IsRefusedAsync("no-table", () => Store.ReplaceAsync("no-table", Row("a", 1) with { ETag = "1" }, None));
        await IsRefusedAsync("no-table", () => Store.GetAsync("no-table", "p", "a", None));
        await IsRefusedAsync("no-table", () => Store.DeleteAsync("no-table", "p", "a", None));
        await IsRefusedAsync("no-table", () => Store.SubmitAsync("no-table", "p", [], None));
        await IsRefusedAsync("no-table", async () => await RowsAsync("no-table", "p", null, null));

        await IsRefusedAsync("twice", () => SubmitAsync((TableActionKind.Upsert, Row("twice", 1)), (TableActionKind.Upsert, Row("twice", 2))));
        await IsRefusedAsync("big", () => Store.AddAsync(Table, new TableRow("p", "big", new Dictionary<string, object> { ["text"] = new string('x', 32_769) }), None));
        Assert.Empty(await QueryAsync());
    }
}
