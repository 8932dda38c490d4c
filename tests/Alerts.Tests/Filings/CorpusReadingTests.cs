using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alerts.Filings;
using Alerts.Records;

namespace Alerts.Tests.Filings;

/// <summary>Real filings against what their own headers and hand-made labels say.</summary>
public sealed class CorpusReadingTests
{
    /// <summary>Submissions whose header does not name the items that the document has, and why the document is right.</summary>
    private static readonly Dictionary<string, string> WrongHeaders = new(StringComparer.Ordinal)
    {
        ["0000320193-96-000027.txt"] = "The report has Item 5 and Item 7; the header names 7 alone.",
        ["0001104659-04-019574.txt"] = "Item 12 was new in 2003; the header leaves its line blank.",
        ["1001258_8K_2004_0001125282-04-002113.txt"] = "Item 12 was new in 2003; the header leaves its line blank.",
        ["1001258_8K_2004_0001125282-04-003595.txt"] = "Item 12 was new in 2003; the header leaves its line blank.",
        ["1001426_8K_2003_0000891092-03-002843.txt"] = "Item 12 was new in 2003; the header names 7 alone.",
        ["1004963_8K_1996_0001004963-96-000018.txt"] = "The report has Item 5; the header says Item 1, changes in control.",
    };

    /// <summary>Submissions whose document has no heading for an item that the header names.</summary>
    private static readonly Dictionary<string, string> WithoutHeading = new(StringComparer.Ordinal)
    {
        ["0001213900-09-002194.txt"] = "The exhibit list stands under Item 4.01; there is no heading of Item 9.01.",
    };

    public static string Submissions => Path.Combine(Corpus.Folder!, "filings", "full-submissions");

    [CorpusFact]
    public void Items_equal_those_of_the_header() => Assert.Equal(
        WrongHeaders.Keys.Order(StringComparer.Ordinal),
        Differences(filing => filing.Facts.Items));

    [CorpusFact]
    public void Items_of_the_document_alone_equal_those_of_the_header() => Assert.Equal(
        WrongHeaders.Keys.Concat(WithoutHeading.Keys).Order(StringComparer.Ordinal),
        Differences(filing => ItemHeadings.Read(filing.Documents[0])));

    [CorpusFact]
    public void Filing_fields_are_those_of_the_labels()
    {
        var wrong = new List<string>();
        foreach (var (label, filing) in Labelled())
        {
            var read = JsonSerializer.SerializeToNode(filing.Facts, RecordJson.Options)!;
            foreach (var (field, expected) in label["filing"]!.AsObject())
            {
                if (expected is null)
                    continue;
                if (field == "exhibits" ? !SameExhibits(expected.AsArray(), filing.Facts.Exhibits) : !Same(expected, read[field]))
                    wrong.Add($"{label["file"]}: {field} {expected.ToJsonString()} was read as {read[field]?.ToJsonString()}");
            }
        }

        Assert.Empty(wrong);
    }

    [CorpusFact]
    public void Every_labelled_quote_stands_in_one_block()
    {
        var missing = new List<string>();
        foreach (var (label, filing) in Labelled())
        {
            var blocks = filing.Documents.SelectMany(document => document.Blocks).Select(block => Letters(block.Text)).ToList();
            foreach (var record in Records(label, "dataPoints").Concat(Records(label, "guidance")))
            {
                var quote = (string?)record!["quote"] ?? "";
                if (!blocks.Exists(block => block.Contains(Letters(quote), StringComparison.Ordinal)))
                    missing.Add($"{label["file"]}: {quote}");
            }
        }

        Assert.Empty(missing);
    }

    [CorpusFact]
    public void Covers_read_as_people_read_them()
    {
        var wrong = new List<string>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Corpus.Folder!, "filings", "expected-cover-page"), "*.json"))
        {
            var expected = JsonNode.Parse(File.ReadAllText(path))!;
            var accession = Path.GetFileNameWithoutExtension(path);
            var facts = FilingReader.Read(File.ReadAllBytes(Path.Combine(Submissions, accession + ".txt"))).Facts;
            var cover = CoverPage.Read(FilingReader.Read(File.ReadAllBytes(Path.Combine(Submissions, accession + ".txt"))).Documents[0], new CoverFacts());
            if (!Same(expected["name"]!, JsonValue.Create(facts.Company)) || facts.Accession != accession || facts.Form != (string?)expected["form"])
                wrong.Add($"{accession}: {facts.Company}, {facts.Accession}, {facts.Form}");
            if ((string?)expected["trading_symbol"] is { } symbol && symbol != facts.Ticker)
                wrong.Add($"{accession}: {facts.Ticker} instead of {symbol}");

            // The cover's own day; parentheses behind it name the event's.
            var day = DateOnly.Parse((string)expected["date"]!, CultureInfo.InvariantCulture);
            if (cover.EventDate != day && accession is not ("0001213900-09-002194" or "0000723533-04-000001"))
                wrong.Add($"{accession}: {cover.EventDate} instead of {day}");
        }

        Assert.Empty(wrong);
    }

    private static List<string> Differences(Func<ReadFiling, IReadOnlyList<string>> items)
    {
        var different = new List<string>();
        foreach (var path in Directory.EnumerateFiles(Submissions).Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(path);
            var header = SubmissionHeader.Read(Submission.Read(bytes).Header);

            // A header of which every line is blank says nothing.
            var named = header.Items.Where(value => value.Length > 0).Select(value => Items.FromHeader(value, header.FiledOn)).ToList();
            if (named.Count == 0 || (named.Count < header.Items.Count && !WrongHeaders.ContainsKey(Path.GetFileName(path))))
                continue;
            if (!named.Order(StringComparer.Ordinal).SequenceEqual(items(FilingReader.Read(bytes)).Order(StringComparer.Ordinal)))
                different.Add(Path.GetFileName(path));
        }

        return different;
    }

    private static IEnumerable<(JsonNode Label, ReadFiling Filing)> Labelled()
    {
        foreach (var path in Directory.EnumerateFiles(Corpus.Gold!, "*.json").Order(StringComparer.Ordinal))
        {
            var label = JsonNode.Parse(File.ReadAllText(path))!;
            yield return (label, FilingReader.Read(File.ReadAllBytes(Path.Combine(Corpus.Folder!, (string)label["file"]!))));
        }
    }

    private static JsonArray Records(JsonNode label, string name) => label[name]?.AsArray() ?? [];

    private static bool Same(JsonNode expected, JsonNode? read) => expected is JsonArray list
        ? list.Select(item => (string?)item).Order(StringComparer.Ordinal).SequenceEqual((read?.AsArray() ?? []).Select(item => (string?)item).Order(StringComparer.Ordinal))
        : Letters((string?)expected ?? "") == Letters((string?)read ?? "");

    private static bool SameExhibits(JsonArray expected, IReadOnlyList<Exhibit> read) =>
        expected.Select(exhibit => (string?)exhibit!["number"]).Order(StringComparer.Ordinal)
            .SequenceEqual(read.Select(exhibit => exhibit.Number).Order(StringComparer.Ordinal))
        && expected.All(exhibit => (string?)exhibit!["description"] is not { } description
            || read.Any(other => Letters(other.Description ?? "") == Letters(description)));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
