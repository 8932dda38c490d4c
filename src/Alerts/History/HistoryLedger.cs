using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Alerts.Records;
using Alerts.Storage;

namespace Alerts.History;

/// <summary>What a filing's row holds: enough to find all that was written of it.</summary>
/// <param name="Filing">Where the filing stands.</param>
/// <param name="Statements">Row keys of its statements.</param>
/// <param name="Stale">Row keys of statements that an earlier reading left and that are still to be deleted.</param>
/// <param name="WasAt">Where the filing stood at earlier readings, as far as those are not yet cleared away.</param>
/// <param name="WasResults">Whether an earlier reading that is not yet cleared away took it for quarterly results.</param>
internal sealed record FilingRecord(
    FilingRef Filing, IReadOnlyList<string> Statements, IReadOnlyList<string> Stale, IReadOnlyList<Position> WasAt, bool WasResults);

/// <summary>Reads and writes the rows of one company that are not folded: filings, statements, results, names, clock.</summary>
internal sealed class HistoryLedger(ITableStore tables, string cik)
{
    private const string Table = HistoryRows.Table;

    /// <summary>The row of a filing; null if it was never recorded.</summary>
    public Task<TableRow?> FilingAsync(string filing, CancellationToken cancellation) =>
        tables.GetAsync(Table, cik, HistoryRows.Filing(filing), cancellation);

    /// <summary>Writes the row of a filing.</summary>
    public Task PutFilingAsync(FilingRecord record, string hash, bool complete, CancellationToken cancellation) => tables.UpsertAsync(
        Table,
        HistoryRows.Row(
            cik,
            HistoryRows.Filing(record.Filing.Position.Filing),
            JsonSerializer.Serialize(record, RecordJson.Options),
            null,
            ("At", record.Filing.Position.At),
            ("File", record.Filing.File),
            ("Statements", (long)record.Statements.Count),
            ("Hash", hash),
            ("Complete", complete)),
        cancellation);

    /// <summary>Removes the row of a filing.</summary>
    public Task DeleteFilingAsync(string filing, CancellationToken cancellation) =>
        tables.DeleteAsync(Table, cik, HistoryRows.Filing(filing), cancellation);

    /// <summary>The row of a statement.</summary>
    public TableRow StatementRow(Told told)
    {
        var key = told.Key;
        var (program, trial) = (told.Statement.Program, told.Statement.Trial);
        var says = told.Statement switch
        {
            DataPoint point => ValueText.Of(point),
            FinancialGuidance figure => ValueText.Of(figure, told.Filing.Date),
            Milestone milestone => $"{RecordCode.Of(milestone.Status)}, {WindowText.Of(Window.Of(milestone), told.Filing.Date)}",
            _ => null,
        };
        return HistoryRows.Row(
            cik,
            HistoryRows.Statement(key, told.Filing.Position, told.Index),
            JsonSerializer.Serialize(told, RecordJson.Options),
            null,
            ("Code", key.Code),
            ("Program", program),
            ("Trial", trial),
            ("Says", says),
            ("At", told.Filing.Position.At),
            ("Filing", told.Filing.Position.Filing));
    }

    /// <summary>Writes and deletes rows; each batch is all or nothing, all of them together are not.</summary>
    public async Task SubmitAsync(IEnumerable<TableAction> actions, CancellationToken cancellation)
    {
        foreach (var batch in TableBatch.Split(actions))
        {
            if (!await tables.SubmitAsync(Table, cik, batch, cancellation))
                throw new InvalidOperationException($"A batch without conditions was refused for company {cik}: expected the store to take it.");
        }
    }

    /// <summary>The statements of a key under all its names, in the order of their positions.</summary>
    /// <param name="key">The key.</param>
    /// <param name="names">The company's names.</param>
    /// <param name="among">Acceptance times of the filings (from, inclusive, to, exclusive); null for all.</param>
    /// <param name="cancellation">Stops between two reads.</param>
    public async Task<IReadOnlyList<Told>> StatementsAsync(
        StatementKey key, NameTable names, (DateTimeOffset From, DateTimeOffset To)? among, CancellationToken cancellation)
    {
        var told = new List<Told>();
        foreach (var program in names.Members(key.Program))
        {
            var prefix = HistoryRows.Statements(key with { Program = program });
            var (from, to) = among is { } times ? (prefix + Keys.Timestamp(times.From), prefix + Keys.Timestamp(times.To)) : (prefix, Keys.PrefixEnd(prefix));
            await foreach (var row in tables.QueryAsync(Table, cik, from, to, cancellation))
                told.Add(HistoryRows.Read<Told>(row));
        }

        return [.. told.OrderBy(t => t.Filing.Position).ThenBy(t => t.Index)];
    }

    /// <summary>The action that records of which keys a filing of results speaks.</summary>
    public TableAction ResultsAction(FilingRef filing, IEnumerable<StatementKey> keys) => new(
        TableActionKind.Upsert,
        HistoryRows.Row(
            cik,
            HistoryRows.Results(filing.Position),
            JsonSerializer.Serialize(new ResultsFiling(filing, [.. keys.Select(key => key.ToString()).Distinct().Order(StringComparer.Ordinal)]), RecordJson.Options),
            null,
            ("File", filing.File)));

