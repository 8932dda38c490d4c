using System.Text;
using Alerts.Local.Storage;
using Alerts.Storage;
using Microsoft.Data.Sqlite;

namespace Alerts.Tests.Local.Storage;

public sealed class LocalStorageTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TempFolder folder = new();
    private readonly ManualTime time = new(new DateTimeOffset(2021, 11, 30, 12, 0, 0, TimeSpan.Zero));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_data_folder_is_made_and_keeps_what_was_stored()
    {
        string? etag;
        using (var storage = LocalStorage.Open(folder["new", "data"], time))
        {
            Assert.Equal(folder["new", "data"], storage.Folder);
            await storage.Tables.AddAsync("Filings", Row("a"), None);
            await storage.Tables.AddAsync("Filings", Row("b"), None);
            await storage.Blobs.CreateAsync("filings", "a.txt", "text"u8.ToArray(), new Dictionary<string, string>(), None);
            await storage.QueueSender.SendAsync("alerts", "message", TimeSpan.Zero, None);
            etag = (await storage.Tables.GetAsync("Filings", "p", "b", None))!.ETag;
            await storage.Tables.DeleteAsync("Filings", "p", "b", None);
        }

        using var again = LocalStorage.Open(folder["new", "data"], time);
        Assert.NotNull(await again.Tables.GetAsync("Filings", "p", "a", None));
        Assert.Equal("text", Encoding.UTF8.GetString((await again.Blobs.ReadAsync("filings", "a.txt", None))!.Content.Span));
        Assert.Equal("message", (await again.QueueReceiver.ReceiveAsync("alerts", TimeSpan.FromMinutes(1), None))!.Text);

        // The highest version was deleted before the restart and does not come again.
        await again.Tables.AddAsync("Filings", Row("b"), None);
        Assert.NotEqual(etag, (await again.Tables.GetAsync("Filings", "p", "b", None))!.ETag);
    }

    [Fact]
    public void A_file_in_place_of_the_data_folder_is_named()
    {
        File.WriteAllText(folder["data"], "");

        Assert.Equal($"{folder["data"]} is a file: expected a folder for the data.", Refusal(folder["data"]));
        Assert.StartsWith($"The data folder {folder["data", "below"]} cannot be used: ", Refusal(folder["data", "below"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tables.db")]
    [InlineData("queues.db")]
    public void A_file_that_is_no_database_is_named(string file)
    {
        File.WriteAllText(folder[file], "This is some text, and it is long enough to be taken for the header of a file, which has 100 bytes.");

        Assert.Contains($"{folder[file]}: this is no SQLite database", Refusal(folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_place_of_a_database_is_named()
    {
        Directory.CreateDirectory(folder["tables.db"]);

        Assert.Contains($"{folder["tables.db"]}: it cannot be opened for writing", Refusal(folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void Data_of_a_newer_version_are_not_touched()
    {
        LocalStorage.Open(folder.Path, time).Dispose();
        Change("tables.db", "PRAGMA user_version=99");

        Assert.Contains($"{folder["tables.db"]} was written by a newer version of this program: its format is 99, expected at most 1.", Refusal(folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_may_open_a_new_data_folder_at_once()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => LocalStorage.Open(folder["data"], time))));
        try
        {
            var added = await Task.WhenAll(opened.Select(storage => Task.Run(() => storage.Tables.AddAsync("Filings", Row("a"), None))));
            Assert.Equal(1, added.Count(success => success));
            Assert.All(opened, storage => Assert.NotNull(storage.Tables.GetAsync("Filings", "p", "a", None).Result));
        }
        finally
        {
            Assert.All(opened, storage => storage.Dispose());
        }
    }

    [Fact]
    public async Task Two_that_have_the_same_folder_open_share_rows_versions_blobs_and_messages()
    {
        using var one = LocalStorage.Open(folder.Path, time);
        using var two = LocalStorage.Open(folder.Path, time);
        await one.Tables.AddAsync("Filings", Row("a"), None);
        var read = (await two.Tables.GetAsync("Filings", "p", "a", None))!;
        Assert.True(await one.Tables.ReplaceAsync("Filings", read, None));
        Assert.False(await two.Tables.ReplaceAsync("Filings", read, None));

        Assert.True(await one.Blobs.CreateAsync("filings", "a.txt", default, new Dictionary<string, string>(), None));
        Assert.False(await two.Blobs.CreateAsync("filings", "a.txt", default, new Dictionary<string, string>(), None));

        await one.QueueSender.SendAsync("alerts", "message", TimeSpan.Zero, None);
        var message = await two.QueueReceiver.ReceiveAsync("alerts", TimeSpan.FromMinutes(1), None);
        Assert.Null(await one.QueueReceiver.ReceiveAsync("alerts", TimeSpan.FromMinutes(1), None));
        await one.QueueReceiver.DeleteAsync("alerts", message!, None);
        Assert.Null(await two.QueueReceiver.NextVisibleAsync("alerts", None));
    }

    [Fact]
    public async Task Receivers_in_two_processes_get_each_message_once()
    {
        using var one = LocalStorage.Open(folder.Path, time);
        using var two = LocalStorage.Open(folder.Path, time);
        for (var number = 0; number < 200; number++)
            await one.QueueSender.SendAsync("alerts", $"{number}", TimeSpan.Zero, None);

        var received = await Task.WhenAll(new[] { one, two }.Select(storage => Task.Run(() => TakeAllAsync(storage.QueueReceiver))));

        Assert.Equal(200, received.Sum(messages => messages.Count));
        Assert.Equal(200, received.SelectMany(messages => messages).Distinct().Count());

        static async Task<List<string>> TakeAllAsync(IQueueReceiver queue)
        {
            var messages = new List<string>();
            while (await queue.ReceiveAsync("alerts", TimeSpan.FromMinutes(1), None) is { } message)
                messages.Add(message.Text);
            return messages;
        }
    }

    [Fact]
    public async Task A_writer_waits_for_the_lock_of_another_process_and_readers_do_not()
    {
        using var storage = LocalStorage.Open(folder.Path, time);
        await storage.Tables.AddAsync("Filings", Row("a"), None);
        using var other = Connect("tables.db");
        Execute(other, "BEGIN IMMEDIATE");
        var writing = Task.Run(() => storage.Tables.AddAsync("Filings", Row("b"), None));

        Assert.NotNull(await storage.Tables.GetAsync("Filings", "p", "a", None));
        Assert.False(writing.IsCompleted);

        Execute(other, "COMMIT");
        Assert.True(await writing);
    }

    [Fact]
    public async Task A_store_that_is_closed_says_so()
    {
        var storage = LocalStorage.Open(folder.Path, time);
        storage.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => storage.Tables.GetAsync("Filings", "p", "a", None));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => storage.Tables.AddAsync("Filings", Row("a"), None));
    }

    [Fact]
    public async Task Two_processes_that_write_at_once_and_are_killed_leave_all_that_they_reported_and_nothing_by_halves()
    {
        var reported = new List<string>();
        using var storage = LocalStorage.Open(folder.Path, TimeProvider.System);
        for (var round = 0; round < 4; round++)
        {
            using var one = ChildProcess.Start(nameof(StorageWriter), folder.Path, $"one{round}");
            using var two = ChildProcess.Start(nameof(StorageWriter), folder.Path, $"two{round}");

            // The others go on while this reads, so the kill meets them anywhere.
            for (var line = 0; line < 5 + (round * 3); line++)
            {
                reported.Add(Assert.IsType<string>(await one.ReadLineAsync()));
                reported.Add(Assert.IsType<string>(await two.ReadLineAsync()));
            }

            reported.AddRange(await one.KillAsync());
            reported.AddRange(await two.KillAsync());
        }

        await IsWholeAsync(storage, reported);
    }

    private static async Task IsWholeAsync(LocalStorage storage, List<string> reported)
    {
        var rows = new HashSet<string>();
        await foreach (var row in storage.Tables.QueryAsync(StorageWriter.Table, StorageWriter.Partition, null, null, None))
        {
            Assert.Equal(StorageWriter.TextOf(row.Row[..11]), row.Values["text"]);
            rows.Add(row.Row);
        }

        var blobs = new HashSet<string>();
        await foreach (var name in storage.Blobs.ListAsync(StorageWriter.Container, "", None))
        {
            var blob = (await storage.Blobs.ReadAsync(StorageWriter.Container, name, None))!;
            Assert.Equal(StorageWriter.TextOf(name), Encoding.UTF8.GetString(blob.Content.Span));
            Assert.Equal(name, blob.Metadata["key"]);
            blobs.Add(name);
        }

        var messages = new HashSet<string>();
        while (await storage.QueueReceiver.ReceiveAsync(StorageWriter.Queue, TimeSpan.FromDays(1), None) is { } message)
            Assert.True(messages.Add(message.Text));

        Assert.Empty(reported.Except(rows));
        Assert.Empty(reported.Except(blobs));
        Assert.Empty(reported.Except(messages));
        Assert.All(rows.Where(row => row.EndsWith("-a", StringComparison.Ordinal)), row => Assert.Contains(row[..^1] + "b", rows));
        Assert.All(rows.Where(row => row.EndsWith("-b", StringComparison.Ordinal)), row => Assert.Contains(row[..^1] + "a", rows));
    }

    private static TableRow Row(string key) => new("p", key, new Dictionary<string, object> { ["number"] = 1L });

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private string Refusal(string path) => Assert.Throws<DataFolderException>(() => LocalStorage.Open(path, time)).Message;

    private void Change(string file, string sql)
    {
        using var connection = Connect(file);
        Execute(connection, sql);
    }

    private SqliteConnection Connect(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = folder[file], Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
