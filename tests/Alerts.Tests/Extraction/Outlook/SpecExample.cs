using System.Text.Json;
using System.Text.RegularExpressions;
using Alerts.Extraction.Language;
using Alerts.Extraction.Outlook;
using Alerts.Extraction.Subjects;
using Alerts.Filings;
using Alerts.Records;

namespace Alerts.Tests.Extraction.Outlook;

/// <summary>One example of a specification file: a few lines of a filing and the records that they give.</summary>
/// <param name="Name">File and heading.</param>
/// <param name="Filing">Lines "date: …", "fiscal year end: …", a blank line, then blocks as in Markdown.</param>
/// <param name="Records">One JSON object a line, with the fields that matter; none where nothing is to be found.</param>
public sealed partial record SpecExample(string Name, string Filing, string Records)
{
    /// <summary>All examples of the specification files beside this one.</summary>
    public static IEnumerable<SpecExample> All()
    {
        var folder = Path.Combine(Corpus.Root, "tests", "Alerts.Tests", "Extraction", "Outlook", "Specs");
        foreach (var file in Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal))
        {
            var heading = "";
            foreach (Match match in Parts().Matches(File.ReadAllText(file)))
            {
                if (match.Groups["heading"].Success)
                    heading = match.Groups["heading"].Value;
                else
                    yield return new($"{Path.GetFileNameWithoutExtension(file)}: {heading}", match.Groups["filing"].Value, match.Groups["records"].Value);
            }
        }
    }

    /// <summary>What differs between the records wanted and those found; empty where nothing does.</summary>
    public string Differences()
    {
        var found = Extract().Select(g => JsonSerializer.SerializeToElement(g, RecordJson.Options)).ToList();
        var wanted = Records.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var differences = new List<string>();
        var free = new List<JsonElement>(found);
        foreach (var record in wanted)
        {
            var at = free.FindIndex(f => Matches(record, f));
            if (at < 0)
                differences.Add("missing " + record.GetRawText());
            else
                free.RemoveAt(at);
        }

        differences.AddRange(free.Select(f => "not wanted " + f.GetRawText()));
        return string.Join('\n', differences);
    }

    /// <summary>The guidance found; each quote must stand where it says.</summary>
    public IReadOnlyList<Guidance> Extract()
    {
        var filing = Read();
        var found = GuidanceExtractor.Extract(filing, SubjectIndex.Build(filing), [.. filing.Documents.SelectMany(Sentences.Of)]);
        foreach (var guidance in found)
            Assert.Equal(guidance.Quote, filing.Documents[0].Text.Substring(guidance.Start, guidance.Quote.Length));
        return found;
    }

    private static bool Matches(JsonElement wanted, JsonElement found) => wanted.EnumerateObject().All(field =>
        found.TryGetProperty(field.Name, out var value)
            ? field.Value.ValueKind == JsonValueKind.Number ? Math.Abs(field.Value.GetDouble() - value.GetDouble()) < 1e-6 * Math.Max(1, Math.Abs(value.GetDouble())) : field.Value.ToString() == value.ToString()
            : field.Value.ValueKind == JsonValueKind.Null);

    private ReadFiling Read()
    {
        var lines = Filing.Split('\n');
        string? Fact(string name) => lines.FirstOrDefault(l => l.StartsWith(name + ": ", StringComparison.Ordinal))?[(name.Length + 2)..];
        var facts = new FilingFacts { EventDate = Fact("date") is { } date ? DateOnly.Parse(date) : null, FiscalYearEnd = Fact("fiscal year end") };
        return new(facts, [Text.Document(string.Join('\n', lines.SkipWhile(l => l.Length > 0)))], []);
    }

    [GeneratedRegex("^#+ (?<heading>.+)$|^```filing\n(?<filing>(?:(?!```).*\n)*)```\n+```records\n(?<records>(?:(?!```).*\n)*)```", RegexOptions.Multiline)]
    private static partial Regex Parts();
}
