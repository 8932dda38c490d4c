using Alerts.Extraction;
using Alerts.Filings;
using Alerts.History;
using Alerts.Records;
using Alerts.Tests.Samples;

namespace Alerts.Tests.History;

/// <summary>
/// Reading and history together: the turns of the samples' story as they come out of the filings themselves. Unlike
/// <see cref="ImmunoGenStoryTests"/> this moves with extraction, so it holds the turns that matter and not every line.
/// </summary>
public sealed class ReadStoryTests
{
    [Theory]
    [InlineData("2007-08-01 achieved huC242-DM4 Phase 2 trial start (gastric cancer): achieved, expected Jun–Jul 2007 (late)")]
    [InlineData("2009-06-11 withdrawn IMGN242 Phase 2 trial completion: withdrawn")]
    [InlineData("2013-11-05 withdrawn NORTH trial completion: withdrawn")]
    [InlineData("2018-08-03 new FORWARD I top-line data: expected H1 2019")]
    [InlineData("2018-11-02 lowered FY2018 revenue: $60–65M → $50–55M (lowered by $10M at the midpoint)")]
    [InlineData("2019-03-01 new FORWARD I primary endpoint: not met")]
    [InlineData("2021-05-10 delayed SORAYA top-line data: Q3 2021 → Q4 2021 (delayed by about 1 quarter)")]
    [InlineData("2021-05-10 delayed mirvetuximab soravtansine BLA submission: by end of 2021 → Q1 2022 (delayed by about 1 quarter)")]
    [InlineData("2021-05-10 delayed MIRASOL top-line data: Q2 2022 → Q3 2022 (delayed by about 1 quarter)")]
    [InlineData("2022-05-23 new mirvetuximab soravtansine decision: expected 28 Nov 2022")]
    [InlineData("2022-05-23 delayed MIRASOL top-line data: Q3 2022 → early 2023 (delayed by about 2 quarters)")]
    [InlineData("2022-11-15 achieved MIRASOL enrollment completion: achieved")]
    [InlineData("2023-03-01 delayed MIRASOL top-line data: early 2023 → Q2 2023 (delayed by about 2 months)")]
    [InlineData("2023-04-28 narrowed MIRASOL top-line data: Q2 2023 → early May 2023 (narrowed)")]
    [InlineData("2023-04-28 raised FY2023 revenue: $30–35M → $45–50M (raised by $15M at the midpoint)")]
    [InlineData("2023-05-03 new MIRASOL primary endpoint: met")]
    [InlineData("2023-11-30 achieved mirvetuximab soravtansine sBLA submission: achieved, expected H2 2023 (on time)")]
    public async Task A_turn_of_the_story_is_read_from_the_filings(string turn) => Assert.Contains(turn, await Story.Value);

    private static readonly Lazy<Task<List<string>>> Story = new(Read);

    private static async Task<List<string>> Read()
    {
        var store = new HistoryStore(new MemoryTables());
        foreach (var (sample, _) in SampleLabels.All)
            await store.RecordAsync(FilingExtractor.Extract(FilingReader.Read(File.ReadAllBytes(sample)), Path.GetFileName(sample)), Say.Cik, default);
        return [.. (await Say.All(store)).Select(change => $"{change.At:yyyy-MM-dd} {RecordCode.Of(change.Word)} {change.Summary}")];
    }
}
