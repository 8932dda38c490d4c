using Alerts.Extraction;

namespace Alerts.Tests.Extraction.Specs;

/// <summary>Runs the examples of the specification files beside this one.</summary>
public class SpecTests
{
    private static readonly string Folder = Path.Combine(Corpus.Root, "tests", "Alerts.Tests", "Extraction", "Specs");

    public static TheoryData<string, int> Examples
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var example in All().Order(Comparer<SpecExample>.Create((a, b) => (a.File, a.Line).CompareTo((b.File, b.Line)))))
                data.Add(example.File, example.Line);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_gives_its_records(string file, int line)
    {
        var example = All().Single(e => e.File == file && e.Line == line);

        var points = FilingExtractor.Extract(Text.Filing(example.Text)).DataPoints;

        var left = points.ToList();
        var missing = example.Records.Where(record => !left.Remove(left.Find(p => SpecRecord.Matches(record, p))!)).ToList();
        Assert.True(missing.Count == 0 && left.Count == 0, $"""
            {example}
            missing:
              {string.Join("\n  ", missing)}
            unexpected:
              {string.Join("\n  ", left.Select(SpecRecord.Write))}
            """);
    }

    [Fact]
    public void Every_code_of_the_contract_has_an_example()
    {
        var codes = All().SelectMany(e => e.Records).Select(r => r.Split(' ')[0]).ToHashSet();

        Assert.All(Enum.GetValues<Alerts.Records.Measure>(), measure => Assert.Contains(System.Text.Json.JsonSerializer.Serialize(measure).Trim('"'), codes));
    }

    private static IEnumerable<SpecExample> All() => Directory.GetFiles(Folder, "*.md").SelectMany(SpecExample.Read);
}
