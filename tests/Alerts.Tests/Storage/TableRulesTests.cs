using Alerts.Storage;

namespace Alerts.Tests.Storage;

public sealed class TableRulesTests
{
    [Theory]
    [InlineData("Filings")]
    [InlineData("abc")]
    [InlineData("T12345678901234567890123456789012345678901234567890123456789012")]
    public void A_table_name_is_3_to_63_letters_and_digits(string table) => TableRules.CheckTable(table);

    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("1Filings")]
    [InlineData("Data-Points")]
    [InlineData("Data_Points")]
    [InlineData("Beiträge")]
    [InlineData("Filings\n")]
    [InlineData("T123456789012345678901234567890123456789012345678901234567890123")]
    public void Another_table_name_is_refused(string table) => Refused("3 to 63 letters and digits", () => TableRules.CheckTable(table));

    [Theory]
    [InlineData("a")]
    [InlineData(" a.b:c;d,e'f\"g%h+i*j&k=l<m>n[o]p{q}r|s~t^u`v@w!x$y(z)_-")]
    [InlineData("é 日本 \uFFFD")]
    public void A_key_may_have_most_characters(string key) => TableRules.CheckKeys(key, key);

    [Theory]
    [InlineData("a/b", "U+002F")]
    [InlineData("a\\b", "U+005C")]
    [InlineData("a#b", "U+0023")]
    [InlineData("a?b", "U+003F")]
    [InlineData("a\tb", "U+0009")]
    [InlineData("a\0b", "U+0000")]
    [InlineData("a\u007Fb", "U+007F")]
    [InlineData("a\u0085b", "U+0085")]
    [InlineData("🧬", "U+D83E")]
    public void A_key_may_not_have_some(string key, string named)
    {
        Refused($"partition key.*{System.Text.RegularExpressions.Regex.Escape(named)}", () => TableRules.CheckKeys(key, "r"));
        Refused($"row key.*{System.Text.RegularExpressions.Regex.Escape(named)}", () => TableRules.CheckKeys("p", key));
    }

    [Fact]
    public void A_key_has_1_to_512_characters()
    {
        TableRules.CheckKeys(new string('k', 512), "r");
        Refused("kkk.*513 characters: expected 1 to 512", () => TableRules.CheckKeys("p", new string('k', 513)));
        Refused("partition key \"\" has 0 characters", () => TableRules.CheckKeys("", "r"));
    }

    [Fact]
    public void A_row_has_at_most_252_properties()
    {
        TableRules.CheckRow(Row([.. Enumerable.Range(0, 252).Select(number => ($"p{number}", (object)1L))]));
        Refused("\"r\" of partition \"p\" has 253 properties", () => TableRules.CheckRow(Row([.. Enumerable.Range(0, 253).Select(number => ($"p{number}", (object)1L))])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("9th")]
    [InlineData("ci-low")]
    [InlineData("ci low")]
    [InlineData("größe")]
    [InlineData("PartitionKey")]
    [InlineData("RowKey")]
    [InlineData("Timestamp")]
    public void A_property_has_a_name_of_its_own_that_is_an_identifier(string name) =>
        Refused($"\"r\" of partition \"p\" has the property \".*\": expected", () => TableRules.CheckRow(Row((name, 1L))));

    [Fact]
    public void A_property_name_has_at_most_255_characters()
    {
        TableRules.CheckRow(Row((new string('n', 255), 1L)));
        Refused("256 characters", () => TableRules.CheckRow(Row((new string('n', 256), 1L))));
    }

    [Fact]
    public void A_string_has_at_most_32768_utf16_units()
    {
        TableRules.CheckRow(Row(("quote", new string('q', 32_768))));
        Refused("Property quote of Row \"r\".*32769 characters: expected at most 32768", () => TableRules.CheckRow(Row(("quote", new string('q', 32_769)))));
        Refused("Property quote.*32770 characters", () => TableRules.CheckRow(Row(("quote", string.Concat(Enumerable.Repeat("🧬", 16_385))))));
    }

    public static TheoryData<object?, string> BadValues => new()
    {
        { double.NaN, "NaN: expected a finite one" },
        { double.PositiveInfinity, "expected a finite one" },
        { new DateTimeOffset(2021, 11, 30, 7, 0, 0, TimeSpan.FromHours(-5)), "2021-11-30T07:00:00.0000000-05:00: expected UTC" },
        { new DateTimeOffset(1600, 12, 31, 23, 59, 59, TimeSpan.Zero), "1600-12-31T23:59:59.0000000.00:00: expected 1601-01-01" },
        { 1, "a value of type Int32: expected string, long, double, bool or DateTimeOffset" },
        { 1m, "a value of type Decimal" },
        { null, "null: expected a value, or no property" },
    };

    [Theory]
    [MemberData(nameof(BadValues))]
    public void A_value_is_of_a_type_and_range_that_a_table_has(object? value, string named) =>
        Refused($"Property x of Row \"r\" of partition \"p\" has .*{named}", () => TableRules.CheckRow(Row(("x", value!))));

    [Fact]
    public void A_string_that_was_cut_within_a_character_is_refused()
    {
        foreach (var cut in (string[])["cut \uD83E", "\uDDEC tail", "\uDDEC\uD83E", "\uD83E\uD83E\uDDEC"])
            Refused("Property x of Row \"r\".*half of a surrogate pair", () => TableRules.CheckRow(Row(("x", cut))));
        TableRules.CheckRow(Row(("x", "\uD83E\uDDEC \uFFFD")));
    }

    [Fact]
    public void The_size_of_a_row_counts_keys_names_and_values()
    {
        var row = Row(("ab", "abc"), ("n", 1L), ("d", 1.0), ("b", true), ("t", TableRules.MinDate));
        Assert.Equal(4 + (2 * 2) + (8 + 4 + 4 + 6) + (3 * (8 + 2 + 8)) + (8 + 2 + 1), TableRules.SizeOf(row));
    }

    [Fact]
    public void A_row_takes_at_most_a_mebibyte()
    {
        // 4 and 4 for the keys, 15 of 8 + 4 + 4 + 65,536, and one that fills what is left.
        (string, object)[] full = [.. Enumerable.Range(0, 15).Select(number => ($"{(char)('a' + number)}1", (object)new string('x', 32_768)))];
        var left = (TableRules.MaxRowSize - 8 - (15 * (8 + 4 + 4 + 65_536)) - (8 + 4 + 4)) / 2;
        var largest = Row([.. full, ("z1", new string('x', left))]);
        Assert.Equal(TableRules.MaxRowSize, TableRules.SizeOf(largest));

        TableRules.CheckRow(largest);
        Refused("\"r\" of partition \"p\" takes 1048578 bytes: expected at most 1048576", () => TableRules.CheckRow(Row([.. full, ("z1", new string('x', left + 1))])));
    }

    [Fact]
    public void A_message_shows_unprintable_characters_and_cuts_what_is_long()
    {
        var refusal = Assert.Throws<StorageRuleException>(() => TableRules.CheckTable("a\nb\0" + new string('x', 500)));
        Assert.StartsWith("\"a\\nb\\u0000xxx", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("x\"… (504 characters)", refusal.Message, StringComparison.Ordinal);
        Assert.True(refusal.Message.Length < 250);
    }

    [Fact]
    public void A_bound_of_a_query_is_any_text_that_sorts_alike_everywhere()
    {
        TableRules.CheckQuery("p", "a/", Keys.PrefixEnd("a!"));
        Refused("The bound .* has a character beyond U\\+FFFF", () => TableRules.CheckQuery("p", null, "🧬"));
    }

    internal static TableRow Row(params (string Name, object Value)[] values) =>
        new("p", "r", values.ToDictionary(value => value.Name, value => value.Value));

    internal static void Refused(string pattern, Action check) =>
        Assert.Matches(pattern, Assert.Throws<StorageRuleException>(check).Message);
}
