using System.Globalization;
using System.Text.Json;
using Alerts.History;
using Alerts.Records;
using Alerts.Storage;

namespace Alerts.Pipeline;

/// <summary>
/// The records of all filings as they were extracted, those for review too: tables <c>DataPoints</c> and <c>Guidance</c>, a
/// partition for each company, rows by filing and place in it.
/// </summary>
public sealed class RecordStore(ITableStore tables)
{
    /// <summary>Name of the table of clinical results.</summary>
    public const string DataPoints = "DataPoints";

    /// <summary>Name of the table of milestones and financial guidance.</summary>
    public const string Guidance = "Guidance";

    private const int BatchSize = 100;

    /// <summary>Writes a filing's records in place of those of an earlier reading.</summary>
    public async Task WriteAsync(FilingKey key, ParsedFiling filing, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(filing);
        await WriteAsync(DataPoints, key, filing.DataPoints, cancellation);
        await WriteAsync(Guidance, key, filing.Guidance, cancellation);
    }

    private async Task WriteAsync(string table, FilingKey key, IReadOnlyList<Statement> records, CancellationToken cancellation)
    {
        var actions = records.Select((record, index) => new TableAction(TableActionKind.Upsert, ToRow(key, index, record))).ToList();
        // What an earlier reading found beyond them is no longer said.
        var end = Keys.PrefixEnd(Keys.Join(key.Name, ""));
        await foreach (var row in tables.QueryAsync(table, key.Company, RowKey(key, records.Count), end, cancellation))
            actions.Add(new TableAction(TableActionKind.Delete, row));
        foreach (var batch in actions.Chunk(BatchSize))
            await tables.SubmitAsync(table, key.Company, batch, cancellation);
    }

    private static string RowKey(FilingKey key, int index) => Keys.Join(key.Name, index.ToString("D5", CultureInfo.InvariantCulture));

    private static TableRow ToRow(FilingKey key, int index, Statement record)
    {
        var values = new Dictionary<string, object>
        {
            ["Code"] = CodeOf(record),
            ["Confidence"] = record.Confidence,
            ["ForReview"] = record.Confidence < HistoryStore.ReviewBelow,
        };
        if (record.Program is { } program)
            values["Program"] = Keys.Shorten(program, 500);
        if (record.Trial is { } trial)
            values["Trial"] = Keys.Shorten(trial, 500);
        LongText.Write(values, JsonSerializer.Serialize(record, RecordJson.Options));
        return new TableRow(key.Company, RowKey(key, index), values);
    }

    private static string CodeOf(Statement record) => record switch
    {
        DataPoint point => RecordCode.Of(point.Measure),
        Milestone milestone => RecordCode.Of(milestone.Code),
        FinancialGuidance figure => RecordCode.Of(figure.Metric),
        _ => throw new ArgumentException($"A record of type {record.GetType().Name} has no code.", nameof(record)),
    };
}
