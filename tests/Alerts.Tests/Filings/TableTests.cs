namespace Alerts.Tests.Filings;

/// <summary>Tables in their three notations: cells of HTML, columns of blanks, pipes.</summary>
public sealed class TableTests
{
    [Fact]
    public void Columns_of_blanks_have_headers_labels_and_figures() => Assert.Equal(
        """
        T Three Months Ended ¦ Nine Months Ended
        T Mar 31, ¦ Dec 31, ¦ Mar 31,
        T 2005 ¦ 2004 ¦ 2005
        T Net revenues ¦ {Three Months Ended / Mar 31, / 2005} $19,433 ¦ {Three Months Ended / Dec 31, / 2004} $19,217 ¦ {Nine Months Ended / Mar 31, / 2005} $58,436
        T Operating expenses:
        T Selling, general and administrative ¦ {Three Months Ended / Mar 31, / 2005} 3,849 ¦ {Three Months Ended / Dec 31, / 2004} (3,707) ¦ {Nine Months Ended / Mar 31, / 2005} 11,388
        T Fixed charges ¦ {Three Months Ended / Mar 31, / 2005} 12% ¦ {Three Months Ended / Dec 31, / 2004} — ¦ {Nine Months Ended / Mar 31, / 2005} 4
        """,
        Reading.Blocks(
            """
            <TABLE>
            <CAPTION>
                                        Three Months Ended       Nine Months Ended
                                      ------------------------   -----------
                                       Mar 31,       Dec 31,       Mar 31,
                                        2005          2004          2005
                                      ----------   -----------   -----------
            <S>                       <C>          <C>           <C>
            Net revenues               $  19,433    $   19,217    $   58,436
            Operating expenses:
              Selling, general and
                administrative             3,849        (3,707)       11,388
            Fixed charges..........           12%            —             4
            </TABLE>
            """));

    [Fact]
    public void A_table_without_marks_is_found_between_paragraphs() => Assert.Equal(
        """
        P The company reported these figures for the quarter, which were better than anybody had expected.
        T 2024 ¦ 2023
        T Revenue ¦ {2024} 16,959 ¦ {2023} 18,003
        T Net loss ¦ {2024} (22,290) ¦ {2023} (33,407)
        P They are not audited.
        """,
        Reading.Blocks(
            """
            The company reported these figures for the quarter, which were better than
            anybody had expected.

                                          2024       2023
            Revenue                     16,959     18,003
            Net loss                   (22,290)   (33,407)

            They are not audited.
            """));

    [Fact]
    public void Headers_span_their_columns_and_rows() => Assert.Equal(
        """
        T Endpoint ¦ LKB-17 ¦ Placebo
        T 2 mg (N=53) ¦ 4 mg (N=52) ¦ (N=51)
        T ORR, % (95% CI) ¦ {LKB-17 / 2 mg (N=53)} 32.4 (23.6, 42.2) ¦ {LKB-17 / 4 mg (N=52)} 41 ¦ {Placebo / (N=51)} 12
        T Median PFS, months ¦ {LKB-17 / 2 mg (N=53)} 5.9 ¦ {LKB-17 / 4 mg (N=52)} NR ¦ {Placebo / (N=51)} 2.1
        """,
        Reading.Blocks(Reading.Page(
            "<table><tr><td rowspan=2>Endpoint</td><td colspan=2>LKB-17</td><td>Placebo</td></tr><tr><td>2 mg (N=53)</td><td>4 mg (N=52)</td><td>(N=51)</td></tr>"
            + "<tr><td>ORR, % (95% CI)</td><td>32.4 (23.6, 42.2)</td><td>41</td><td>12</td></tr><tr><td>Median PFS, months</td><td>5.9</td><td>NR</td><td>2.1</td></tr></table>")));

    [Fact]
    public void Text_that_a_table_only_places_is_text() => Assert.Equal(
        """
        H2 Item 2.02 Results of Operations
        P The first paragraph of the page.
        P (1) A note below a table that says more than a figure could.
        *1 Enrollment is complete.
        *2 In all countries.
        """,
        Reading.Blocks(Reading.Page(
            "<table><tr><td>Item 2.02</td><td>Results of Operations</td></tr></table><table><tr><td><p>The first paragraph of the page.</p></td></tr></table>"
            + "<table><tr><td>(1)</td><td>A note below a table that says more than a figure could.</td></tr></table>"
            + "<table><tr><td>&bull;</td><td>Enrollment is complete.</td></tr><tr><td></td><td>o</td><td>In all countries.</td></tr></table>")));

    [Fact]
    public void A_title_across_the_table_is_not_part_of_its_headers() => Assert.Equal(
        """
        H2 Profit by Segment
        T 2022 ¦ 2021
        T Machines ¦ {2022} 1,057 ¦ {2021} 1,042
        """,
        Reading.Blocks(Reading.Page(
            "<table><tr><td colspan=3><b>Profit by Segment</b></td></tr><tr><td></td><td>2022</td><td>2021</td></tr>"
            + "<tr><td>Machines</td><td>1,057</td><td>1,042</td></tr></table>")));

    [Fact]
    public void A_name_beside_prose_is_the_heading_of_the_prose()
    {
        var prose = string.Concat(Enumerable.Repeat("The agency accepted the application and set a goal date. ", 6)).Trim();
        Assert.Equal("H4 Skylark\nP " + prose, Reading.Blocks(Reading.Page($"<table><tr><td>Skylark</td><td>{prose}</td></tr></table>")));
    }

    [Fact]
    public void Cells_know_their_place_in_the_text()
    {
        var document = Reading.Read("| a | b |\n| --- | --- |\n| Revenue | $742 |\n").Documents[0];
        var cell = document.Blocks[1].Cells[1];
        Assert.Equal("$742", document.Text.Substring(cell.Start, cell.Text.Length));
        Assert.Equal("Revenue | $742", document.Blocks[1].Text);
    }
}
