using System.Globalization;
using System.Text.Json;
using Alerts.Records;
using Alerts.Storage;

namespace Alerts.History;

/// <summary>
/// The rows of a company's history: one partition, named by its CIK. Statements depend on nothing but their filing;
/// heads, changes and due dates are made of them and can always be made again.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>filing!{filing}: what was recorded of a filing.</item>
/// <item>results!{time}!{filing}: the keys that a filing of quarterly results speaks of.</item>
/// <item>statement!{program}!{kind}!{code}!{time}!{filing}!{index}: a statement.</item>
/// <item>head!{program}!{kind}!{code}: what is known, for the next filing to be compared with.</item>
/// <item>change!{program}!{kind}!{code}!{time}!{id}: a change by its key.</item>
/// <item>time!{time}!{filing}!{id}!{program}: the same change by its time; while names are being joined, under both.</item>
/// <item>due!{day}!{program}!{kind}!{code}: the clock has to look at the key on that day.</item>
/// <item>names, clock: the names that are one, and the day up to which the clock has looked.</item>
/// </list>
/// </remarks>
internal static class HistoryRows
{
    public const string Table = "History";

    public const string Names = "names";

    public const string Clock = "clock";

    public static string Filing(string filing) => Keys.Join("filing", filing);

    public static string Results(Position position) => Keys.Join("results", Keys.Timestamp(position.At), position.Filing);

    public static string ResultsAfter(DateTimeOffset time) => Keys.Join("results", Keys.Timestamp(time));

    public static string Statements(StatementKey key) => OfKey("statement", key) + "!";

    public static string Statement(StatementKey key, Position position, int index) =>
        Statements(key) + Keys.Join(Keys.Timestamp(position.At), position.Filing, index.ToString("D5", CultureInfo.InvariantCulture));

    public static string Head(StatementKey key) => OfKey("head", key);

    public static string HeadsOf(string program) => Keys.Join("head", program, "");

    public static string HeadsOf(string program, ChangeKind kind) => Keys.Join("head", program, RecordCode.Of(kind), "");

    public static string Changes(StatementKey key) => OfKey("change", key) + "!";

    public static string Change(StatementKey key, Change change) => Changes(key) + Keys.Join(Keys.Timestamp(change.At!.Value), change.Id);

    public static string Time(StatementKey key, Change change) =>
        Keys.Join("time", Keys.Timestamp(change.At!.Value), change.Filing ?? "", change.Id, key.Program);

    /// <summary>The key of the program under which a change by its time was folded.</summary>
    public static string ProgramOfTime(string row) => Keys.Split(row)[4];

    /// <summary>True unless names are being joined: a change then stands under both for a moment, and counts under one.</summary>
    public static bool IsCurrent(TableRow row, NameTable names) => ProgramOfTime(row.Row) is var program && names.Canonical(program) == program;

    /// <summary>Where the rows behind a place begin.</summary>
    public static string TimeAfter(ChangePlace place) => Keys.PrefixEnd(Keys.Join("time", Keys.Timestamp(place.At), place.Filing, place.Id, ""));

    public static string TimeFrom(DateTimeOffset time) => Keys.Join("time", Keys.Timestamp(time));

    public static string TimeOfFiling(Position position) => Keys.Join("time", Keys.Timestamp(position.At), position.Filing, "");

    public static string Due(DateOnly day, StatementKey key) => OfKey(DueOn(day), key);

    public static string DueOn(DateOnly day) => Keys.Join("due", day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));

    /// <summary>The key that a row of a head, statement, change or due date is of; the parts before it are left out.</summary>
    public static StatementKey KeyOf(string row, int skip = 1)
    {
        var parts = Keys.Split(row);
        return StatementKey.Of(parts[skip], parts[skip + 1], parts[skip + 2]);
    }

    /// <summary>A row of columns for people and the record as JSON.</summary>
    public static TableRow Row(string cik, string row, string? json, string? etag = null, params ReadOnlySpan<(string Name, object? Value)> columns)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in columns)
        {
            if (value is not null)
                values[name] = value is string { Length: > ColumnLength } text ? Cut(text) : value;
        }

        if (json is not null)
            LongText.Write(values, json);
        return new TableRow(cik, row, values) { ETag = etag };
    }

    /// <summary>The record of a row.</summary>
    public static T Read<T>(TableRow row) =>
        JsonSerializer.Deserialize<T>(LongText.Read(row.Values), RecordJson.Options)
        ?? throw new InvalidDataException($"Row {row.Row} of partition {row.Partition} holds no record: expected a {typeof(T).Name} as JSON.");

    private const int ColumnLength = 500;

    private static string Cut(string text) => text[..(char.IsHighSurrogate(text[ColumnLength - 1]) ? ColumnLength - 1 : ColumnLength)] + "…";

    private static string OfKey(string prefix, StatementKey key) =>
        prefix + "!" + Keys.Join(key.Program, RecordCode.Of(key.Kind), key.Code);
}
