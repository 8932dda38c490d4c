using System.Text.Json;
using Alerts.Delivery;
using Alerts.Delivery.Webhooks;
using Alerts.Records;

namespace Alerts.Tests.Delivery;

public sealed class AlertPayloadTests
{
    private static readonly JsonSchemaCheck Schema = new(JsonDocument.Parse(File.ReadAllText(SchemaFile)).RootElement);

    public static string SchemaFile => Path.Combine(Corpus.Root, "schemas", "alert-1.schema.json");

    /// <summary>An alert with every kind of statement, every word and every field filled.</summary>
    public static Alert Everything
    {
        get
        {
            var data = AlertSamples.Response(32.4, 23.6, 42.2, 105) with
            {
                Program = "mirvetuximab soravtansine",
                Trial = "SORAYA",
                Phase = "3",
                Count = 34,
                Of = 105,
                PValue = 0.0046,
                Arm = "difference",
                Population = "prior bevacizumab",
                At = "12 months",
                Term = "response",
                Grade = "3+",
                Outcome = "met",
                AsOf = new(2022, 4, 29),
                Flags = ["check"],
            };
            var milestone = AlertSamples.Event(MilestoneCode.Submission, "2022-01-01", "2022-03-31", "first quarter of 2022") with
            {
                What = "BLA",
                Term = "rolling",
                Indication = "ovarian cancer",
                Population = "adults",
                Phase = "3",
            };
            var financial = AlertSamples.Revenue(70e6, 75e6) with { Basis = "GAAP", Term = "licence fees", When = "2022", From = new(2022, 1, 1), To = new(2022, 12, 31) };
            Statement[] statements = [data, milestone, financial];
            var changes = Enum.GetValues<ChangeWord>().SelectMany(word => statements.Select(statement => AlertSamples.OrrRevised with
            {
                Id = $"{word}-{statement.GetType().Name}",
                Kind = statement switch { DataPoint => ChangeKind.Data, Milestone => ChangeKind.Milestone, _ => ChangeKind.Financial },
                Word = word,
                Before = statement,
                After = word is ChangeWord.Lapsed ? null : statement,
                BeforeFiling = "0000855654-22-000007",
                Corrects = "c-1",
                Course = new(new(2022, 1, 1), new(2022, 6, 30), 3, 304, Punctuality.Late, Punctuality.OnTime),
            }));
            return AlertSamples.Alert(AlertSamples.Reader(), [.. changes], [new("EX-99.2", "the exhibit is an image"), new(null, "no text")]);
        }
    }

    [Fact]
    public void Payload_is_as_the_schema_describes_it() => Assert.Empty(Schema.Problems(Payload(Everything)));

    [Fact]
    public void Payload_of_a_filing_that_states_little_is_as_the_schema_describes_it()
    {
        var subscriber = AlertSamples.Reader();
        var bare = AlertComposer.Compose(
            new("lapsed-2022-11-28", subscriber.Id), subscriber, new FilingFacts(), AlertSamples.Url,
            [new Change { Id = "c", Kind = ChangeKind.Milestone, Word = ChangeWord.New, After = AlertSamples.Event(MilestoneCode.Other), Summary = "" }], [], AlertSamples.Created);

        Assert.Empty(Schema.Problems(Payload(bare)));
    }

    [Theory]
    [InlineData("\"alert.created\"", "\"alert.deleted\"")]
    [InlineData("\"kind\":\"milestone\"", "\"kind\":\"rumour\"")]
    [InlineData("\"confidence\":0.95", "\"confidence\":1.5")]
    [InlineData("\"why\"", "\"because\"")]
    [InlineData("\"2023-04-30\"", "\"30.4.2023\"")]
    [InlineData("\"milestone\":\"TOPLINE_DATA\",", "")]
    public void Check_finds_what_differs(string text, string other)
    {
        var json = JsonSerializer.Serialize(Payload(AlertSamples.Alert(AlertSamples.ToplineDelayed)), RecordJson.Options);
        Assert.Contains(text, json, StringComparison.Ordinal);

        Assert.NotEmpty(Schema.Problems(JsonDocument.Parse(json.Replace(text, other, StringComparison.Ordinal)).RootElement));
    }

    [Fact]
    public void Payload_says_what_changed_in_typed_fields()
    {
        var change = Payload(AlertSamples.Alert(AlertSamples.ToplineDelayed)).GetProperty("data").GetProperty("changes")[0];

        Assert.Equal("delayed", change.GetProperty("change").GetString());
        Assert.Equal("TOPLINE_DATA", change.GetProperty("code").GetString());
        Assert.Equal(212, change.GetProperty("by").GetDouble());
        Assert.Equal("2022-09-30", change.GetProperty("before").GetProperty("to").GetString());
        Assert.Equal("early 2023", change.GetProperty("after").GetProperty("when").GetString());
        Assert.Equal("EX-99.1", change.GetProperty("document").GetString());
    }

    [Fact]
    public void Same_alert_gives_the_same_bytes() => Assert.Equal(AlertPayload.Of(Everything).ToUtf8(), AlertPayload.Of(Everything).ToUtf8());

    private static JsonElement Payload(Alert alert) => JsonDocument.Parse(AlertPayload.Of(alert).ToUtf8()).RootElement;
}
