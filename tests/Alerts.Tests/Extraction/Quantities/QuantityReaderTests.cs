using System.Globalization;
using System.Text;
using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;

namespace Alerts.Tests.Extraction.Quantities;

public class QuantityReaderTests
{
    [Theory]
    [InlineData("ORR was 32.4% (95% confidence interval [CI]: 23.6%, 42.2%)", "32.4 % CI95 23.6..42.2")]
    [InlineData("5.9 months (95% CI: 5.6, 7.7)", "5.9 months CI95 5.6..7.7")]
    [InlineData("HR 0.65; 95% CI 0.46–0.91; p=0.0046", "0.65 CI95 0.46..0.91 p0.0046")]
    [InlineData("0.65 (95% confidence interval [CI] 0.52 to 0.81, P<.001)", "0.65 CI95 0.52..0.81 p0.001")]
    [InlineData("5.8 months (95% CI, 1.7-NE)", "5.8 months CI95 1.7..")]
    [InlineData("12.3 months (95% CI: not reached, not estimable)", "12.3 months CI95 ..")]
    [InlineData("a difference of -3.1 points (95% CI -4.9 to -1.2; p < 0.0001)", "-3.1 points CI95 -4.9..-1.2 p0.0001")]
    [InlineData("45% (n=30)", "45 % n30")]
    [InlineData("99% (70 of 71) stayed", "99 % 70/71")]
    [InlineData("45% (5/11)", "45 % 5/11")]
    [InlineData("6 patients (55%)", "55 % 6/")]
    [InlineData("5 (45%)", "45 % 5/")]
    [InlineData("4 of the 10 patients", "4 patients 4/10")]
    [InlineData("8 out of 11 evaluable patients", "8 patients 8/11")]
    [InlineData("all six patients", "6 patients 6/6")]
    [InlineData("eight heavily pretreated patients", "8 patients")]
    [InlineData("a 10,000-participant study", "10000 patients")]
    [InlineData("six to eighteen weeks", "~18 weeks")]
    [InlineData("PFS was 5.6 and 12.3 months", "5.6 months; 12.3 months")]
    [InlineData("9.5 (7.5-16.2) months and 11.7 (7.8-17.4) months", "9.5 months; 11.7 months")]
    [InlineData("a median of 3 (range, 1-4) lines", "3")]
    [InlineData("77%, 58%, 40% and 24%", "77 %; 58 %; 40 %; 24 %")]
    [InlineData("168 mg/m , every week", "168 mg/m2")]
    [InlineData("168 mg/m² and 4.8 mg/kg", "168 mg/m2; 4.8 mg/kg")]
    [InlineData("-11 µm; +2.2 letters", "-11 µm; 2.2 letters")]
    [InlineData("improved from 3.50 ± 0.19 to 2.75 ± 0.31", "3.5; 2.75")]
    [InlineData("a 2.5-fold rise", "2.5 ratio")]
    [InlineData("Phase 2, Grade 3-4, week 24, weeks 4 and 12, Study 5", "")]
    [InlineData("$5.2 million on November 30, 2021 at 8:00, dial 877-621-5803", "")]
    [InlineData("in 2024 and randomized 2:1", "")]
    [InlineData("grade ≥3 events in 59% of patients", "59 %")]
    [InlineData("CBL-514 and COVID-19", "")]
    public void A_value_has_its_unit_and_what_describes_it(string text, string expected) =>
        Assert.Equal(expected, string.Join("; ", QuantityReader.Read(Tokenizer.Read(text)).Select(Show)));

    [Theory]
    [InlineData("nearly 60%", Precision.About)]
    [InlineData("~73%", Precision.About)]
    [InlineData("more than 700 patients", Precision.AtLeast)]
    [InlineData("over 230 patients", Precision.AtLeast)]
    [InlineData("up to 4.8 mg/kg", Precision.AtMost)]
    [InlineData("below 10%", Precision.AtMost)]
    [InlineData("of 10%", Precision.Exact)]
    internal void A_value_says_how_exact_it_is(string text, Precision expected) =>
        Assert.Equal(expected, QuantityReader.Read(Tokenizer.Read(text)).Single().Precision);

    private static string Show(Quantity q)
    {
        var text = new StringBuilder(q.IsRange ? "~" : "").Append(CultureInfo.InvariantCulture, $"{q.Value} {q.Unit}");
        if (q.Interval is { } ci)
            text.Append(CultureInfo.InvariantCulture, $" CI{ci.Level} {ci.Low}..{ci.High}");
        if (q.PValue is { } p)
            text.Append(CultureInfo.InvariantCulture, $" p{p}");
        if (q.N is { } n)
            text.Append(CultureInfo.InvariantCulture, $" n{n}");
        if (q.Count is not null || q.Of is not null)
            text.Append(CultureInfo.InvariantCulture, $" {q.Count ?? q.Value}/{q.Of}");
        return text.ToString().Replace("  ", " ", StringComparison.Ordinal).TrimEnd();
    }
}
