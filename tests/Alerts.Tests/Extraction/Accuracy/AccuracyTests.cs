using System.Globalization;
using System.Text.Json;
using Xunit.Abstractions;

namespace Alerts.Tests.Extraction.Accuracy;

/// <summary>
/// Extraction over all labelled filings against the stored report. A drop fails; a rise passes and is worth storing. To store what is
/// measured now, on purpose, run this test with ALERTS_ACCEPT_ACCURACY=1 and commit accuracy.json.
/// </summary>
public sealed class AccuracyTests(ITestOutputHelper output)
{
    private static readonly string Report = Path.Combine(Corpus.Root, "tests", "Alerts.Tests", "accuracy.json");

    [CorpusFact]
    public void Nothing_is_found_worse_than_the_report_says()
    {
        var score = Score.Of(Corpus.Folder!, Corpus.Gold!);
        var measured = score.Measures().ToList();
        foreach (var fault in score.Faults)
            output.WriteLine(fault);
        foreach (var measure in measured)
            output.WriteLine(measure.ToString());
        if (Environment.GetEnvironmentVariable("ALERTS_ACCEPT_ACCURACY") == "1")
            File.WriteAllText(Report, Write(measured));

        var stored = Read(File.ReadAllText(Report));

        var worse = measured.Where(m => stored.TryGetValue(m.Name, out var before) && m.IsBelow(before)).Select(m => $"{m.Name}: was {Figures(stored[m.Name])}, is {Figures(m)}").ToList();
        Assert.True(worse.Count == 0, $"""
            Extraction got worse on the labelled filings:
              {string.Join("\n  ", worse)}
            The test's output lists what was missed and what is wrong. If the drop is meant (a label was corrected, precision bought with
            recall), store the new figures with: ALERTS_ACCEPT_ACCURACY=1 dotnet test tests/Alerts.Tests --filter {nameof(AccuracyTests)}
            """);
    }

    [Fact]
    public void The_report_names_every_measure() =>
        Assert.Superset(
            new HashSet<string> { "data.core", "data.full", "milestone.core", "milestone.full", "financial.core", "financial.full", "data.tier1", "filing.fields" },
            Read(File.ReadAllText(Report)).Keys.ToHashSet());

    [Fact]
    public void A_lower_figure_is_a_drop_and_a_higher_one_is_none()
    {
        var before = new Measured("data.core", 0.9, 0.9, 0.9);

        Assert.True((before with { Precision = 0.899 }).IsBelow(before));
        Assert.False((before with { Recall = 0.95, F1 = 0.924 }).IsBelow(before));
        Assert.False(before.IsBelow(before));
    }

    // One line a measure, so that two changes of different measures merge.
    private static string Write(IEnumerable<Measured> measures) =>
        "{\n" + string.Join(",\n", measures.Select(m => string.Create(CultureInfo.InvariantCulture, $"  \"{m.Name}\": {{ \"precision\": {m.Precision:0.000}, \"recall\": {m.Recall:0.000}, \"f1\": {m.F1:0.000} }}"))) + "\n}\n";

    private static Dictionary<string, Measured> Read(string report)
    {
        using var json = JsonDocument.Parse(report);
        return json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => new Measured(p.Name, p.Value.GetProperty("precision").GetDouble(), p.Value.GetProperty("recall").GetDouble(), p.Value.GetProperty("f1").GetDouble()));
    }

    private static string Figures(Measured m) => string.Create(CultureInfo.InvariantCulture, $"precision {m.Precision:0.000}, recall {m.Recall:0.000}, F1 {m.F1:0.000}");
}
