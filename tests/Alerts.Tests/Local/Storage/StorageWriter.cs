using System.Globalization;
using System.Text;
using Alerts.Local.Storage;
using Alerts.Storage;

namespace Alerts.Tests.Local.Storage;

/// <summary>A child process that writes rows, batches, blobs and messages until it is killed, and reports each step that was done.</summary>
internal static class StorageWriter
{
    public const string Table = "Steps";
    public const string Partition = "p";
    public const string Container = "steps";
    public const string Queue = "steps";

    public static async Task RunAsync(string[] arguments)
    {
        using var storage = LocalStorage.Open(arguments[0], TimeProvider.System);
        for (var step = 0; ; step++)
        {
            var key = arguments[1] + "-" + step.ToString("D6", CultureInfo.InvariantCulture);
            await WriteAsync(storage, key);
            await Console.Out.WriteLineAsync(key);
        }
    }

    /// <summary>The text that a step's row and blob hold; long enough to take several pages of a file.</summary>
    public static string TextOf(string key) => string.Concat(Enumerable.Repeat(key + " ", 1_000));

    private static async Task WriteAsync(LocalStorage storage, string key)
    {
        var values = new Dictionary<string, object> { ["text"] = TextOf(key) };
        await storage.Tables.AddAsync(Table, new TableRow(Partition, key, values), CancellationToken.None);
        var pair = (string[])[key + "-a", key + "-b"];
        await storage.Tables.SubmitAsync(Table, Partition, [.. pair.Select(row => new TableAction(TableActionKind.Add, new TableRow(Partition, row, values)))], CancellationToken.None);
        await storage.Blobs.CreateAsync(Container, key, Encoding.UTF8.GetBytes(TextOf(key)), new Dictionary<string, string> { ["key"] = key }, CancellationToken.None);
        await storage.QueueSender.SendAsync(Queue, key, TimeSpan.Zero, CancellationToken.None);
    }
}
