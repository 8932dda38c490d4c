using System.Text.Json;
using Alerts.Records;
using Alerts.Storage;

namespace Alerts.History;

/// <summary>
/// Brings the rows that are folded (head, changes, due date) of keys up to their statements. The head's ETag is the
/// lock: who folds has read all statements that were there when the head was last written, or does not get to write.
/// </summary>
internal sealed class KeyFolder(ITableStore tables, string cik, HistoryLedger ledger, NameTable names, DateOnly? clock)
{
    private const string Table = HistoryRows.Table;

    // Each failed try means that another process got on; so many in a row mean that something is wrong.
    private const int MaxTries = 500;

    private ResultsCalendar? around;
    private ResultsCalendar? calendar;

    /// <summary>The filing that is being recorded; null where there is none (clock, names).</summary>
    public FilingRef? Newest { get; init; }

    /// <summary>Its statements.</summary>
    public IReadOnlyList<Told> Told { get; init; } = [];

    /// <summary>
    /// True where the company's list of results changed: heads are written even if they stay as they are, so that
    /// nobody who read the old list can still write.
    /// </summary>
    public bool Touch { get; init; }

    /// <summary>True where statements were taken back or names moved: stored states do not count.</summary>
    public bool MustBeWhole { get; init; }

    /// <summary>Folds the keys and returns the changes that were written anew.</summary>
    public async Task<IReadOnlyList<Change>> FoldAsync(IEnumerable<StatementKey> keys, CancellationToken cancellation)
    {
        var written = new List<Change>();
        var pending = keys.Distinct().OrderBy(key => key.ToString(), StringComparer.Ordinal).ToList();
        for (var tries = 0; pending.Count > 0; tries++)
        {
            if (tries == MaxTries)
                throw new InvalidOperationException($"History of company {cik} was changed by others {MaxTries} times while {pending[0]} was folded: expected them to finish.");

            var failed = new List<StatementKey>();
            foreach (var batch in Pack(await PrepareAsync(pending, cancellation)))
            {
                if (await SubmitAsync(batch, cancellation))
                    written.AddRange(batch.SelectMany(update => update.Written));
                else
                    failed.AddRange(batch.Select(update => update.Key));
            }

            pending = failed;
        }

        return written;
    }

    /// <summary>
    /// Removes what was folded under names that do not stand for their program (any more), and returns the keys under
    /// all names that may have been folded together with these.
    /// </summary>
    public async Task<IReadOnlyList<StatementKey>> DropOthersAsync(IReadOnlyCollection<StatementKey> keys, CancellationToken cancellation)
    {
        var family = keys.SelectMany(key => names.Family(key.Program).Select(program => key with { Program = program })).Distinct().ToList();
        foreach (var key in family.Where(key => names.Canonical(key) != key))
            await DropAsync(key, cancellation);
        return [.. family.Select(names.Canonical).Distinct()];
    }

    private async Task DropAsync(StatementKey key, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var head = await tables.GetAsync(Table, cik, HistoryRows.Head(key), cancellation);
            if (head is null || await SubmitAsync([await UpdateAsync(key, head, KeyState.Empty, [], isWhole: true, cancellation)], cancellation))
                return;
        }