    /// <summary>The results around a position: the two before it that are in reach, its own, and one after it if there is one.</summary>
    public async Task<IReadOnlyList<ResultsFiling>> ResultsAroundAsync(Position position, CancellationToken cancellation)
    {
        var around = new List<ResultsFiling>();
        var from = HistoryRows.ResultsAfter(position.At.AddDays(-ResultsCalendar.ReachDays));
        await foreach (var row in tables.QueryAsync(Table, cik, from, Keys.PrefixEnd(Keys.Join("results", "")), cancellation))
        {
            var results = HistoryRows.Read<ResultsFiling>(row);
            around.Add(results);
            if (results.Filing.Position > position)
                break;
        }

        return around;
    }

    /// <summary>All results that were recorded.</summary>
    public async Task<IReadOnlyList<ResultsFiling>> AllResultsAsync(CancellationToken cancellation)
    {
        var all = new List<ResultsFiling>();
        var prefix = Keys.Join("results", "");
        await foreach (var row in tables.QueryAsync(Table, cik, prefix, Keys.PrefixEnd(prefix), cancellation))
            all.Add(HistoryRows.Read<ResultsFiling>(row));
        return all;
    }

    /// <summary>The company's names, with the ETag of their row; null before the first.</summary>
    public async Task<(NameTable Names, string? ETag)> NamesAsync(CancellationToken cancellation)
    {
        var row = await tables.GetAsync(Table, cik, HistoryRows.Names, cancellation);
        return row is null ? (new NameTable(), null) : (HistoryRows.Read<NameTable>(row), row.ETag);
    }

    /// <summary>Writes the names if nobody else has since; false if somebody has.</summary>
    public Task<bool> PutNamesAsync(NameTable names, string? etag, CancellationToken cancellation)
    {
        var row = HistoryRows.Row(cik, HistoryRows.Names, JsonSerializer.Serialize(names, RecordJson.Options), etag);
        return etag is null ? tables.AddAsync(Table, row, cancellation) : tables.ReplaceAsync(Table, row, cancellation);
    }

    /// <summary>The day up to which the clock has looked; null before it did.</summary>
    public async Task<DateOnly?> ClockAsync(CancellationToken cancellation)
    {
        var row = await tables.GetAsync(Table, cik, HistoryRows.Clock, cancellation);
        return row is null ? null : DateOnly.ParseExact((string)row.Values["Day"], "O", CultureInfo.InvariantCulture);
    }

    /// <summary>Moves the clock; it never goes back.</summary>
    public async Task<DateOnly> MoveClockAsync(DateOnly day, CancellationToken cancellation)
    {
        while (true)
        {
            var row = await tables.GetAsync(Table, cik, HistoryRows.Clock, cancellation);
            if (row is not null && DateOnly.ParseExact((string)row.Values["Day"], "O", CultureInfo.InvariantCulture) is var known && known >= day)
                return known;

            var next = HistoryRows.Row(cik, HistoryRows.Clock, null, row?.ETag, ("Day", day.ToString("O", CultureInfo.InvariantCulture)));
            if (row is null ? await tables.AddAsync(Table, next, cancellation) : await tables.ReplaceAsync(Table, next, cancellation))
                return day;
        }
    }

    /// <summary>The keys that the clock has to look at up to a day.</summary>
    public async Task<IReadOnlyList<StatementKey>> DueAsync(DateOnly day, CancellationToken cancellation)
    {
        var keys = new List<StatementKey>();
        await foreach (var row in tables.QueryAsync(Table, cik, Keys.Join("due", ""), HistoryRows.DueOn(day.AddDays(1)), cancellation))
            keys.Add(HistoryRows.KeyOf(row.Row, skip: 2));
        return keys;
    }

    /// <summary>The first day on which the clock has to look at a key; null where there is none.</summary>
    public async Task<DateOnly?> NextDueAsync(CancellationToken cancellation)
    {
        var prefix = Keys.Join("due", "");
        await foreach (var row in tables.QueryAsync(Table, cik, prefix, Keys.PrefixEnd(prefix), cancellation))
            return DateOnly.ParseExact(Keys.Split(row.Row)[1], "yyyyMMdd", CultureInfo.InvariantCulture);
        return null;
    }

    /// <summary>The keys of the milestones that are expected next, the soonest first.</summary>
    public async Task<IReadOnlyList<StatementKey>> ExpectedAsync(int most, CancellationToken cancellation)
    {
        var keys = new List<StatementKey>();
        var prefix = Keys.Join("due", "");
        await foreach (var row in tables.QueryAsync(Table, cik, prefix, Keys.PrefixEnd(prefix), cancellation))
        {
            keys.Add(HistoryRows.KeyOf(row.Row, skip: 2));
            if (keys.Count == most)
                break;
        }

        return keys;
    }

    /// <summary>What is known of one kind under each key of a program, by its name that stands for all.</summary>
    public async IAsyncEnumerable<(StatementKey Key, KeyState State)> StatesAsync(string program, ChangeKind kind, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var prefix = HistoryRows.HeadsOf(program, kind);
        await foreach (var row in tables.QueryAsync(Table, cik, prefix, Keys.PrefixEnd(prefix), cancellation))
            yield return (HistoryRows.KeyOf(row.Row), HistoryRows.Read<KeyState>(row));
    }

    /// <summary>The keys under which something is known of a program; null for all programs.</summary>
    public async Task<IReadOnlyList<StatementKey>> HeadsAsync(string? program, CancellationToken cancellation)
    {
        var keys = new List<StatementKey>();
        var prefix = program is null ? Keys.Join("head", "") : HistoryRows.HeadsOf(program);
        await foreach (var row in tables.QueryAsync(Table, cik, prefix, Keys.PrefixEnd(prefix), cancellation))
            keys.Add(HistoryRows.KeyOf(row.Row));
        return keys;
    }
}
