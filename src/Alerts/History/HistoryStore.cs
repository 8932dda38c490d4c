using System.Runtime.CompilerServices;
using System.Text.Json;
using Alerts.Records;
using Alerts.Storage;

namespace Alerts.History;

/// <summary>
/// The histories of all companies. What it holds is a function of the filings that were recorded, the names and the
/// clock, never of the order or the number of the calls: every call can be made again, also after a crash in its
/// middle, and several processes may record filings of one company at once.
/// </summary>
public sealed class HistoryStore(ITableStore tables)
{
    /// <summary>Statements less sure than this are for review: what nobody is told must not move what is known.</summary>
    public const double ReviewBelow = 0.5;

    private const int MaxTries = 100;

    /// <summary>
    /// Records a filing's statements in place of those of an earlier reading, folds what they touch, and returns the
    /// changes that this filing made: those whose new statement stands in it, and what its silence omits.
    /// </summary>
    /// <param name="filing">The filing as parsed.</param>
    /// <param name="cik">Ten-digit CIK of the company.</param>
    /// <param name="cancellation">Stops between two writes; calling again goes on.</param>
    public async Task<IReadOnlyList<Change>> RecordAsync(ParsedFiling filing, string cik, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filing);
        ArgumentException.ThrowIfNullOrEmpty(cik);
        var told = ToldBy(filing);
        await UpdateAsync(cik, FilingRef.Of(filing), told, NameTable.TaughtBy(filing), cancellation);
        return await ChangesOfFilingAsync(cik, FilingRef.NameOf(filing), cancellation);
    }

    /// <summary>Takes a filing out of history, as if it had never been recorded. The names that it taught stay known.</summary>
    public async Task RemoveAsync(string cik, string filing, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(cik);
        if (await new HistoryLedger(tables, cik).FilingAsync(filing, cancellation) is { } row)
            await UpdateAsync(cik, HistoryRows.Read<FilingRecord>(row).Filing, null, [], cancellation);
    }

    /// <summary>The changes that a filing made, in the order of its documents; none if it was not recorded.</summary>
    public async Task<IReadOnlyList<Change>> ChangesOfFilingAsync(string cik, string filing, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(cik);
        var ledger = new HistoryLedger(tables, cik);
        if (await ledger.FilingAsync(filing, cancellation) is not { } row)
            return [];

        var (names, _) = await ledger.NamesAsync(cancellation);
        var changes = new List<Change>();
        var prefix = HistoryRows.TimeOfFiling(HistoryRows.Read<FilingRecord>(row).Filing.Position);
        await foreach (var change in tables.QueryAsync(HistoryRows.Table, cik, prefix, Keys.PrefixEnd(prefix), cancellation))
        {
            if (HistoryRows.IsCurrent(change, names))
                changes.Add(HistoryRows.Read<Change>(change));
        }

        return InReadingOrder(changes);
    }

    /// <summary>The changes of a company from one moment (inclusive) to another (exclusive), oldest first.</summary>
    public async IAsyncEnumerable<Change> ChangesAsync(
        string cik, DateTimeOffset? from = null, DateTimeOffset? to = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var together = new List<Change>();
        await foreach (var change in new ChangeLog(tables).ReadAsync(cik, from, to, after: null, program: null, cancellation))
        {
            if (together.Count > 0 && (together[0].At != change.At || together[0].Filing != change.Filing))
            {
                foreach (var earlier in InReadingOrder(together))
                    yield return earlier;
                together.Clear();
            }

            together.Add(change);
        }

        foreach (var change in InReadingOrder(together))
            yield return change;
    }

    /// <summary>
    /// Moves the clock of a company: windows that passed by more than 30 days in silence lapse. Returns those that
    /// lapsed now; a lapse lies on the 31st day after its window, however late the clock comes.
    /// </summary>
    public async Task<IReadOnlyList<Change>> LapseAsync(string cik, DateTimeOffset now, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(cik);
        var ledger = new HistoryLedger(tables, cik);
        var day = await ledger.MoveClockAsync(DateOnly.FromDateTime(now.UtcDateTime), cancellation);
        var lapsed = new Dictionary<string, Change>(StringComparer.Ordinal);
        var keys = new HashSet<StatementKey>();
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var names = await SettledNamesAsync(cik, ledger, [], cancellation);
            var folder = new KeyFolder(tables, cik, ledger, names, day) { MustBeWhole = tries > 0 };
            keys.UnionWith((await ledger.DueAsync(day, cancellation)).Select(names.Canonical));
            if (tries > 0)
                keys.UnionWith(await folder.DropOthersAsync(keys, cancellation));
            foreach (var change in await folder.FoldAsync(keys.Where(key => names.Canonical(key) == key), cancellation))
                lapsed[change.Id] = change;
            if ((await ledger.NamesAsync(cancellation)).Names == names)
                break;
        }

        return [.. lapsed.Values.Where(change => change.Word == ChangeWord.Lapsed).OrderBy(change => change.At).ThenBy(change => change.Id, StringComparer.Ordinal)];
    }

    /// <summary>The day on which the next window lapses unless somebody speaks of it; null where none is open.</summary>
    public async Task<DateOnly?> NextLapseAsync(string cik, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(cik);
        return await new HistoryLedger(tables, cik).NextDueAsync(cancellation);
    }

    /// <summary>The names that are one, a group for each program that has several: learned from filings or given by the operator.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> NamesAsync(string cik, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(cik);
        return (await new HistoryLedger(tables, cik).NamesAsync(cancellation)).Names.All;
    }

    /// <summary>The operator's word that the names are all of one program; history is folded anew and alerts nobody.</summary>
    public Task JoinNamesAsync(string cik, IReadOnlyList<string> names, CancellationToken cancellation) =>
        ChangeNamesAsync(cik, table => table.Join([.. NameTable.Pairs(names)]), cancellation);

    /// <summary>The operator's word that two names are of two programs, whatever filings say.</summary>
    public Task PartNamesAsync(string cik, string name, string other, CancellationToken cancellation) =>
        ChangeNamesAsync(cik, table => table.Part([.. NameTable.Pairs([name, other])]), cancellation);

    // Null statements remove the filing.
    private async Task UpdateAsync(
        string cik, FilingRef filing, IReadOnlyList<Told>? told, IReadOnlyList<NamePair> taught, CancellationToken cancellation)
    {
        var ledger = new HistoryLedger(tables, cik);
        var name = filing.Position.Filing;
        var hash = ContentHash.Of(JsonSerializer.Serialize(filing, RecordJson.Options), JsonSerializer.Serialize(told, RecordJson.Options));
        var touched = new HashSet<StatementKey>();
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var names = await SettledNamesAsync(cik, ledger, taught, cancellation);
            var row = await ledger.FilingAsync(name, cancellation);
            var isComplete = row is not null && Equals(row.Values["Complete"], true);
            if (isComplete && Equals(row!.Values["Hash"], hash))
                return;

            var old = row is null ? null : HistoryRows.Read<FilingRecord>(row);
            var rows = (told ?? []).Select(ledger.StatementRow).ToList();
            var record = Plan(filing, rows, old);
            await ledger.PutFilingAsync(record, hash, complete: false, cancellation);
            await WriteAsync(cik, ledger, record, rows, told, cancellation);
            await FoldAsync(cik, ledger, names, record, told ?? [], touched, isRepeated: row is not null && !isComplete, cancellation);

            // Names that others changed in the meantime may have moved keys from under the fold.
            if ((await ledger.NamesAsync(cancellation)).Names != names)
                continue;
            if (told is null)
                await ledger.DeleteFilingAsync(name, cancellation);
            else
                await ledger.PutFilingAsync(record with { Stale = [], WasAt = [], WasResults = false }, hash, complete: true, cancellation);
            return;
        }

        throw new InvalidOperationException($"The names of company {cik} changed {MaxTries} times while {name} was recorded: expected them to settle.");
    }

    private static FilingRecord Plan(FilingRef filing, List<TableRow> rows, FilingRecord? old)
    {
        var statements = rows.Select(row => row.Row).ToList();
        return new FilingRecord(
            filing,
            statements,
            [.. (old?.Statements ?? []).Concat(old?.Stale ?? []).Except(statements)],
            [.. (old is null ? [] : old.WasAt.Append(old.Filing.Position)).Where(position => position != filing.Position).Distinct()],
            old is not null && (old.WasResults || old.Filing.IsResults));
    }

    private static async Task WriteAsync(
        string cik, HistoryLedger ledger, FilingRecord record, List<TableRow> rows, IReadOnlyList<Told>? told, CancellationToken cancellation)
    {
        var filing = record.Filing;
        var actions = rows.Select(row => new TableAction(TableActionKind.Upsert, row)).ToList();
        var gone = record.Stale.Concat(record.WasAt.Select(HistoryRows.Results));
        if (filing.IsResults && told is not null)
            actions.Add(ledger.ResultsAction(filing, told.Where(t => t.Implies is null).Select(t => t.Key)));
        else
            gone = gone.Append(HistoryRows.Results(filing.Position));
        actions.AddRange(gone.Select(row => new TableAction(TableActionKind.Delete, new TableRow(cik, row, new Dictionary<string, object>()))));
        await ledger.SubmitAsync(actions, cancellation);
    }

    private async Task FoldAsync(
        string cik,
        HistoryLedger ledger,
        NameTable names,
        FilingRecord record,
        IReadOnlyList<Told> told,
        HashSet<StatementKey> keys,
        bool isRepeated,
        CancellationToken cancellation)
    {
        // Keys of earlier tries stay: under names that have changed since they were folded wrongly.
        keys.UnionWith(record.Statements.Concat(record.Stale).Select(statement => names.Canonical(HistoryRows.KeyOf(statement))));
        var isAboutResults = record.Filing.IsResults || record.WasResults;
        foreach (var position in isAboutResults ? record.WasAt.Append(record.Filing.Position) : [])
        {
            // Silence is heard in what the two filings of results before spoke of.
            keys.UnionWith(new ResultsCalendar(await ledger.ResultsAroundAsync(position, cancellation), names).KeysBefore(position));
        }

        var folder = new KeyFolder(tables, cik, ledger, names, await ledger.ClockAsync(cancellation))
        {
            Newest = record.Filing,
            Told = told,
            MustBeWhole = isRepeated || record.Stale.Count > 0 || record.WasAt.Count > 0 || record.WasResults,
            Touch = isAboutResults,
        };
        if (isRepeated)
            keys.UnionWith(await folder.DropOthersAsync(keys, cancellation));
        await folder.FoldAsync(keys.Where(key => names.Canonical(key) == key), cancellation);
    }

    // The names with what a filing teaches. Whoever finds that names have moved and keys have not follows them up first.
    private async Task<NameTable> SettledNamesAsync(string cik, HistoryLedger ledger, IReadOnlyList<NamePair> taught, CancellationToken cancellation)
    {
        while (true)
        {
            var (names, etag) = await ledger.NamesAsync(cancellation);
            var learned = names.Learn(taught);
            if (learned != names)
            {
                await ledger.PutNamesAsync(learned, etag, cancellation);
                continue;
            }

            if (names.Pending.Count == 0)
                return names;

            await FollowAsync(cik, ledger, names, cancellation);
            await ledger.PutNamesAsync(names with { Pending = [] }, etag, cancellation);
        }
    }

    private async Task ChangeNamesAsync(string cik, Func<NameTable, NameTable> change, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(cik);
        var ledger = new HistoryLedger(tables, cik);
        while (true)
        {
            var (names, etag) = await ledger.NamesAsync(cancellation);
            if (change(names) is var next && next != names && !await ledger.PutNamesAsync(next, etag, cancellation))
                continue;
            await SettledNamesAsync(cik, ledger, [], cancellation);
            return;
        }
    }

    private async Task FollowAsync(string cik, HistoryLedger ledger, NameTable names, CancellationToken cancellation)
    {
        var folder = new KeyFolder(tables, cik, ledger, names, await ledger.ClockAsync(cancellation)) { MustBeWhole = true };
        foreach (var program in names.Pending)
        {
            foreach (var key in await ledger.HeadsAsync(program, cancellation))
            {
                // The head that is read here goes last: as long as it is there, a repetition finds the key.
                var family = names.Family(program).Select(name => key with { Program = name }).ToList();
                await folder.FoldAsync(family.Select(names.Canonical), cancellation);
                await folder.DropOthersAsync([key], cancellation);
            }
        }
    }

    // Statements as they read back from their rows, so that going on and folding anew see the same to the last bit.
    private static List<Told> ToldBy(ParsedFiling filing)
    {
        var place = FilingRef.Of(filing);
        return [.. filing.DataPoints.Cast<Statement>().Concat(filing.Guidance)
            .Where(statement => statement.Confidence >= ReviewBelow)
            .Select((statement, index) => JsonSerializer.Deserialize<Told>(JsonSerializer.Serialize(new Told(place, index, statement), RecordJson.Options), RecordJson.Options)!)
            .SelectMany(Implication.WithEchoes)];
    }

    internal static List<Change> InReadingOrder(IEnumerable<Change> changes) =>
        [.. changes.OrderBy(change => change.After?.Document, StringComparer.Ordinal).ThenBy(change => change.After?.Start).ThenBy(change => change.Kind).ThenBy(change => change.Code, StringComparer.Ordinal).ThenBy(change => change.Id, StringComparer.Ordinal)];
}
