namespace Alerts.Tests.Filings;

public sealed class SuperscriptTests
{
    [Theory]
    [InlineData("168 mg/m<sup>2</sup>, given", "168 mg/m2, given")]
    [InlineData("32.4%<sup>1</sup> of patients", "32.4% of patients")]
    [InlineData("$18.3 Million<SUP>(1)</SUP> in income", "$18.3 Million in income")]
    [InlineData("3 x 10<sup>10</sup> vg/eye", "3 x 10^10 vg/eye")]
    [InlineData("the 43<sup>rd</sup> meeting", "the 43rd meeting")]
    [InlineData("ELEXIA<sup>®</sup> and CD8<sup>+</sup> cells", "ELEXIA® and CD8+ cells")]
    [InlineData("with <sup>177</sup>Lu-dotatate", "with 177Lu-dotatate")]
    [InlineData("C<sub>max</sub> of HbA<sub>1c</sub>", "Cmax of HbA1c")]
    [InlineData("p=0.03<span style='vertical-align:super'>a</span>.", "p=0.03.")]
    public void Raised_text_joins_its_word_or_goes(string html, string text) =>
        Assert.Equal(text, Reading.Read(Reading.Page("<p>Words before it: " + html + "</p>")).Documents[0].Text["Words before it: ".Length..]);
}
