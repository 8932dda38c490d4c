using System.Text.Json;
using Alerts.Records;
using Alerts.Storage;

namespace Alerts.History;

/// <summary>What has to be written to bring a key up to its statements.</summary>
/// <param name="Key">The key.</param>
/// <param name="Old">The head as it was read.</param>
/// <param name="Head">The head as it is to be.</param>
/// <param name="Rest">The actions on changes and due dates.</param>
/// <param name="Written">The changes that are new or differ.</param>
/// <param name="IsEmpty">True where no statement is left and the head goes away.</param>
/// <param name="Touch">True where the head is written even if it stays as it is.</param>
internal sealed record KeyUpdate(
    StatementKey Key, TableRow? Old, TableRow Head, IReadOnlyList<TableAction> Rest, IReadOnlyList<Change> Written, bool IsEmpty, bool Touch)
{
    /// <summary>All actions, the head's first; none where nothing differs.</summary>
    public IReadOnlyList<TableAction> Actions { get; } =
        Rest.Count == 0 && (Old is null ? IsEmpty : !Touch && !IsEmpty && Same(Old, Head)) ? [] : [HeadAction(Head), .. Rest];

    /// <summary>Bytes of the actions as sent.</summary>
    public long Payload => Actions.Sum(TableBatch.PayloadOf);

    /// <summary>True where one batch does not hold the actions.</summary>
    public bool IsLarge => Actions.Count > TableBatch.MaxActions || Payload > TableBatch.MaxPayload;

    /// <summary>The action that writes a head under the condition that nobody else did.</summary>
    public static TableAction HeadAction(TableRow head) =>
        new(head.ETag is null ? TableActionKind.Add : TableActionKind.Replace, head);

    private static bool Same(TableRow a, TableRow b) =>
        a.Values.Count == b.Values.Count && a.Values.All(value => b.Values.TryGetValue(value.Key, out var other) && Equals(value.Value, other));
}

/// <summary>The two rows of a change: one by its key, one by its time.</summary>
internal sealed class ChangeRows
{
    private readonly string cik;
    private readonly string json;
    private readonly string time;

    public ChangeRows(string cik, StatementKey key, Change change)
    {
        this.cik = cik;
        Change = change;
        json = JsonSerializer.Serialize(change, RecordJson.Options);
        Key = HistoryRows.Change(key, change);
        time = HistoryRows.Time(key, change);
        Hash = ContentHash.Of(json, time);
    }

    /// <summary>The change.</summary>
    public Change Change { get; }

    /// <summary>Row key of the row by key.</summary>
    public string Key { get; }

    /// <summary>Name of the content.</summary>
    public string Hash { get; }

    /// <summary>Writes both rows, the one by key last: where it stands, the other does too.</summary>
    public IEnumerable<TableAction> Actions() =>
    [
        new(TableActionKind.Upsert, HistoryRows.Row(cik, time, json, null, ("Change", RecordCode.Of(Change.Word)), ("Kind", RecordCode.Of(Change.Kind)), ("Code", Change.Code), ("Program", Change.Program), ("Trial", Change.Trial), ("Summary", Change.Summary))),
        new(TableActionKind.Upsert, HistoryRows.Row(cik, Key, null, null, ("Change", RecordCode.Of(Change.Word)), ("Summary", Change.Summary), ("Filing", Change.Filing), ("Time", time), ("Hash", Hash))),
    ];
}
