using System.Runtime.CompilerServices;
using System.Text.Json;
using Alerts.Records;
using Alerts.Storage;

namespace Alerts.History;

/// <summary>
/// Remembers what subscribers were told, so that a history that was rewritten since (by a better parser, an alias, an
/// older filing) can say what of it was wrong. Corrections are found by comparison, not recorded: whatever rewrites
/// history need not know who was told what.
/// </summary>
public sealed class AlertedHistory(ITableStore tables)
{
    private const string Prefix = "alerted";

    /// <summary>Records that an alert told these changes. The first alert that told a change is the one that a correction names.</summary>
    public async Task MarkAsync(string cik, string alert, IEnumerable<Change> changes, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(cik);
        ArgumentException.ThrowIfNullOrEmpty(alert);
        ArgumentNullException.ThrowIfNull(changes);
        foreach (var change in changes)
        {
            var row = HistoryRows.Row(
                cik,
                Keys.Join(Prefix, Keys.Timestamp(change.At!.Value), change.Filing ?? "", change.Id),
                JsonSerializer.Serialize(change, RecordJson.Options),
                null,
                ("Alert", alert),
                ("Summary", change.Summary));
            await tables.AddAsync(HistoryRows.Table, row, cancellation);
        }
    }

    /// <summary>What was told and is now different, as entries of history that name the alert; oldest first.</summary>
    public async IAsyncEnumerable<Change> CorrectionsAsync(string cik, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(cik);
        var prefix = Keys.Join(Prefix, "");
        await foreach (var row in tables.QueryAsync(HistoryRows.Table, cik, prefix, Keys.PrefixEnd(prefix), cancellation))
        {
            var told = HistoryRows.Read<Change>(row);
            var now = await PresentAsync(cik, told, cancellation);
            if (now is null || Meaning(now) != Meaning(told))
                yield return Correction(told, now, (string)row.Values["Alert"]);
        }
    }

    private async Task<Change?> PresentAsync(string cik, Change told, CancellationToken cancellation)
    {
        var history = new HistoryStore(tables);
        // A lapse lies on a day of its own, all else with its filing.
        var present = told.Word == ChangeWord.Lapsed
            ? await ListAsync(history.ChangesAsync(cik, told.At, told.At!.Value.AddTicks(1), cancellation), cancellation)
            : await history.ChangesOfFilingAsync(cik, told.Filing ?? "", cancellation);
        return present.FirstOrDefault(change => change.Id == told.Id)
            // What a better parser reads otherwise in the same sentence is the same change.
            ?? present.FirstOrDefault(change => change.Kind == told.Kind && change.Code == told.Code
                && told.After is not null && change.After?.Document == told.After.Document && change.After.Start == told.After.Start);
    }

    private static Change Correction(Change told, Change? now, string alert) => told with
    {
        Id = ContentHash.Of("corrected", alert, told.Id),
        Word = ChangeWord.Corrected,
        By = null,
        Before = told.After ?? told.Before,
        After = now?.After,
        Course = null,
        IntervalsOverlap = null,
        Corrects = alert,
        Quote = now?.Quote ?? told.Quote,
        Summary = now is null ? $"Corrected: \"{told.Summary}\" no longer stands" : $"Corrected: \"{told.Summary}\" is \"{now.Summary}\"",
    };

    // Wording may improve; a correction is due where the word or the contents differ.
    private static (ChangeWord Word, string Before, string After) Meaning(Change change) =>
        (change.Word, Content(change.Before), Content(change.After));

    private static string Content(Statement? statement) => statement switch
    {
        Milestone milestone => $"{milestone.Code} {milestone.What} {milestone.Trial} {Window.Of(milestone)} {milestone.Status is MilestoneStatus.Achieved or MilestoneStatus.Withdrawn}",
        DataPoint point => $"{point.Measure} {point.Trial} {point.Unit} {point.Value} {point.Outcome} {point.CiLow} {point.CiHigh}",
        FinancialGuidance figure => $"{figure.Metric} {figure.Period} {figure.Unit} {figure.Low} {figure.High} {Window.Of(figure)}",
        _ => "",
    };

    private static async Task<List<Change>> ListAsync(IAsyncEnumerable<Change> changes, CancellationToken cancellation)
    {
        var list = new List<Change>();
        await foreach (var change in changes.WithCancellation(cancellation))
            list.Add(change);
        return list;
    }
}
