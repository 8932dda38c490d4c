using Alerts.Storage;

namespace Alerts.Tests.Storage;

/// <summary>
/// What every table store does: all of <see cref="TableRowSuite"/>, and batches and writers at once. A subclass gives the store.
/// </summary>
public abstract class TableStoreSuite : TableRowSuite
{
    [Fact]
    public async Task A_batch_does_each_of_its_actions()
    {
        await Store.AddAsync(Table, Row("replace", 1), None);
        await Store.AddAsync(Table, Row("upsert", 1), None);
        await Store.AddAsync(Table, Row("delete", 1), None);
        var read = (await Store.GetAsync(Table, "p", "replace", None))!;

        Assert.True(await SubmitAsync(
            (TableActionKind.Add, Row("add", 2)),
            (TableActionKind.Upsert, Row("upsert", 2)),
            (TableActionKind.Upsert, Row("upsert new", 2)),
            (TableActionKind.Replace, Row("replace", 2) with { ETag = read.ETag }),
            (TableActionKind.Delete, Row("delete", 2)),
            (TableActionKind.Delete, Row("never there", 2))));

        var rows = await QueryAsync();
        Assert.Equal(["add", "replace", "upsert", "upsert new"], rows.Select(row => row.Row));
        Assert.All(rows, row => Assert.Equal(2L, row.Values["number"]));
    }

    [Theory]
    [InlineData(TableActionKind.Add)]
    [InlineData(TableActionKind.Replace)]
    public async Task A_batch_does_nothing_if_one_condition_does_not_hold(TableActionKind failing)
    {
        await Store.AddAsync(Table, Row("there", 1), None);
        await Store.AddAsync(Table, Row("deleted", 1), None);
        var read = (await Store.GetAsync(Table, "p", "there", None))!;
        await Store.UpsertAsync(Table, Row("there", 2), None);
        var before = await QueryAsync();

        Assert.False(await SubmitAsync(
            (TableActionKind.Add, Row("new", 3)),
            (TableActionKind.Delete, Row("deleted", 3)),
            (failing, Row("there", 3) with { ETag = read.ETag }),
            (TableActionKind.Upsert, Row("other", 3))));

        var after = await QueryAsync();
        Assert.Equal(before.Select(Shown), after.Select(Shown));
    }

    [Fact]
    public async Task A_batch_that_replaces_an_absent_row_does_nothing()
    {
        await Store.AddAsync(Table, Row("a", 1), None);
        var read = (await Store.GetAsync(Table, "p", "a", None))!;
        await Store.DeleteAsync(Table, "p", "a", None);

        Assert.False(await SubmitAsync((TableActionKind.Replace, read), (TableActionKind.Upsert, Row("b", 1))));
        Assert.Empty(await QueryAsync());
    }

    [Fact]
    public async Task A_batch_takes_a_hundred_actions_and_none_is_none()
    {
        var hundred = Enumerable.Range(0, 100).Select(number => (TableActionKind.Add, Row($"r{number}", number))).ToArray();

        Assert.True(await SubmitAsync());
        Assert.True(await SubmitAsync(hundred));
        Assert.Equal(100, (await QueryAsync()).Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Any_sequence_of_operations_leaves_what_it_would_leave_in_memory(int seed)
    {
        var random = new Random(seed);
        var model = new SortedDictionary<string, long>(StringComparer.Ordinal);

        // An ETag that was right once, for another row.
        await Store.AddAsync(Table, new TableRow("p2", "old", new Dictionary<string, object>()), None);
        var old = (await Store.GetAsync(Table, "p2", "old", None))!.ETag;
        for (var step = 0; step < 150; step++)
        {
            var actions = Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"k{random.Next(6)}").Distinct()
                .Select(key => (Kind: (TableActionKind)random.Next(4), Key: key)).ToList();
            var stale = random.Next(4) == 0;
            var batch = new List<TableAction>();
            foreach (var (kind, key) in actions)
                batch.Add(new TableAction(kind, Row(key, step) with { ETag = stale ? old : (await Store.GetAsync(Table, "p", key, None))?.ETag ?? old }));

            var holds = actions.TrueForAll(action => action.Kind switch
            {
                TableActionKind.Add => !model.ContainsKey(action.Key),
                TableActionKind.Replace => model.ContainsKey(action.Key) && !stale,
                _ => true,
            });
            Assert.Equal(holds, await Store.SubmitAsync(Table, "p", batch, None));
            foreach (var (kind, key) in actions.Where(_ => holds))
            {
                if (kind == TableActionKind.Delete)
                    model.Remove(key);
                else
                    model[key] = step;
            }

            Assert.Equal(model.Select(row => (row.Key, row.Value)), (await QueryAsync()).Select(row => (row.Row, (long)row.Values["number"])));
        }
    }

    [Fact]
    public async Task One_of_many_that_add_a_row_at_once_succeeds()
    {
        var added = await AtOnceAsync(16, number => Store.AddAsync(Table, Row("a", number), None));

        Assert.Equal(1, added.Count(success => success));
        Assert.Equal(Array.IndexOf(added, true), await NumberAsync("a"));
    }

    [Fact]
    public async Task One_of_many_that_replace_a_row_at_once_succeeds_in_each_round()
    {
        await Store.AddAsync(Table, Row("a", -1), None);
        for (var round = 0; round < 10; round++)
        {
            var read = (await Store.GetAsync(Table, "p", "a", None))!;
            var replaced = await AtOnceAsync(8, number => Store.ReplaceAsync(Table, Row("a", number) with { ETag = read.ETag }, None));

            Assert.Equal(1, replaced.Count(success => success));
            Assert.Equal(Array.IndexOf(replaced, true), await NumberAsync("a"));
        }
    }

    [Fact]
    public async Task Counting_by_replace_loses_no_count()
    {
        await Store.AddAsync(Table, Row("a", 0), None);
        await AtOnceAsync(4, async _ =>
        {
            for (var counted = 0; counted < 10;)
            {
                var read = (await Store.GetAsync(Table, "p", "a", None))!;
                var next = Row("a", (long)read.Values["number"] + 1) with { ETag = read.ETag };
                if (await Store.ReplaceAsync(Table, next, None))
                    counted++;
            }

            return true;
        });

        Assert.Equal(40, await NumberAsync("a"));
    }

    [Fact]
    public async Task Of_batches_that_add_the_same_row_at_once_one_is_done_whole()
    {
        var done = await AtOnceAsync(8, number => SubmitAsync(
            (TableActionKind.Add, Row($"own {number}", number)),
            (TableActionKind.Add, Row("shared", number))));

        var winner = Array.IndexOf(done, true);
        Assert.Equal(1, done.Count(success => success));
        Assert.Equal([$"own {winner}", "shared"], await KeysAsync(null, null));
        Assert.Equal(winner, await NumberAsync("shared"));
    }
}
