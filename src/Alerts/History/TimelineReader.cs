using Alerts.Filings;
using Alerts.Records;
using Alerts.Storage;

namespace Alerts.History;

/// <summary>Reads timelines: the statements of a company folded again, with all that was said on the way.</summary>
public sealed class TimelineReader(ITableStore tables)
{
    /// <summary>The timeline of a company.</summary>
    /// <param name="cik">Ten-digit CIK.</param>
    /// <param name="program">Only this program, under any of its names; null for all.</param>
    /// <param name="trial">Only this trial; null for all.</param>
    /// <param name="cancellation">Stops between two reads.</param>
    public async Task<Timeline> ReadAsync(string cik, string? program, string? trial, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(cik);
        var ledger = new HistoryLedger(tables, cik);
        var (names, _) = await ledger.NamesAsync(cancellation);
        var wanted = program is null ? null : names.CanonicalOf(program);
        var keys = (await ledger.HeadsAsync(wanted, cancellation)).Where(key => names.Canonical(key) == key);
        var name = TrialName.Of(trial);
        return new Timeline(cik, [.. (await FoldAsync(cik, ledger, names, keys, cancellation))
            .Where(line => name is null || (TrialName.Of(line.Trial) is { } other && TrialName.Same(name, other)))]);
    }

    /// <summary>
    /// The milestones that are expected next and those that some changes are about: what a page shows of a company, however long its
    /// history.
    /// </summary>
    /// <param name="cik">Ten-digit CIK.</param>
    /// <param name="changes">Changes of any kind.</param>
    /// <param name="most">How many keys (a program's top lines, a program's submissions …) at most, those expected next first.</param>
    /// <param name="cancellation">Stops between two reads.</param>
    public async Task<Timeline> ReadMilestonesAsync(string cik, IEnumerable<Change> changes, int most, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(cik);
        var ledger = new HistoryLedger(tables, cik);
        var (names, _) = await ledger.NamesAsync(cancellation);
        var moved = changes.Where(change => change.Kind == ChangeKind.Milestone).Select(change => StatementKey.Of((change.After ?? change.Before)!));
        var keys = (await ledger.ExpectedAsync(most, cancellation)).Concat(moved).Select(names.Canonical).Distinct().Take(most);
        return new Timeline(cik, await FoldAsync(cik, ledger, names, keys, cancellation));
    }

    /// <summary>One name for each program that is named, the first of those that stand for it.</summary>
    public async Task<IReadOnlyList<string>> DistinctProgramsAsync(string cik, IEnumerable<string> programs, CancellationToken cancellation)
    {
        var (names, _) = await new HistoryLedger(tables, cik).NamesAsync(cancellation);
        return [.. programs.DistinctBy(names.CanonicalOf)];
    }

    /// <summary>The milestones of a program under any of its names.</summary>
    public async Task<Timeline> ReadMilestonesAsync(string cik, string program, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(cik);
        var ledger = new HistoryLedger(tables, cik);
        var (names, _) = await ledger.NamesAsync(cancellation);
        var keys = new List<StatementKey>();
        await foreach (var (key, _) in ledger.StatesAsync(names.CanonicalOf(program), ChangeKind.Milestone, cancellation))
            keys.Add(key);
        return new Timeline(cik, await FoldAsync(cik, ledger, names, keys, cancellation));
    }

    /// <summary>The results of a program that hold: the last value of each endpoint, as the change that a first statement of it would be.</summary>
    public async Task<IReadOnlyList<Change>> ReadResultsAsync(string cik, string program, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(cik);
        var ledger = new HistoryLedger(tables, cik);
        var (names, _) = await ledger.NamesAsync(cancellation);
        var results = new List<Change>();
        await foreach (var (_, state) in ledger.StatesAsync(names.CanonicalOf(program), ChangeKind.Data, cancellation))
            results.AddRange(state.Strands.Select(strand => ChangeWriter.Standing(cik, strand)));
        return results;
    }

    private static async Task<IReadOnlyList<TimelineLine>> FoldAsync(
        string cik, HistoryLedger ledger, NameTable names, IEnumerable<StatementKey> keys, CancellationToken cancellation)
    {
        var calendar = new ResultsCalendar(await ledger.AllResultsAsync(cancellation), names);
        var clock = await ledger.ClockAsync(cancellation);
        var lines = new List<TimelineLine>();
        foreach (var key in keys)
        {
            var told = await ledger.StatementsAsync(key, names, among: null, cancellation);
            var (state, entries) = KeyHistory.Of(key, cik, told, calendar, clock);
            lines.AddRange(Lines(state, entries));
        }

        return [.. lines
            .OrderBy(line => line.Kind switch { ChangeKind.Milestone => 0, ChangeKind.Data => 1, _ => 2 })
            .ThenBy(line => line.Entries[0].At).ThenBy(line => line.Subject, StringComparer.Ordinal)];
    }

    private static IEnumerable<TimelineLine> Lines(KeyState state, IReadOnlyList<FoldEntry> entries)
    {
        var strands = state.Strands.ToDictionary(strand => strand.Ordinal);
        return entries.GroupBy(entry => entry.Strand)
            .Select(group => Line(strands.GetValueOrDefault(group.Key), [.. group.Select(entry => entry.Change)]));
    }

    private static TimelineLine Line(Strand? strand, List<Change> changes)
    {
        var last = changes.FindLast(change => change.After is not null)!;
        return new TimelineLine
        {
            Kind = last.Kind,
            Code = last.Code,
            Program = last.Program,
            Trial = changes.Select(change => change.Trial).FirstOrDefault(trial => trial is not null),
            Subject = SubjectText.Of(last),
            End = EndOf(strand),
            Course = changes.FindLast(change => change.Course is not null)?.Course,
            Entries = [.. changes.Select(Entry)],
        };
    }

    private static TimelineEnd EndOf(Strand? strand) => strand switch
    {
        { Status: StrandStatus.Achieved } => TimelineEnd.Achieved,
        { Status: StrandStatus.Withdrawn } => TimelineEnd.Withdrawn,
        { Lapsed: true } => TimelineEnd.Lapsed,
        { Silent: true } => TimelineEnd.Omitted,
        _ => TimelineEnd.Open,
    };

    private static TimelineEntry Entry(Change change) => new()
    {
        At = change.At!.Value,
        Word = change.Word,
        Says = change.After is { } after ? Says(after, DateOnly.FromDateTime(EasternTime.From(change.At.Value).DateTime)) : "",
        Statement = change.After,
        By = change.By,
        Filing = change.Filing,
        File = change.File,
        Quote = change.Quote,
        Url = change.Url,
    };

    private static string Says(Statement statement, DateOnly said) => statement switch
    {
        Milestone milestone => WindowText.Of(Window.Of(milestone), said),
        DataPoint point => ValueText.Of(point),
        FinancialGuidance figure => ValueText.Of(figure, said),
        _ => "",
    };
}
