using System.Text.Json;
using System.Text.Json.Nodes;
using Alerts.Extraction;
using Alerts.Filings;
using Alerts.History;
using Alerts.Records;
using Xunit.Abstractions;

namespace Alerts.Tests.History;

/// <summary>
/// The engine alone against histories made by hand: the labels of a company's releases are folded in the place of
/// parsed records, and the changes compared with those that a reader found.
/// </summary>
public sealed class GoldHistoryTests(ITestOutputHelper output)
{
    [CorpusFact]
    public Task Changes_of_a_company_without_form_8_K_are_those_a_reader_found() => Holds("geovax-2024q3-2025q2", extra: 2);

    [CorpusFact]
    public Task Changes_of_quarterly_outlooks_are_those_a_reader_found() => Holds("pericom-2005-2007", extra: 2);

    [CorpusFact]
    public Task Releases_that_are_read_give_the_changes_a_reader_found() => Holds("geovax-2024q3-2025q2", extra: 3, AsRead, missing: 2);

    [CorpusFact]
    public Task Outlooks_that_are_read_give_the_changes_a_reader_found() => Holds("pericom-2005-2007", extra: 2, AsRead);

    private static ParsedFiling Labelled(string file) => GoldLabels.Read(Path.Combine(Corpus.Gold!, Path.GetFileNameWithoutExtension(file) + ".json"));

    private static ParsedFiling AsRead(string file) => FilingExtractor.Extract(FilingReader.Read(File.ReadAllBytes(Path.Combine(Corpus.Folder!, file))), file);

    private async Task Holds(string name, int extra, Func<string, ParsedFiling>? read = null, int missing = 0)
    {
        var gold = JsonNode.Parse(File.ReadAllText(Path.Combine(Corpus.Gold!, "changes", name + ".json")))!.AsObject();
        var changes = await Fold([.. gold["files"]!.AsArray().Select(file => file!.GetValue<string>())], read ?? Labelled);
        // The first file only sets the starting point.
        var first = gold["files"]![0]!.GetValue<string>();
        var left = changes.Where(change => change.File != first && change.Word != ChangeWord.Lapsed).ToList();

        var missed = new List<string>();
        foreach (var expected in Of(gold, "changes").Where(change => change["optional"] is null))
        {
            if (left.Find(change => Matches(expected, change)) is { } found)
                left.Remove(found);
            else
                missed.Add(expected.ToJsonString());
        }

        foreach (var optional in Of(gold, "changes").Where(change => change["optional"] is not null))
            left.RemoveAll(change => change.File == (string?)optional["file"] && Code(optional) == change.Code);
        foreach (var line in missed.Select(line => "missed: " + line).Concat(left.Select(change => $"extra: {change.File} {change.Word} {change.Summary}")))
            output.WriteLine(line);

        Assert.InRange(missed.Count, 0, missing);
        Assert.InRange(left.Count, 0, extra);
        Assert.DoesNotContain(Of(gold, "reaffirmed"), known => changes.Any(change => IsRaised(known, change)));
    }

    private static async Task<List<Change>> Fold(IReadOnlyList<string> files, Func<string, ParsedFiling> read)
    {
        var store = new HistoryStore(new MemoryTables());
        foreach (var file in files)
            await store.RecordAsync(read(file), Say.Cik, default);
        return [.. await Say.All(store)];
    }

    private static bool Matches(JsonObject expected, Change change)
    {
        var alternatives = Of(expected, "accept").Prepend([]).ToList();
        return change.File == (string?)expected["file"]
            && RecordCode.Of(change.Kind) == (string?)expected["kind"]
            && alternatives.Exists(other => (Code(other) ?? Code(expected)) == change.Code
                && ((string?)other["change"] ?? (string?)expected["change"]) == RecordCode.Of(change.Word))
            && (expected["program"] is not { } program || change.Program?.Contains(program.GetValue<string>(), StringComparison.OrdinalIgnoreCase) == true)
            && Agrees(expected["before"], change.Before) && Agrees(expected["after"], change.After);
    }

    // A statement that is said again must not be raised, except as what the same filing also changed.
    private static bool IsRaised(JsonObject known, Change change) =>
        change.File == (string?)known["file"] && change.Code == Code(known) && change.Code != "OTHER"
        && change.Program == (string?)known["program"] && change.Trial == (string?)known["trial"]
        && change.After is Milestone milestone && milestone.Population == (string?)known["population"]
        && Agrees(known, milestone) && milestone.Status is not MilestoneStatus.Withdrawn;

    private static bool Agrees(JsonNode? expected, Statement? actual) => (expected, actual) switch
    {
        (null, _) => true,
        (JsonObject side, Milestone milestone) => side["to"] is null || Overlaps(side, milestone),
        (JsonObject side, FinancialGuidance figure) => (double?)side["low"] == figure.Low && (double?)side["high"] == figure.High,
        (JsonObject side, DataPoint point) => (side["outcome"] is null || (string?)side["outcome"] == point.Outcome)
            && (side["value"] is null || (double?)side["value"] == point.Value),
        _ => false,
    };

    private static bool Overlaps(JsonObject side, Milestone milestone) => milestone is { From: { } from, To: { } to }
        && DateOnly.Parse((string)side["from"]!) <= to && DateOnly.Parse((string)side["to"]!) >= from;

    private static string? Code(JsonObject entry) => (string?)(entry["milestone"] ?? entry["metric"] ?? entry["measure"]);

    private static IEnumerable<JsonObject> Of(JsonObject gold, string list) => (gold[list]?.AsArray() ?? []).Select(entry => entry!.AsObject());
}

/// <summary>Reads hand-made labels as if they had been parsed.</summary>
internal static class GoldLabels
{
    public static ParsedFiling Read(string path)
    {
        var label = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        label["filing"] ??= new JsonObject();
        var aliases = new JsonArray();
        var place = 0;
        foreach (var list in new[] { "dataPoints", "guidance" })
        {
            foreach (var entry in (label[list]?.AsArray() ?? []).Select(entry => entry!.AsObject()).ToList())
            {
                // The labels hold reported balances as optional; the contract counts them as no guidance.
                if (entry["optional"] is not null && (string?)entry["metric"] == "CASH")
                {
                    label[list]!.AsArray().Remove(entry);
                    continue;
                }

                entry["document"] = "EX-99.1";
                entry["start"] = place++;
                entry["quote"] ??= "";
                if (entry["aliases"] is JsonArray names)
                    aliases.Add(new JsonArray([JsonValue.Create((string?)entry["program"]), .. names.Select(name => name!.DeepClone())]));
            }
        }

        label["aliases"] = aliases;
        return label.Deserialize<ParsedFiling>(RecordJson.Options)!;
    }
}
