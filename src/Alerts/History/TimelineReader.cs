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
        var calendar = new ResultsCalendar(await ledger.AllResultsAsync(cancellation), names);
        var clock = await ledger.ClockAsync(cancellation);
        var wanted = program is null ? null : names.Canonical(NameKey.Of(NameKey.Split(program)[0]));

        var lines = new List<TimelineLine>();
        foreach (var key in await ledger.HeadsAsync(wanted, cancellation))
        {
            if (names.Canonical(key) != key)
                continue;
            var told = await ledger.StatementsAsync(key, names, cancellation);
            var (state, entries) = KeyHistory.Of(key, cik, told, calendar, clock);
            lines.AddRange(Lines(state, entries));
        }

        var name = TrialName.Of(trial);
        return new Timeline(cik, [.. lines
            .Where(line => name is null || (TrialName.Of(line.Trial) is { } other && TrialName.Same(name, other)))
            .OrderBy(line => line.Kind switch { ChangeKind.Milestone => 0, ChangeKind.Data => 1, _ => 2 })
            .ThenBy(line => line.Entries[0].At).ThenBy(line => line.Subject, StringComparer.Ordinal)]);
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
