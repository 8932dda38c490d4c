using System.Text.Json;
using Alerts.Records;

namespace Alerts.Tests.Records;

public sealed class ChangeJsonTests
{
    private static readonly Change Delay = new()
    {
        Id = "c1",
        Kind = ChangeKind.Milestone,
        Word = ChangeWord.Delayed,
        By = 92,
        Trial = "MIRASOL",
        Before = new Milestone
        {
            Code = MilestoneCode.ToplineData,
            Status = MilestoneStatus.Planned,
            To = new DateOnly(2022, 9, 30),
            Quote = "Top-line data are expected in the third quarter.",
            Document = "EX-99.1",
            Start = 10,
        },
        After = new Milestone
        {
            Code = MilestoneCode.ToplineData,
            Status = MilestoneStatus.Planned,
            To = new DateOnly(2022, 12, 31),
            Quote = "Top-line data are expected by year-end.",
            Document = "EX-99.1",
            Start = 20,
        },
        Summary = "MIRASOL top-line data moved",
        Course = new Course(null, new DateOnly(2022, 6, 30), 2, 184),
    };

    [Fact]
    public void A_change_names_its_code_as_the_contract_spells_it()
    {
        var json = JsonSerializer.SerializeToElement(Delay, RecordJson.Options);

        Assert.Equal("milestone", json.GetProperty("kind").GetString());
        Assert.Equal("delayed", json.GetProperty("change").GetString());
        Assert.Equal("TOPLINE_DATA", json.GetProperty("milestone").GetString());
        Assert.False(json.TryGetProperty("measure", out _));
        Assert.Equal("2022-09-30", json.GetProperty("before").GetProperty("to").GetString());
        Assert.Equal("planned", json.GetProperty("after").GetProperty("status").GetString());
    }

    [Fact]
    public void A_change_that_was_written_reads_back_whole()
    {
        var json = JsonSerializer.Serialize(Delay, RecordJson.Options);

        Assert.Equal(Delay, JsonSerializer.Deserialize<Change>(json, RecordJson.Options));
    }
}
