using Alerts.Storage;
using FsCheck;
using FsCheck.Fluent;

namespace Alerts.Tests.Storage;

public sealed class KeysTests
{
    // Characters around every border of the escaping, so that random texts meet there often.
    private static readonly Gen<string> Texts = Gen.Elements("\0\u001F !#$%&'()-./09:>?@AZ[\\]az|}~\u007F\u0080\u00E9\uD7FF\uD83E\uDDEC\uDFFF\uE000\uFFFF".ToCharArray())
        .ListOf().Select(characters => string.Concat(characters));

    [Theory]
    [InlineData("0001558370-21-016273", "0001558370-21-016273")]
    [InlineData("FORWARD I", "FORWARD$20I")]
    [InlineData("I-DXd/T-DM1 #2?", "I-DXd.~~T-DM1$20$232>~~")]
    [InlineData("back\\slash [x]", "back[~~slash$20[x]")]
    [InlineData("100% 'µ'", "100$25$20$27~00B5$27")]
    [InlineData("a!b$c~d", "a$21b$24c~007Ed")]
    [InlineData("", "")]
    public void Text_is_written_as_plainly_as_a_key_can_be(string text, string key)
    {
        Assert.Equal(key, Keys.Escape(text));
        Assert.Equal(text, Keys.Unescape(key));
    }

    [Fact]
    public void Any_text_makes_a_key_and_is_read_back() => Prop.ForAll(Texts.ToArbitrary(), text =>
    {
        var key = Keys.Escape(text);
        TableRules.CheckKeys("p", "k" + key);
        Assert.All(key, character => Assert.InRange(character, '$', '~'));
        Assert.Equal(text, Keys.Unescape(key));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Keys_sort_as_their_texts_do() => Prop.ForAll(Texts.Two().ToArbitrary(), texts =>
    {
        var (a, b) = texts;
        Assert.Equal(Math.Sign(string.CompareOrdinal(a, b)), Math.Sign(string.CompareOrdinal(Keys.Escape(a), Keys.Escape(b))));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Joined_keys_sort_by_their_first_part_then_their_second() => Prop.ForAll(Texts.Four().ToArbitrary(), texts =>
    {
        var (a1, a2, b1, b2) = texts;
        var expected = string.CompareOrdinal(a1, b1) is var first and not 0 ? first : string.CompareOrdinal(a2, b2);
        Assert.Equal(Math.Sign(expected), Math.Sign(string.CompareOrdinal(Keys.Join(a1, a2), Keys.Join(b1, b2))));
        Assert.Equal([a1, a2], Keys.Split(Keys.Join(a1, a2)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Theory]
    [InlineData("$2")]
    [InlineData("$zz")]
    [InlineData("$20x$")]
    [InlineData("$2f")]
    [InlineData("$41")]
    [InlineData("~00b5")]
    [InlineData("~0041")]
    [InlineData("~~")]
    [InlineData("a~~")]
    [InlineData("a b")]
    [InlineData("µ")]
    public void What_was_never_escaped_is_not_read(string key) =>
        Assert.Contains(key[..1], Assert.Throws<FormatException>(() => Keys.Unescape(key)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_joined_key_has_each_part_even_if_empty()
    {
        Assert.Equal("SORAYA!ORR!investigator", Keys.Join("SORAYA", "ORR", "investigator"));
        Assert.Equal("SORAYA!!", Keys.Join("SORAYA", "", ""));
        Assert.Equal(["SORAYA", "", ""], Keys.Split("SORAYA!!"));
    }

    [Fact]
    public void Timestamps_sort_as_moments_do_and_are_read_back()
    {
        var morning = new DateTimeOffset(2021, 11, 30, 7, 1, 16, TimeSpan.FromHours(-5));
        Assert.Equal("20211130T1201160000000Z", Keys.Timestamp(morning));
        Assert.Equal(morning, Keys.ReadTimestamp("20211130T1201160000000Z"));
        Assert.Equal(TimeSpan.Zero, Keys.ReadTimestamp("20211130T1201160000000Z").Offset);

        Prop.ForAll(ArbMap.Default.GeneratorFor<DateTimeOffset>().Two().ToArbitrary(), moments =>
        {
            var (a, b) = moments;
            Assert.Equal(a.CompareTo(b), Math.Sign(string.CompareOrdinal(Keys.Timestamp(a), Keys.Timestamp(b))));
            Assert.Equal(a, Keys.ReadTimestamp(Keys.Timestamp(a)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_text_too_long_for_a_key_keeps_its_beginning_and_stays_another_than_others()
    {
        const string Term = "grade 3 or higher ocular events leading to a dose reduction in patients with prior bevacizumab";
        var shortened = Keys.Shorten(Term, 60);

        Assert.Matches("^grade 3 or higher ocular.*=[0-9a-f]{16}$", shortened);
        Assert.InRange(Keys.Escape(shortened).Length, 56, 60);
        Assert.Equal(shortened, Keys.Shorten(Term, 60));
        Assert.NotEqual(shortened, Keys.Shorten(Term + "s", 60));
        Assert.Equal(Term, Keys.Shorten(Term, Keys.Escape(Term).Length));
        Assert.NotEqual(Term, Keys.Shorten(Term, Keys.Escape(Term).Length - 1));
    }

    [Fact]
    public void Any_text_is_shortened_to_fit_and_never_within_a_character() => Prop.ForAll(Texts.Select(text => text + text + "🧬🧬").ToArbitrary(), text =>
    {
        for (var length = 17; length < 40; length++)
        {
            var shortened = Keys.Shorten(text, length);
            Assert.True(Keys.Escape(shortened).Length <= length);
            Assert.True(shortened == text || text.StartsWith(shortened[..^17], StringComparison.Ordinal));
            Assert.True(shortened == text || shortened.Length == 17 || !char.IsSurrogatePair(text, shortened.Length - 18));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Theory]
    [InlineData("2021-11-30")]
    [InlineData("20211130T120116Z")]
    [InlineData("20211330T1201160000000Z")]
    public void What_is_no_timestamp_is_named(string text) =>
        Assert.Contains(text, Assert.Throws<FormatException>(() => Keys.ReadTimestamp(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_end_of_a_prefix_is_the_least_key_beyond_it() => Prop.ForAll(Texts.Two().ToArbitrary(), texts =>
    {
        var (a, b) = texts;
        var prefix = Keys.Join(a, "");
        var key = Keys.Join(a + b, b);
        var within = string.CompareOrdinal(prefix, key) <= 0 && string.CompareOrdinal(key, Keys.PrefixEnd(prefix)) < 0;
        Assert.Equal(key.StartsWith(prefix, StringComparison.Ordinal), within);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_prefix_that_nothing_can_follow_has_no_end()
    {
        Assert.ThrowsAny<ArgumentException>(() => Keys.PrefixEnd(""));
        Assert.ThrowsAny<ArgumentException>(() => Keys.PrefixEnd("a\uFFFF"));
    }
}
