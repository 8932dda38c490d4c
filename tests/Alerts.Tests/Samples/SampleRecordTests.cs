using System.Text.Json.Nodes;
using Alerts.Extraction;
using Alerts.Filings;
using Alerts.Records;
using Xunit.Abstractions;

namespace Alerts.Tests.Samples;

/// <summary>
/// How much of what the samples state is found with program, trial and exact window or interval, and how much is found that
/// they do not state so. The limits follow the rules with a little room: raise "found" and lower "wrong" as these get better.
/// </summary>
public sealed class SampleRecordTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("milestone", 69, 3)]
    [InlineData("financial", 20, 0)]
    [InlineData("data", 107, 3)]
    public void Statements_of_the_samples_are_found(string kind, int found, int wrong)
    {
        var (right, missed, extra) = (0, 0, 0);
        foreach (var (sample, label) in SampleLabels.All)
        {
            var labels = Labels(label, kind);
            var left = Records(FilingExtractor.Extract(FilingReader.Read(File.ReadAllBytes(sample))), kind);
            foreach (var expected in labels)
            {
                var match = left.FirstOrDefault(record => record.Says(expected));
                var optional = expected["optional"] is not null;
                if (match is not null)
                    left.Remove(match);
                else if (!optional)
                    output.WriteLine($"missed in {Path.GetFileName(sample)}: {expected.ToJsonString()}");
                (right, missed) = optional ? (right, missed) : match is null ? (right, missed + 1) : (right + 1, missed);
            }

            foreach (var record in left)
                output.WriteLine($"wrong in {Path.GetFileName(sample)}: {record}");
            extra += left.Count;
        }

        output.WriteLine($"{kind}: {right} found, {missed} missed, {extra} wrong");
        Assert.True(right >= found, $"{kind}: {right} found, at least {found} expected");
        Assert.True(extra <= wrong, $"{kind}: {extra} wrong, at most {wrong} expected");
    }

    [Fact]
    public void Every_quote_stands_in_its_document()
    {
        foreach (var (sample, _) in SampleLabels.All)
        {
            var filing = FilingReader.Read(File.ReadAllBytes(sample));
            var parsed = FilingExtractor.Extract(filing);
            Assert.All(
                parsed.DataPoints.Concat<Statement>(parsed.Guidance),
                record => Assert.Contains(
                    filing.Documents,
                    document => document.Type == record.Document && document.Text.AsSpan(record.Start).StartsWith(record.Quote, StringComparison.Ordinal)));
        }
    }

    private static List<JsonObject> Labels(JsonObject label, string kind) => kind == "data"
        ? [.. label["dataPoints"]!.AsArray().Select(x => x!.AsObject())]
        : [.. label["guidance"]!.AsArray().Select(x => x!.AsObject()).Where(x => x["kind"]!.GetValue<string>() == kind)];

    private static List<Statement> Records(ParsedFiling parsed, string kind) => kind switch
    {
        "data" => [.. parsed.DataPoints],
        "milestone" => [.. parsed.Guidance.OfType<Milestone>()],
        _ => [.. parsed.Guidance.OfType<FinancialGuidance>()],
    };
}