        throw new InvalidOperationException($"{key} of company {cik} was changed by others {MaxTries} times while it was removed: expected them to finish.");
    }

    private async Task<List<KeyUpdate>> PrepareAsync(List<StatementKey> keys, CancellationToken cancellation)
    {
        // Heads first: what is read after a head cannot be older than what the head was made of.
        var heads = new List<TableRow?>(keys.Count);
        foreach (var key in keys)
            heads.Add(await tables.GetAsync(Table, cik, HistoryRows.Head(key), cancellation));
        around = Newest is null ? null : new ResultsCalendar(await ledger.ResultsAroundAsync(Newest.Position, cancellation), names);
        calendar = null;

        var updates = new List<KeyUpdate>(keys.Count);
        foreach (var (key, head) in keys.Zip(heads))
        {
            var state = head is null ? null : HistoryRows.Read<KeyState>(head);
            var update = state is not null && CanGoOn(state)
                ? await GoOnAsync(key, head!, state, cancellation)
                : await FoldWholeAsync(key, head, cancellation);
            if (update.Actions.Count > 0)
                updates.Add(update);
        }

        return updates;
    }

    // Going on from the stored state is right if nothing it knows comes after the filing.
    private bool CanGoOn(KeyState state)
    {
        if (MustBeWhole || state.Through is not { } through)
            return false;
        if (Newest is null)
            return true;

        return through < Newest.Position
            && (!Newest.IsResults || !around!.HasAfter(Newest.Position))
            && !state.Strands.Any(strand => strand.Lapsed && strand.OverdueOn > Newest.Date);
    }

    private async Task<KeyUpdate> GoOnAsync(StatementKey key, TableRow head, KeyState state, CancellationToken cancellation)
    {
        var fold = new Fold(key, cik);
        var found = new List<FoldEntry>();
        if (Newest is not null)
        {
            IReadOnlyList<Told> told = [.. Told.Where(t => names.Canonical(t.Key) == key)];
            if (told.Count > 0 && Amending.Reach(Newest) is { } reach)
                told = Amending.News(Newest, told, await ledger.StatementsAsync(key, names, reach, cancellation));
            if (told.Count > 0 || (Newest.IsResults && around!.CouldMiss(key, Newest.Position)))
                Keep(fold.Apply(state, new FilingStep(Newest, told, around!.Context(key, Newest.Position))));
        }

        if (clock is { } day)
            Keep(fold.AdvanceTo(state, day));
        return await UpdateAsync(key, head, state, found, isWhole: false, cancellation);

        void Keep((KeyState State, IReadOnlyList<FoldEntry> Entries) step)
        {
            state = step.State;
            found.AddRange(step.Entries);
        }
    }

    private async Task<KeyUpdate> FoldWholeAsync(StatementKey key, TableRow? head, CancellationToken cancellation)
    {
        calendar ??= new ResultsCalendar(await ledger.AllResultsAsync(cancellation), names);
        var told = await ledger.StatementsAsync(key, names, among: null, cancellation);
        var (state, found) = KeyHistory.Of(key, cik, told, calendar, clock);
        return await UpdateAsync(key, head, state, found, isWhole: true, cancellation);
    }

    private async Task<KeyUpdate> UpdateAsync(
        StatementKey key, TableRow? head, KeyState state, IReadOnlyList<FoldEntry> found, bool isWhole, CancellationToken cancellation)
    {
        var changes = found.Select(entry => entry.Change).Where(change => change.Word != ChangeWord.Reaffirmed).Select(change => new ChangeRows(cik, key, change)).ToList();
        var known = isWhole && head is not null ? await KnownAsync(key, cancellation) : [];
        var stale = known.Keys.Except(changes.Select(change => change.Key)).ToList();
        var fresh = changes.Where(change => !known.TryGetValue(change.Key, out var old) || old.Hash != change.Hash).ToList();

        var rest = new List<TableAction>();
        rest.AddRange(stale.SelectMany(row => (TableAction[])[Delete(known[row].Time), Delete(row)]));
        rest.AddRange(fresh.SelectMany(change => change.Actions()));

        var due = state.Strands.Min(strand => strand.LapsesOn);
        var dueRow = due is { } day ? HistoryRows.Due(day, key) : null;
        var oldDue = head?.Values.GetValueOrDefault("Due") as string;
        if (oldDue is not null && oldDue != dueRow)
            rest.Add(Delete(oldDue));
        if (dueRow is not null && oldDue != dueRow)
            rest.Add(new TableAction(TableActionKind.Upsert, HistoryRows.Row(cik, dueRow, null)));

        return new KeyUpdate(key, head, HeadRow(key, state, dueRow, head?.ETag), rest, [.. fresh.Select(change => change.Change)], state.Through is null, Touch);
    }

    private TableRow HeadRow(StatementKey key, KeyState state, string? due, string? etag) => HistoryRows.Row(
        cik,
        HistoryRows.Head(key),
        JsonSerializer.Serialize(state, RecordJson.Options),
        etag,
        ("Due", due),
        ("Strands", (long)state.Strands.Count),
        ("Through", state.Through?.ToString()));

    private async Task<Dictionary<string, (string Time, string Hash)>> KnownAsync(StatementKey key, CancellationToken cancellation)
    {
        var known = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        var prefix = HistoryRows.Changes(key);
        await foreach (var row in tables.QueryAsync(Table, cik, prefix, Keys.PrefixEnd(prefix), cancellation))
            known[row.Row] = ((string)row.Values["Time"], (string)row.Values["Hash"]);
        return known;
    }

    private static IEnumerable<List<KeyUpdate>> Pack(List<KeyUpdate> updates)
    {
        var batch = new List<KeyUpdate>();
        var (count, payload) = (0, 0L);
        foreach (var update in updates)
        {
            if (batch.Count > 0 && (count + update.Actions.Count > TableBatch.MaxActions || payload + update.Payload > TableBatch.MaxPayload))
            {
                yield return batch;
                (batch, count, payload) = ([], 0, 0L);
            }

            batch.Add(update);
            count += update.Actions.Count;
            payload += update.Payload;
        }

        if (batch.Count > 0)
            yield return batch;
    }

    private async Task<bool> SubmitAsync(List<KeyUpdate> batch, CancellationToken cancellation)
    {
        if (batch is not [{ IsLarge: true } large])
        {
            return await tables.SubmitAsync(Table, cik, [.. batch.SelectMany(update => update.Actions)], cancellation)
                && await DeleteEmptyAsync(batch, cancellation);
        }

        // More than one batch holds: until the last one is written the head says that the key has to be folded whole.
        var head = large.Head;
        var rest = large.Rest;
        var writer = Guid.NewGuid().ToString("N");
        while (rest.Count > 0)
        {
            var marked = HeadRow(large.Key, KeyState.Empty, large.Old?.Values.GetValueOrDefault("Due") as string, head.ETag);
            marked = marked with { Values = new Dictionary<string, object>(marked.Values) { ["Writer"] = writer } };
            var part = TableBatch.Split(rest.Take(TableBatch.MaxActions - 1)).First();
            if (!await tables.SubmitAsync(Table, cik, [KeyUpdate.HeadAction(marked), .. part], cancellation))
                return false;

            rest = [.. rest.Skip(part.Count)];
            var stored = await tables.GetAsync(Table, cik, marked.Row, cancellation);
            if (stored is null || !Equals(stored.Values.GetValueOrDefault("Writer"), writer))
                return false;
            head = large.Head with { ETag = stored.ETag };
        }

        return await tables.SubmitAsync(Table, cik, [KeyUpdate.HeadAction(head)], cancellation)
            && await DeleteEmptyAsync(batch, cancellation);
    }

    // A head without strands is written first, under its ETag, and only then deleted: a key without head is folded
    // whole, so that whoever comes in between loses nothing.
    private async Task<bool> DeleteEmptyAsync(List<KeyUpdate> batch, CancellationToken cancellation)
    {
        foreach (var update in batch.Where(update => update.IsEmpty))
            await tables.DeleteAsync(Table, cik, update.Head.Row, cancellation);
        return true;
    }

    private TableAction Delete(string row) =>
        new(TableActionKind.Delete, new TableRow(cik, row, new Dictionary<string, object>()));
}
