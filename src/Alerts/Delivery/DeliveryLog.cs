using System.Runtime.CompilerServices;
using System.Text;
using Alerts.Storage;

namespace Alerts.Delivery;

/// <summary>
/// The deliveries: a partition for each occasion (a filing, a day's digests), a row for each subscriber told of it. Entries are
/// added before anything is sent, and adding is refused where there is one: at most one alert a subscriber and filing.
/// </summary>
public sealed class DeliveryLog(ITableStore tables)
{
    /// <summary>Name of the table.</summary>
    public const string Table = "Deliveries";

    // A cell holds 32,768 characters; a filing with hundreds of changes needs several for their ids, a digest of a thousand filings for theirs.
    private const int CellLength = 32_000;

    /// <summary>Adds an entry; false if the subscriber has been, or is being, told of this occasion.</summary>
    public Task<bool> AddAsync(DeliveryEntry entry, CancellationToken cancellation) =>
        tables.AddAsync(Table, ToRow(entry), cancellation);

    /// <summary>The entry, or null.</summary>
    public async Task<DeliveryEntry?> GetAsync(DeliveryKey key, CancellationToken cancellation) =>
        await tables.GetAsync(Table, key.Occasion, key.SubscriberId, cancellation) is { } row ? FromRow(row) : null;

    /// <summary>All deliveries of an occasion, by subscriber.</summary>
    public async IAsyncEnumerable<DeliveryEntry> ListAsync(string occasion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in tables.QueryAsync(Table, occasion, null, null, cancellation))
            yield return FromRow(row);
    }

    /// <summary>Writes an entry that was read from here; false if somebody else wrote it since.</summary>
    public Task<bool> ReplaceAsync(DeliveryEntry entry, CancellationToken cancellation) =>
        tables.ReplaceAsync(Table, ToRow(entry), cancellation);

    /// <summary>
    /// Changes an entry as it is now, whoever else changes it at the same time; false if there is none or it was left as it was. The function
    /// may be called several times.
    /// </summary>
    public async Task<bool> UpdateAsync(DeliveryKey key, Func<DeliveryEntry, DeliveryEntry> change, CancellationToken cancellation)
    {
        while (await GetAsync(key, cancellation) is { } entry)
        {
            var changed = change(entry);
            if (ReferenceEquals(changed, entry))
                return false;
            if (await ReplaceAsync(changed, cancellation))
                return true;
        }

        return false;
    }

    private static TableRow ToRow(DeliveryEntry entry)
    {
        var values = new Dictionary<string, object>
        {
            ["AlertId"] = entry.Key.AlertId,
            ["Created"] = entry.Created.ToUniversalTime(),
            ["State"] = entry.State.ToString(),
            ["Attempts"] = (long)entry.Attempts,
        };
        WriteList(values, "Changes", entry.ChangeIds);
        WriteList(values, "Covers", entry.Covers);
        if (entry.Digest is { } digest)
            values["Digest"] = digest;
        if (entry.NotBefore is { } notBefore)
            values["NotBefore"] = notBefore.ToUniversalTime();
        if (entry.Sent is { } sent)
            values["Sent"] = sent.ToUniversalTime();
        if (entry.Delivered is { } delivered)
            values["Delivered"] = delivered.ToUniversalTime();
        if (entry.LastError is { } error)
            values["LastError"] = error;
        return new(entry.Key.Occasion, entry.Key.SubscriberId, values) { ETag = entry.ETag };
    }

    private static DeliveryEntry FromRow(TableRow row) => new()
    {
        Key = new(row.Partition, row.Row),
        ChangeIds = ReadList(row, "Changes"),
        Covers = ReadList(row, "Covers"),
        Digest = row.Values.TryGetValue("Digest", out var digest) ? (string)digest : null,
        Created = (DateTimeOffset)row.Values["Created"],
        State = Enum.Parse<DeliveryState>((string)row.Values["State"]),
        Attempts = (int)(long)row.Values["Attempts"],
        NotBefore = row.Values.TryGetValue("NotBefore", out var notBefore) ? (DateTimeOffset)notBefore : null,
        Sent = row.Values.TryGetValue("Sent", out var sent) ? (DateTimeOffset)sent : null,
        Delivered = row.Values.TryGetValue("Delivered", out var delivered) ? (DateTimeOffset)delivered : null,
        LastError = row.Values.TryGetValue("LastError", out var error) ? (string)error : null,
        ETag = row.ETag,
    };

    private static void WriteList(Dictionary<string, object> values, string name, IReadOnlyList<string> list)
    {
        var text = string.Join(' ', list);
        for (var cell = 0; cell * CellLength < text.Length; cell++)
            values[$"{name}{cell}"] = text[(cell * CellLength)..Math.Min(text.Length, (cell + 1) * CellLength)];
    }

    private static string[] ReadList(TableRow row, string name)
    {
        var text = new StringBuilder();
        for (var cell = 0; row.Values.TryGetValue($"{name}{cell}", out var part); cell++)
            text.Append((string)part);
        return text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
