using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Alerts.Records;
using Alerts.Storage;

namespace Alerts.Pipeline;

/// <summary>The filings that were processed: a partition for each company, a row for each filing.</summary>
public sealed class FilingStore(ITableStore tables)
{
    /// <summary>Name of the table.</summary>
    public const string Table = "Filings";

    /// <summary>The filing, or null while it has not been processed.</summary>
    public async Task<ProcessedFiling?> GetAsync(FilingKey key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        return await tables.GetAsync(Table, key.Company, key.Name, cancellation) is { } row ? FromRow(row) : null;
    }

    /// <summary>The filings of a company in the order of their names.</summary>
    public async IAsyncEnumerable<ProcessedFiling> ListAsync(string company, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in tables.QueryAsync(Table, company, null, null, cancellation))
            yield return FromRow(row);
    }

    /// <summary>
    /// The filings of a company that were accepted last, newest first. Accession numbers do not sort by time, so a partition beside the
    /// company's holds the names in the order of acceptance.
    /// </summary>
    /// <param name="company">Ten-digit CIK, or the key of a company without one.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Stops between two reads.</param>
    public async Task<IReadOnlyList<ProcessedFiling>> LatestAsync(string company, int most, CancellationToken cancellation)
    {
        var latest = new List<ProcessedFiling>();
        await foreach (var row in tables.QueryAsync(Table, ByTime(company), null, null, cancellation))
        {
            if (latest.Count == most)
                break;
            // What was written and then not completed, or is now read as of another day, does not count.
            if (await GetAsync(new FilingKey(company, Keys.Split(row.Row)[1]), cancellation) is { } filing && TimeKey(filing) == row.Row)
                latest.Add(filing);
        }

        return latest;
    }

    /// <summary>Writes a filing that was processed, again or for the first time; that its alerts were made ready is kept.</summary>
    public async Task<ProcessedFiling> PutAsync(ProcessedFiling filing, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filing);
        while (true)
        {
            var old = await GetAsync(filing.Key, cancellation);
            var next = filing with { Alerted = old?.Alerted ?? filing.Alerted, ETag = old?.ETag };
            if (old is null || old.Version != next.Version || TimeKey(old) != TimeKey(next))
                await tables.UpsertAsync(Table, new TableRow(ByTime(next.Key.Company), TimeKey(next), new Dictionary<string, object>()), cancellation);
            if (old is null ? await tables.AddAsync(Table, ToRow(next), cancellation) : await tables.ReplaceAsync(Table, ToRow(next), cancellation))
                return next;
        }
    }

    private static string ByTime(string company) => Keys.Join(company, "latest");

    private static string TimeKey(ProcessedFiling filing) =>
        Keys.Join((DateTime.MaxValue.Ticks - filing.At.UtcTicks).ToString("D19", CultureInfo.InvariantCulture), filing.Key.Name);

    private static TableRow ToRow(ProcessedFiling filing)
    {
        var values = new Dictionary<string, object>
        {
            ["Seen"] = filing.Seen.ToUniversalTime(),
            ["IsLive"] = filing.IsLive,
            ["Version"] = (long)filing.Version,
            ["DataPoints"] = (long)filing.DataPoints,
            ["Guidance"] = (long)filing.Guidance,
            ["ForReview"] = (long)filing.ForReview,
            ["Items"] = string.Join(' ', filing.Facts.Items),
        };
        if (filing.Facts.FiledAt is { } filed)
            values["FiledAt"] = filed.ToUniversalTime();
        if (filing.File is { } file)
            values["File"] = file;
        if (filing.Alerted is { } alerted)
            values["Alerted"] = alerted.ToUniversalTime();
        LongText.Write(values, JsonSerializer.Serialize(new Content(filing.Facts, filing.Coverage), RecordJson.Options));
        return new TableRow(filing.Key.Company, filing.Key.Name, values) { ETag = filing.ETag };
    }

    private static ProcessedFiling FromRow(TableRow row)
    {
        var content = JsonSerializer.Deserialize<Content>(LongText.Read(row.Values), RecordJson.Options)
            ?? throw new InvalidDataException($"The row {row.Partition} {row.Row} of table {Table} holds no facts.");
        return new ProcessedFiling
        {
            Key = new FilingKey(row.Partition, row.Row),
            Facts = content.Facts,
            Coverage = content.Coverage,
            File = row.Values.TryGetValue("File", out var file) ? (string)file : null,
            Seen = (DateTimeOffset)row.Values["Seen"],
            IsLive = (bool)row.Values["IsLive"],
            Version = (int)(long)row.Values["Version"],
            DataPoints = (int)(long)row.Values["DataPoints"],
            Guidance = (int)(long)row.Values["Guidance"],
            ForReview = (int)(long)row.Values["ForReview"],
            Alerted = row.Values.TryGetValue("Alerted", out var alerted) ? (DateTimeOffset)alerted : null,
            ETag = row.ETag,
        };
    }

    private sealed record Content(FilingFacts Facts, IReadOnlyList<CoverageNote> Coverage);
}
