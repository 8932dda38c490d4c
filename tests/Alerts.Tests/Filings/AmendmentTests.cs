namespace Alerts.Tests.Filings;

/// <summary>An amendment is linked to what it amends by the day on which that was filed.</summary>
public sealed class AmendmentTests
{
    [Theory]
    [InlineData("This Amendment No. 1 amends the Current Report on Form 8-K filed by Larkspur Biologics, Inc. with the U.S. Securities and Exchange Commission on May 3, 2021 (the “Original Report”).", "2021-05-03")]
    [InlineData("On May 3, 2021, Larkspur Biologics, Inc. filed a Current Report on Form 8-K to report its results.", "2021-05-03")]
    [InlineData("This report amends the Form 8-K dated April 30, 2021, which was filed on May 3, 2021, to add Item 9.01.", "2021-05-03")]
    [InlineData("This report amends the Current Report on Form 8-K dated April 30, 2021.", "2021-04-30")]
    [InlineData("On April 30, 2021, the agency filed a complaint. The company reported it in its Form 8-K, furnished May 3, 2021.", "2021-05-03")]
    [InlineData("On April 30, 2021 the company began a trial, as it said in its Form 8-K.", null)]
    public void The_explanatory_note_names_the_day(string note, string? day) => Assert.Equal(
        day is null ? null : DateOnly.Parse(day),
        Reading.Read("FORM 8-K/A\n\nCURRENT REPORT\n\nDate of Report (Date of earliest event reported): April 30, 2021\n\nEXPLANATORY NOTE\n\n" + note).Facts.AmendsFiledOn);

    [Fact]
    public void A_report_that_is_no_amendment_amends_nothing() =>
        Assert.Null(Reading.Read("FORM 8-K\n\nItem 8.01 Other Events\n\nOn May 3, 2021, the company filed a Current Report on Form 8-K.").Facts.AmendsFiledOn);
}
