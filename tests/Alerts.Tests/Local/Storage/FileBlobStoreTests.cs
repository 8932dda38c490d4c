using System.Text;
using Alerts.Local.Storage;
using Alerts.Storage;
using Alerts.Tests.Storage;

namespace Alerts.Tests.Local.Storage;

public sealed class FileBlobStoreTests : BlobStoreSuite, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FileBlobStore store;

    public FileBlobStoreTests() => store = new FileBlobStore(folder["blobs"]);

    protected override IBlobStore Store => store;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_blob_is_a_file_of_its_name_that_begins_with_its_bytes()
    {
        await CreateAsync("0000855654/0001558370-21-016273.txt", "<SEC-DOCUMENT>\n…\n</SEC-DOCUMENT>\n");

        Assert.Equal(
            """
            <SEC-DOCUMENT>
            …
            </SEC-DOCUMENT>

            {"schema":"alerts.blob/1","name":"0000855654/0001558370-21-016273.txt","length":35,"metadata":{"a":"b"}}

            """.ReplaceLineEndings("\n"),
            await File.ReadAllTextAsync(folder["blobs", Container, "0000855654", "0001558370-21-016273.txt"]));
    }

    [Fact]
    public async Task A_file_that_was_cut_or_edited_is_named()
    {
        await CreateAsync("a.txt", "some text");
        var path = folder["blobs", Container, "a.txt"];
        var whole = await File.ReadAllBytesAsync(path);
        byte[][] damages = [[], whole[..5], whole[..^1], whole[..^2], whole[1..], [.. whole, (byte)'x'], [.. whole, (byte)'\n'], "some text\n{}\n"u8.ToArray(), "some text\nnull\n"u8.ToArray()];
        foreach (var damaged in damages)
        {
            await File.WriteAllBytesAsync(path, damaged);
            Assert.Contains(path + " is damaged", (await Assert.ThrowsAsync<IOException>(ReadAsync)).Message, StringComparison.Ordinal);
            Assert.Contains(path + " is damaged", (await Assert.ThrowsAsync<IOException>(ReadMetadataAsync)).Message, StringComparison.Ordinal);
        }

        Task ReadAsync() => store.ReadAsync(Container, "a.txt", CancellationToken.None);
        Task ReadMetadataAsync() => store.ReadMetadataAsync(Container, "a.txt", CancellationToken.None);
    }

    [Fact]
    public async Task A_file_under_another_blobs_name_is_not_taken_for_it()
    {
        await CreateAsync("a.txt", "some text");
        File.Copy(folder["blobs", Container, "a.txt"], folder["blobs", Container, "b.txt"]);

        var refusal = await Assert.ThrowsAsync<IOException>(() => store.ReadAsync(Container, "b.txt", CancellationToken.None));
        Assert.Contains("holds the blob a.txt: expected b.txt", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_other_programs_are_not_listed()
    {
        await CreateAsync("a/b.txt", "some text");
        foreach (var stray in (string[])[".DS_Store", "Thumbs.db", "b.txt~", ".b.txt.swp"])
            await File.WriteAllTextAsync(folder["blobs", Container, "a", stray], "x");

        Assert.Equal(["a/b.txt"], await store.ListAsync(Container, "", CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task What_a_killed_process_left_is_not_seen_and_goes_after_a_day()
    {
        var old = folder["blobs", ".new", "old"];
        var young = folder["blobs", ".new", "young"];
        foreach (var draft in (string[])[old, young])
            await File.WriteAllTextAsync(draft, "half of a fi");
        File.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-25));

        var again = new FileBlobStore(folder["blobs"]);

        Assert.Empty(await again.ListAsync(Container, "", CancellationToken.None).ToListAsync());
        Assert.False(File.Exists(old));
        Assert.True(File.Exists(young));
    }

    [Fact]
    public async Task A_blob_that_could_not_be_written_leaves_nothing()
    {
        await File.WriteAllTextAsync(folder["blobs", Container], "a file where the container's folder would be");

        await Assert.ThrowsAnyAsync<IOException>(() => CreateAsync("a.txt", "some text"));
        Assert.Empty(Directory.EnumerateFiles(folder["blobs", ".new"]));
    }

    [Fact]
    public async Task No_draft_is_left_by_one_who_came_second()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => CreateAsync("a.txt", "some text"))));

        Assert.Empty(Directory.EnumerateFiles(folder["blobs", ".new"]));
    }

    private Task<bool> CreateAsync(string name, string text) =>
        store.CreateAsync(Container, name, Encoding.UTF8.GetBytes(text), new Dictionary<string, string> { ["a"] = "b" }, CancellationToken.None);
}
