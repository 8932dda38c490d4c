namespace Alerts.Tests.Filings;

public sealed class HtmlLayoutTests
{
    [Fact]
    public void Paragraphs_headings_and_lists_keep_their_kind() => Assert.Equal(
        """
        H1 Results of the study
        P The response rate was 32.4% at a dose of 6 mg/m2.
        *1 first
        *2 second
        H2 About us
        """,
        Reading.Blocks(Reading.Page(
            "<h1>Results of the study</h1><p>The response\n rate was&nbsp;32.4%<sup>1</sup> at a dose of 6 mg/m<sup>2</sup>.</p>"
            + "<ul><li>first<ul><li>second</li></ul></li></ul><p><b>About us</b></p>")));

    [Fact]
    public void A_table_row_that_begins_with_a_mark_is_a_bullet() => Assert.Equal(
        "*1 Enrollment is complete.",
        Reading.Blocks(Reading.Page("<table><tr><td></td><td>&#9679;</td><td>Enrollment is complete.</td></tr></table>")));

    [Fact]
    public void Signs_in_cells_of_their_own_join_their_number_under_its_headers() => Assert.Equal(
        """
        T Three Months Ended
        T 2024 ¦ 2023
        T Revenue ¦ {Three Months Ended / 2024} $12.5 ¦ {Three Months Ended / 2023} $(10.1)
        T Growth ¦ {Three Months Ended / 2024} 23.8% ¦ {Three Months Ended / 2023} 4%
        """,
        Reading.Blocks(Reading.Page(
            "<table><tr><td></td><td colspan=6>Three Months Ended</td></tr><tr><td></td><td colspan=3>2024</td><td colspan=3>2023</td></tr>"
            + "<tr><td>Revenue</td><td>$</td><td>12.5</td><td></td><td>$</td><td>(10.1</td><td>)</td></tr>"
            + "<tr><td>Growth</td><td></td><td>23.8</td><td>%</td><td></td><td>4</td><td>%</td></tr></table>")));

    [Fact]
    public void Hidden_facts_of_the_cover_page_are_facts_and_not_text()
    {
        var filing = Reading.Read(Reading.Page(
            "<div style='display: none'><ix:header><ix:hidden><ix:nonnumeric name='dei:EntityCentralIndexKey'>0000123456</ix:nonnumeric></ix:hidden></ix:header></div>"
            + "<p>FORM <ix:nonnumeric name='dei:DocumentType'>8-K</ix:nonnumeric></p><p>Item 8.01 Other Events</p><p>Something happened.</p>"));
        Assert.Equal("0000123456", filing.Facts.Cik);
        Assert.DoesNotContain("0000123456", filing.Documents[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_is_no_text_wherever_it_stands() =>
        Assert.Equal("P It happened.", Reading.Blocks("<html><body><title>larkspur8k.htm</title><p>It happened.</p></body></html>"));

    [Theory]
    [InlineData("<p>&#9744;</p><p>Written communications pursuant to Rule 425</p>")]
    [InlineData("<p>[ ]</p><p>Written communications pursuant to Rule 425</p>")]
    [InlineData("<div><font face='Wingdings'>&#168;</font></div><div>Written communications pursuant to Rule 425</div>")]
    public void A_box_to_tick_is_no_text_of_its_own(string html) =>
        Assert.Equal("P Written communications pursuant to Rule 425", Reading.Blocks(Reading.Page(html)));
}
