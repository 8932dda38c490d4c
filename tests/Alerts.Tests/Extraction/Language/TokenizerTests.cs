using Alerts.Extraction.Language;

namespace Alerts.Tests.Extraction.Language;

public class TokenizerTests
{
    [Theory]
    [InlineData("four of ten patients", "4|of|10|patients")]
    [InlineData("Seventy-one percent", "71|percent")]
    [InlineData("a change of -73% and +2.2", "a|change|of|-73|%|and|2.2")]
    [InlineData("(5.6–7.7)", "(|5.6|–|7.7|)")]
    [InlineData("CI: 5.6,7.7", "CI|:|5.6|,|7.7")]
    [InlineData("10,000 patients", "10000|patients")]
    [InlineData("CBL-514 and huC242-DM4 (T-DM1)", "CBL-514|and|huC242-DM4|(|T-DM1|)")]
    [InlineData("4D-150 at 3E10 vg/eye", "4D-150|at|30000000000|vg|/|eye")]
    [InlineData("52-week, 5mg, 2L+", "52|-|week|,|5|mg|,|2L|+")]
    [InlineData("progression-free survival", "progression|-|free|survival")]
    [InlineData("p<.05; n=11", "p|<|0.05|;|n|=|11")]
    [InlineData("Grade-3 or Grade 3-4", "Grade|-|3|or|Grade|3|-|4")]
    [InlineData("the 43rd meeting", "the|43rd|meeting")]
    public void Numbers_are_values_and_names_stay_whole(string text, string expected)
    {
        var read = Tokenizer.Read(text);

        Assert.Equal(expected.Split('|'), read.Tokens.Select((t, i) =>
            t.IsNumber ? t.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) : read.Span(i).ToString()));
    }

    [Fact]
    public void Tokens_point_into_the_text()
    {
        var read = Tokenizer.Read("ORR was 32.4% (n=106)");

        Assert.Equal("32.4% (n", read.Slice(2, 5));
        Assert.Equal(2, read.IndexAt(8));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0 -")]
    [InlineData("+")]
    [InlineData("9999999999999999999999999999999999999999999999999")]
    [InlineData("1.2.3.4,5,")]
    public void Odd_text_does_not_break_it(string text)
    {
        var read = Tokenizer.Read(text);

        Assert.All(read.Tokens, t => Assert.InRange(t.End, t.Start + 1, text.Length));
    }
}
