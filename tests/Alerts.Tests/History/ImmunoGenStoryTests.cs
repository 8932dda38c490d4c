using Alerts.Filings;
using Alerts.History;
using Alerts.Records;
using Alerts.Tests.Samples;

namespace Alerts.Tests.History;

/// <summary>
/// The history of the sample filings, line by line. What the filings state is taken from the hand-made labels, so that
/// this story changes only when history does, not when extraction does. To accept a change on purpose, copy
/// immunogen.received.txt from the test's output folder over tests/Alerts.Tests/History/immunogen.txt.
/// </summary>
public sealed class ImmunoGenStoryTests
{
    [Fact]
    public async Task The_story_of_ImmunoGen_reads_true_from_2000_to_2024()
    {
        var expected = File.ReadAllLines(Path.Combine(Corpus.Root, "tests", "Alerts.Tests", "History", "immunogen.txt"));
        var actual = await Lines();
        File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, "immunogen.received.txt"), actual);

        Assert.Equal(
            string.Join('\n', expected.Except(actual).Select(line => "no longer: " + line)),
            string.Join('\n', actual.Except(expected).Select(line => "now: " + line)));
        Assert.Equal(expected, actual);
    }

    [Fact]
    public async Task It_reads_the_same_when_the_filings_come_in_another_order()
    {
        var forwards = await Lines();

        Assert.Equal(forwards, await Lines(filings => filings.Reverse()));
        Assert.Equal(forwards, await Lines(filings => filings.OrderBy(filing => filing.Filing.Accession![^1])));
    }

    private static async Task<string[]> Lines(Func<IEnumerable<ParsedFiling>, IEnumerable<ParsedFiling>>? order = null)
    {
        var store = new HistoryStore(new MemoryTables());
        foreach (var filing in (order ?? (filings => filings))(Filings()))
            await store.RecordAsync(filing, Say.Cik, default);
        await store.LapseAsync(Say.Cik, new DateTimeOffset(2024, 12, 31, 0, 0, 0, TimeSpan.Zero), default);
        return [.. (await Say.All(store)).Select(Line)];
    }

    private static string Line(Change change) =>
        $"{change.At:yyyy-MM-dd} | {RecordCode.Of(change.Word),-9} | {change.Summary} | {change.Filing}{(change.BeforeFiling is { } before && before != change.Filing ? " < " + before : "")}";

    /// <summary>What the samples state, by their labels.</summary>
    internal static IEnumerable<ParsedFiling> Filings()
    {
        foreach (var (sample, _) in SampleLabels.All)
        {
            var facts = FilingReader.Read(File.ReadAllBytes(sample)).Facts;
            var label = Path.Combine(Corpus.Root, "tests", "Alerts.Tests", "Samples", "Labels", Path.GetFileNameWithoutExtension(sample) + ".json");
            yield return GoldLabels.Read(label) with { Filing = facts, File = Path.GetFileName(sample) };
        }
    }
}
