using System.Text.Json.Nodes;
using Alerts.Extraction;
using Alerts.Filings;
using Alerts.Records;

namespace Alerts.Tests.Extraction.Accuracy;

/// <summary>Counts how much of what the labels state is found, and how much is found that they do not state.</summary>
internal sealed class Score
{
    private readonly Dictionary<string, Tally> _tallies = [];
    private readonly int[] _tierFound = new int[4];
    private readonly int[] _tierAll = new int[4];
    private (int Right, int All) _fields;

    /// <summary>What was missed or wrong, a line each.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Runs extraction over all labelled filings.</summary>
    /// <param name="corpus">The folder of the filings.</param>
    /// <param name="gold">The folder of the labels.</param>
    public static Score Of(string corpus, string gold)
    {
        var score = new Score();
        foreach (var file in Directory.GetFiles(gold, "*.json").Order(StringComparer.Ordinal))
        {
            var labels = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
            var filing = FilingReader.Read(File.ReadAllBytes(Path.Combine(corpus, labels["file"]!.GetValue<string>())));
            var found = System.Text.Json.JsonSerializer.SerializeToNode(FilingExtractor.Extract(filing), RecordJson.Options)!.AsObject();
            score.Add(Path.GetFileNameWithoutExtension(file), labels, found);
        }

        return score;
    }

    /// <summary>The measures in the order of the report, each with its figures.</summary>
    public IEnumerable<Measured> Measures()
    {
        foreach (var kind in new[] { Kind.Data, Kind.Milestone, Kind.Financial })
        {
            var tally = _tallies.GetValueOrDefault(kind.Name);
            yield return Measured.Of(kind.Name + ".core", tally.Core, tally.Found, tally.Labels);
            yield return Measured.Of(kind.Name + ".full", tally.Full, tally.Found, tally.Labels);
        }

        for (var tier = 1; tier < _tierAll.Length; tier++)
            yield return Measured.Of($"data.tier{tier}", _tierFound[tier], _tierAll[tier], _tierAll[tier]);
        yield return Measured.Of("filing.fields", _fields.Right, _fields.All, _fields.All);
    }

    private void Add(string name, JsonObject labels, JsonObject found)
    {
        Add(name, Kind.Data, All(labels["dataPoints"]), All(found["dataPoints"]));
        foreach (var kind in new[] { Kind.Milestone, Kind.Financial })
            Add(name, kind, OfKind(labels, kind), OfKind(found, kind));
        foreach (var (field, value) in labels["filing"]?.AsObject() ?? [])
        {
            if (value is null || field == "exhibits")
                continue;
            var isRight = SameField(value, found["filing"]?[field]);
            _fields = (_fields.Right + (isRight ? 1 : 0), _fields.All + 1);
            if (!isRight)
                Faults.Add($"{name}: {field} is {found["filing"]?[field]}, not {value}");
        }
    }

    private void Add(string name, Kind kind, List<Label> labels, List<Label> found)
    {
        var wanted = labels.FindAll(l => !l.IsOptional);
        var missed = wanted.ToList();
        var free = found.ToList();
        var full = Match(missed, free, (l, f) => kind.Core(l, f) && kind.Full(l, f));
        var core = full + Match(missed, free, kind.Core);
        free.RemoveAll(f => labels.Exists(l => l.IsOptional && kind.Core(l, f)));
        Faults.AddRange(missed.Select(l => $"{name}: missed {l}"));
        Faults.AddRange(free.Select(f => $"{name}: wrong {f}"));
        var tally = _tallies.GetValueOrDefault(kind.Name);
        _tallies[kind.Name] = new Tally(tally.Core + core, tally.Full + full, tally.Found + core + free.Count, tally.Labels + wanted.Count);
        if (kind != Kind.Data)
            return;
        foreach (var label in wanted)
        {
            _tierAll[label.Tier]++;
            _tierFound[label.Tier] += missed.Contains(label) ? 0 : 1;
        }
    }

    // One to one, in the order of the labels; what is matched is taken out of both lists.
    private static int Match(List<Label> labels, List<Label> found, Func<Label, Label, bool> same)
    {
        var count = 0;
        foreach (var label in labels.ToList())
        {
            if (found.Find(f => same(label, f)) is not { } match)
                continue;
            labels.Remove(label);
            found.Remove(match);
            count++;
        }

        return count;
    }

    private static List<Label> All(JsonNode? records) => [.. records?.AsArray().Select(r => new Label(r!.AsObject())) ?? []];

    private static List<Label> OfKind(JsonObject filing, Kind kind) => All(filing["guidance"]).FindAll(l => l.Text("kind") == kind.Name);

    private static bool SameField(JsonNode label, JsonNode? found) => label is JsonArray list
        ? list.Select(x => x!.ToString()).Order().SequenceEqual((found?.AsArray() ?? []).Select(x => x!.ToString()).Order())
        : Label.Normal(label.ToString()) == Label.Normal(found?.ToString() ?? "");

    private readonly record struct Tally(int Core, int Full, int Found, int Labels);
}

/// <summary>One line of the report.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Precision">Share of what was found that is right.</param>
/// <param name="Recall">Share of what is labelled that was found.</param>
/// <param name="F1">Their harmonic mean.</param>
internal sealed record Measured(string Name, double Precision, double Recall, double F1)
{
    /// <summary>The measure of counts, rounded to thousandths.</summary>
    public static Measured Of(string name, int right, int found, int labelled)
    {
        var precision = found > 0 ? (double)right / found : labelled > 0 ? 0 : 1;
        var recall = labelled > 0 ? (double)right / labelled : 1;
        return new Measured(name, Math.Round(precision, 3), Math.Round(recall, 3), Math.Round(precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0, 3));
    }

    /// <summary>True where one of the figures is lower than before.</summary>
    public bool IsBelow(Measured before) => Precision < before.Precision || Recall < before.Recall || F1 < before.F1;
}
