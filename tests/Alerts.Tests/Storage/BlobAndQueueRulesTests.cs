using Alerts.Storage;

namespace Alerts.Tests.Storage;

public sealed class BlobAndQueueRulesTests
{
    [Theory]
    [InlineData("filings")]
    [InlineData("a-1")]
    [InlineData("123")]
    public void A_container_or_queue_has_lower_case_letters_digits_and_single_hyphens(string name)
    {
        BlobRules.CheckContainer(name);
        QueueRules.CheckQueue(name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("Filings")]
    [InlineData("raw_filings")]
    [InlineData("raw--filings")]
    [InlineData("-filings")]
    [InlineData("filings-")]
    [InlineData("$web")]
    [InlineData("größe")]
    [InlineData("a1234567890123456789012345678901234567890123456789012345678901234")]
    public void Another_name_is_refused(string name)
    {
        Refused("is no container name: expected 3 to 63", () => BlobRules.CheckContainer(name));
        Refused("is no queue name: expected 3 to 56", () => QueueRules.CheckQueue(name));
    }

    [Fact]
    public void A_queue_name_leaves_room_for_that_of_its_poison_queue()
    {
        var longest = new string('q', 56);
        QueueRules.CheckQueue(longest);
        QueueRules.CheckQueue(QueueRules.PoisonQueue(longest)!);
        Refused("expected 3 to 56", () => QueueRules.CheckQueue(new string('q', 57)));
        Assert.Null(QueueRules.PoisonQueue("alerts-poison"));
    }

    [Theory]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData(".")]
    [InlineData("a/..")]
    [InlineData("a./b")]
    [InlineData("a...")]
    public void A_segment_of_a_blob_name_is_not_empty_and_does_not_end_with_a_dot(string name) =>
        Refused("segment that is empty or ends with a dot", () => BlobRules.CheckName(name));

    [Theory]
    [InlineData("a\\b", "U\\+005C")]
    [InlineData("a\nb", "U\\+000A")]
    [InlineData("a\u0090b", "U\\+0090")]
    [InlineData("🧬", "U\\+D83E")]
    public void A_blob_name_or_prefix_has_only_characters_that_every_store_lists_alike(string name, string named)
    {
        Refused("blob name.*" + named, () => BlobRules.CheckName(name));
        Refused("prefix.*" + named, () => BlobRules.CheckPrefix(name));
    }

    [Fact]
    public void A_blob_name_has_1_to_1024_characters_in_at_most_254_segments()
    {
        BlobRules.CheckName(new string('n', 1024));
        Refused("1025 characters: expected 1 to 1024", () => BlobRules.CheckName(new string('n', 1025)));
        Refused("0 characters", () => BlobRules.CheckName(""));
        Refused("255 segments: expected at most 254", () => BlobRules.CheckName(string.Join('/', Enumerable.Repeat("s", 255))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("lastModified")]
    [InlineData("last-modified")]
    [InlineData("last_modified")]
    public void A_metadata_name_has_lower_case_letters_and_digits(string name) =>
        Refused("is no metadata name", () => BlobRules.CheckMetadata(new Dictionary<string, string> { [name] = "x" }));

    [Theory]
    [InlineData("")]
    [InlineData(" x")]
    [InlineData("x ")]
    [InlineData("a\nb")]
    [InlineData("µ")]
    public void A_metadata_value_is_what_a_header_can_carry(string value) =>
        Refused("The metadata name is \".*\": expected printable ASCII", () => BlobRules.CheckMetadata(new Dictionary<string, string> { ["name"] = value }));

    [Fact]
    public void Metadata_take_at_most_8_kibibytes()
    {
        BlobRules.CheckMetadata(new Dictionary<string, string> { ["name"] = new string('x', 8188) });
        Refused("takes 8193 bytes: expected at most 8192", () => BlobRules.CheckMetadata(new Dictionary<string, string> { ["name"] = new string('x', 8189) }));
    }

    private static void Refused(string pattern, Action check) => TableRulesTests.Refused(pattern, check);
}
