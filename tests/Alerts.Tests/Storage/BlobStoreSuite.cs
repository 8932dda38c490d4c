using System.Globalization;
using System.Text;
using Alerts.Storage;

namespace Alerts.Tests.Storage;

/// <summary>What every blob store does. A subclass gives the store; each test has a container of its own.</summary>
public abstract class BlobStoreSuite
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Dictionary<string, string> NoMetadata = [];

    /// <summary>The store under test.</summary>
    protected abstract IBlobStore Store { get; }

    /// <summary>This test's container.</summary>
    protected string Container { get; } = "c-" + Guid.NewGuid().ToString("N");

    public static TheoryData<string> OddNames() =>
    [
        "a",
        "a b",
        " leading and trailing ",
        "A.TXT",
        ".hidden",
        "con",
        "nul.txt",
        "lpt1/com9.log",
        "a+b",
        "a+/b+",
        "100%25.txt",
        "%2e%2e",
        "what?*<>|\":;#&='.txt",
        "~",
        "-",
        "a.b/c.d/e",
        "日本/治験 µ é e\u0301 \uE000",
        "..a/...b",
        new string('x', 255) + ".txt",
        new string('x', 1024),
        string.Join('/', Enumerable.Repeat("seg", 254)),
        new string('治', 1024),
    ];

    [Fact]
    public async Task A_blob_comes_back_as_it_was_created()
    {
        var content = Enumerable.Range(0, 100_000).Select(number => (byte)(number * 7)).ToArray();
        var metadata = new Dictionary<string, string> { ["url"] = "https://www.sec.gov/Archives/edgar/data/855654/x.txt?a=1&b=\"2\"", ["seen2"] = "2021-11-30T12:01:16Z <live> \\ 'x' ~" };

        Assert.True(await Store.CreateAsync(Container, "0000855654/0001558370-21-016273.txt", content, metadata, None));

        var blob = await Store.ReadAsync(Container, "0000855654/0001558370-21-016273.txt", None);
        Assert.Equal(content, blob!.Content.ToArray());
        Assert.Equal(Sorted(metadata), Sorted(blob.Metadata));
        Assert.Equal(Sorted(metadata), Sorted((await Store.ReadMetadataAsync(Container, "0000855654/0001558370-21-016273.txt", None))!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("line\nline\n")]
    [InlineData("{\"schema\":\"x\"}\n")]
    [InlineData("\0\0\0")]
    public async Task Any_content_comes_back(string text)
    {
        await Store.CreateAsync(Container, "a.txt", Encoding.UTF8.GetBytes(text), NoMetadata, None);

        var blob = await Store.ReadAsync(Container, "a.txt", None);
        Assert.Equal(text, Encoding.UTF8.GetString(blob!.Content.Span));
        Assert.Empty(blob.Metadata);
    }

    [Fact]
    public async Task A_blob_that_is_itself_a_stored_blob_comes_back()
    {
        await Store.CreateAsync(Container, "a.txt", "text"u8.ToArray(), new Dictionary<string, string> { ["a"] = "1" }, None);
        var inner = (await Store.ReadAsync(Container, "a.txt", None))!;
        await Store.CreateAsync(Container, "b.txt", inner.Content, inner.Metadata, None);

        Assert.Equal("text", Encoding.UTF8.GetString((await Store.ReadAsync(Container, "b.txt", None))!.Content.Span));
    }

    [Fact]
    public async Task A_blob_is_created_once_and_stays_as_it_was()
    {
        var first = new Dictionary<string, string> { ["by"] = "first" };
        Assert.True(await Store.CreateAsync(Container, "a.txt", "one"u8.ToArray(), first, None));
        Assert.False(await Store.CreateAsync(Container, "a.txt", "two"u8.ToArray(), new Dictionary<string, string> { ["by"] = "second" }, None));

        var blob = await Store.ReadAsync(Container, "a.txt", None);
        Assert.Equal("one", Encoding.UTF8.GetString(blob!.Content.Span));
        Assert.Equal("first", blob.Metadata["by"]);
    }

    [Fact]
    public async Task A_blob_that_is_not_there_is_null_and_an_empty_container_lists_none()
    {
        await Store.CreateAsync(Container, "a/b.txt", default, NoMetadata, None);

        Assert.Null(await Store.ReadAsync(Container, "a/c.txt", None));
        Assert.Null(await Store.ReadAsync(Container, "a", None));
        Assert.Null(await Store.ReadAsync(Container, "A/b.txt", None));
        Assert.Null(await Store.ReadMetadataAsync(Container, "b.txt", None));
        Assert.Null(await Store.ReadAsync(Container + "x", "a/b.txt", None));
        Assert.Empty(await ListAsync("", Container + "x"));
    }

    [Theory]
    [MemberData(nameof(OddNames))]
    public async Task A_name_of_any_allowed_characters_and_length_is_kept(string name)
    {
        Assert.True(await Store.CreateAsync(Container, name, Encoding.UTF8.GetBytes(name), new Dictionary<string, string> { ["x"] = "y" }, None));
        Assert.False(await Store.CreateAsync(Container, name, default, NoMetadata, None));

        Assert.Equal(name, Encoding.UTF8.GetString((await Store.ReadAsync(Container, name, None))!.Content.Span));
        Assert.Equal("y", (await Store.ReadMetadataAsync(Container, name, None))!["x"]);
        Assert.Equal([name], await ListAsync(""));
        Assert.Equal([name], await ListAsync(name));
        Assert.Equal([name], await ListAsync(name[..(name.Length / 2)]));
        Assert.Empty(await ListAsync(name + "x"));
    }

    [Fact]
    public async Task Names_that_differ_in_case_or_are_the_beginning_of_others_are_different_blobs()
    {
        string[] names = ["a", "A", "a/b", "a/B", "A/b", "a.txt", "a.txt/b", "a.txt/b/c.txt", "a+", "a%2b", "a/b.c/d"];
        foreach (var name in names)
            Assert.True(await Store.CreateAsync(Container, name, Encoding.UTF8.GetBytes(name), NoMetadata, None));

        foreach (var name in names)
            Assert.Equal(name, Encoding.UTF8.GetString((await Store.ReadAsync(Container, name, None))!.Content.Span));
        Assert.Equal(names.Order(StringComparer.Ordinal), await ListAsync(""));
    }

    [Fact]
    public async Task A_list_has_the_names_that_begin_with_the_prefix_in_ordinal_order()
    {
        foreach (var name in (string[])["0000855654/b.txt", "0000855654/a.txt", "0000855654/B.txt", "0000855654/a/c.txt", "00008556541/a.txt", "0000999999/a.txt", "0000855654/é.txt", "0000855654/" + new string('l', 400)])
            await Store.CreateAsync(Container, name, default, NoMetadata, None);

        Assert.Equal(
            ["0000855654/B.txt", "0000855654/a.txt", "0000855654/a/c.txt", "0000855654/b.txt", "0000855654/" + new string('l', 400), "0000855654/é.txt"],
            await ListAsync("0000855654/"));
        Assert.Equal(["0000855654/a.txt", "0000855654/a/c.txt"], await ListAsync("0000855654/a"));
        Assert.Equal(7, (await ListAsync("0000855654")).Count);
        Assert.Equal(8, (await ListAsync("")).Count);
        Assert.Equal(["0000855654/" + new string('l', 400)], await ListAsync("0000855654/lll"));
        Assert.Empty(await ListAsync("0000855654//"));
        Assert.Empty(await ListAsync("../"));
        Assert.Empty(await ListAsync("/"));
    }

    [Fact]
    public async Task A_list_is_of_more_than_two_pages()
    {
        var names = Enumerable.Range(0, 2_100).Select(number => number.ToString("D5", CultureInfo.InvariantCulture) + ".txt").ToList();
        await Parallel.ForEachAsync(names, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (name, cancellation) =>
            Assert.True(await Store.CreateAsync(Container, name, default, NoMetadata, cancellation)));

        Assert.Equal(names, await ListAsync(""));
    }

    [Fact]
    public async Task One_of_many_that_create_a_blob_at_once_succeeds_and_its_content_and_metadata_belong_together()
    {
        for (var round = 0; round < 20; round++)
        {
            var name = $"{round}.txt";
            var created = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => Store.CreateAsync(
                Container, name, Encoding.UTF8.GetBytes($"by {number}"), new Dictionary<string, string> { ["by"] = $"{number}" }, None))));

            var winner = Array.IndexOf(created, true);
            var blob = (await Store.ReadAsync(Container, name, None))!;
            Assert.Equal(1, created.Count(success => success));
            Assert.Equal($"by {winner}", Encoding.UTF8.GetString(blob.Content.Span));
            Assert.Equal($"{winner}", blob.Metadata["by"]);
        }
    }

    [Fact]
    public async Task A_reader_sees_nothing_or_the_whole_blob()
    {
        var content = new byte[2_000_000];
        content[^1] = 1;
        var writing = Task.Run(() => Store.CreateAsync(Container, "large", content, new Dictionary<string, string> { ["a"] = "b" }, None));
        Blob? blob = null;
        while (blob is null)
        {
            var listed = await ListAsync("");
            blob = await Store.ReadAsync(Container, "large", None);
            Assert.True(listed.Count == 0 || blob is not null);
        }

        Assert.Equal(content, blob.Content.ToArray());
        Assert.Equal("b", blob.Metadata["a"]);
        Assert.True(await writing);
    }

    [Fact]
    public async Task Nothing_is_done_when_it_was_cancelled_before()
    {
        var cancelled = new CancellationToken(canceled: true);
        await Store.CreateAsync(Container, "a", default, NoMetadata, None);

        await IsCancelledAsync(() => Store.CreateAsync(Container, "b", default, NoMetadata, cancelled));
        await IsCancelledAsync(() => Store.ReadAsync(Container, "a", cancelled));
        await IsCancelledAsync(() => Store.ReadMetadataAsync(Container, "a", cancelled));
        await IsCancelledAsync(async () => await Store.ListAsync(Container, "", cancelled).GetAsyncEnumerator(cancelled).MoveNextAsync());

        Assert.Equal(["a"], await ListAsync(""));
    }

    [Fact]
    public async Task What_breaks_a_rule_is_refused_by_every_operation()
    {
        await IsRefusedAsync("a//b", () => Store.CreateAsync(Container, "a//b", default, NoMetadata, None));
        await IsRefusedAsync("a/../b", () => Store.ReadAsync(Container, "a/../b", None));
        await IsRefusedAsync("a/./b", () => Store.ReadMetadataAsync(Container, "a/./b", None));
        await IsRefusedAsync("U+005C", async () => await ListAsync("a\\b"));

        await IsRefusedAsync("No--Container", () => Store.CreateAsync("No--Container", "a", default, NoMetadata, None));
        await IsRefusedAsync("No--Container", () => Store.ReadAsync("No--Container", "a", None));
        await IsRefusedAsync("No--Container", () => Store.ReadMetadataAsync("No--Container", "a", None));
        await IsRefusedAsync("No--Container", async () => await ListAsync("", "No--Container"));

        await IsRefusedAsync("Url", () => Store.CreateAsync(Container, "a", default, new Dictionary<string, string> { ["Url"] = "x" }, None));
        Assert.Empty(await ListAsync(""));
    }

    private static IEnumerable<KeyValuePair<string, string>> Sorted(IReadOnlyDictionary<string, string> metadata) => metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal);

    private static async Task IsCancelledAsync(Func<Task> work) => await Assert.ThrowsAnyAsync<OperationCanceledException>(work);

    private static async Task IsRefusedAsync(string named, Func<Task> work) =>
        Assert.Contains(named, (await Assert.ThrowsAsync<StorageRuleException>(work)).Message, StringComparison.Ordinal);

    private async Task<List<string>> ListAsync(string prefix, string? container = null)
    {
        var names = new List<string>();
        await foreach (var name in Store.ListAsync(container ?? Container, prefix, None))
            names.Add(name);
        return names;
    }
}
