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

    [Fact]
    public void A_label_over_several_rows_labels_each_and_marks_of_notes_go() => Assert.Equal(
        """
        T Endpoint ¦ LKB-17 (N=53) ¦ Placebo (N=51)
        T n (%) ¦ 95% CI ¦ n (%) ¦ 95% CI
        T ORR ¦ {LKB-17 (N=53) / n (%)} 17 (32.1) ¦ {LKB-17 (N=53) / 95% CI} 19.9, 46.3 ¦ {Placebo (N=51) / n (%)} 5 (9.8) ¦ {Placebo (N=51) / 95% CI} 3.3, 21.4
        T ORR ¦ {LKB-17 (N=53) / n (%)} 18 (34.0) ¦ {LKB-17 (N=53) / 95% CI} 21.5, 48.3 ¦ {Placebo (N=51) / n (%)} 6 (11.8) ¦ {Placebo (N=51) / 95% CI} 4.4, 23.9
        """,
        Reading.Blocks(Reading.Page(
            "<table><tr><td rowspan=2>Endpoint</td><td colspan=3>LKB-17 (N=53)</td><td colspan=2>Placebo (N=51)</td></tr>"
            + "<tr><td>n (%)</td><td>95% CI</td><td></td><td>n (%)</td><td>95% CI</td></tr>"
            + "<tr><td rowspan=2>ORR<sup>a</sup></td><td>17 (32.1)</td><td>19.9, 46.3</td><td>*</td><td>5 (9.8)</td><td>3.3, 21.4</td></tr>"
            + "<tr><td>18 (34.0)</td><td>21.5, 48.3</td><td>(b)</td><td>6 (11.8)</td><td>4.4, 23.9</td></tr></table>")));

    [Fact]
    public void A_figure_across_columns_stands_below_what_spans_them() => Assert.Equal(
        """
        T Endpoint ¦ LKB-17 (N=53) ¦ Placebo (N=51)
        T n (%) ¦ 95% CI ¦ n (%) ¦ 95% CI
        T Median PFS (95% CI) ¦ {LKB-17 (N=53)} 5.9 (4.1, NE) ¦ {Placebo (N=51)} 2.1 (1.8, 3.0)
        T Hazard ratio ¦ {LKB-17 (N=53) / Placebo (N=51)} 0.65 (0.52, 0.81)
        """,
        Reading.Blocks(Reading.Page(
            "<table><tr><td>Endpoint</td><td colspan=2>LKB-17 (N=53)</td><td colspan=2>Placebo (N=51)</td></tr>"
            + "<tr><td></td><td>n (%)</td><td>95% CI</td><td>n (%)</td><td>95% CI</td></tr>"
            + "<tr><td>Median PFS (95% CI)</td><td colspan=2>5.9 (4.1, NE)</td><td colspan=2>2.1 (1.8, 3.0)</td></tr>"
            + "<tr><td>Hazard ratio</td><td colspan=4>0.65 (0.52, 0.81)</td></tr></table>")));

    [Fact]
    public void Headers_in_the_middle_of_a_table_head_what_follows() => Assert.Equal(
        """
        T 2024 ¦ 2023
        T Assets ¦ {2024} 12 ¦ {2023} 11
        T (unaudited) ¦ Three Months Ended ¦ Three Months Ended
        T June 30, 2024 ¦ June 30, 2023
        T Inflows ¦ {Three Months Ended / June 30, 2024} 3 ¦ {Three Months Ended / June 30, 2023} 2
        """,
        Reading.Blocks(Reading.Page(
            "<table><tr><td></td><td>2024</td><td>2023</td></tr><tr><td>Assets</td><td>12</td><td>11</td></tr>"
            + "<tr><td>(unaudited)</td><td>Three Months Ended</td><td>Three Months Ended</td></tr><tr><td></td><td>June 30, 2024</td><td>June 30, 2023</td></tr>"
            + "<tr><td>Inflows</td><td>3</td><td>2</td></tr></table>")));

    [Fact]
    public void A_row_of_dates_is_no_header() => Assert.Equal(
        """
        T Study A ¦ Study B
        T Patients ¦ {Study A} 40 ¦ {Study B} 52
        T Results expected ¦ {Study A} March 2025 ¦ {Study B} June 2025
        T Sites ¦ {Study A} 12 ¦ {Study B} 17
        """,
        Reading.Blocks(Reading.Page(
            "<table><tr><td></td><td>Study A</td><td>Study B</td></tr><tr><td>Patients</td><td>40</td><td>52</td></tr>"
            + "<tr><td>Results expected</td><td>March 2025</td><td>June 2025</td></tr><tr><td>Sites</td><td>12</td><td>17</td></tr></table>")));

    [Fact]
    public void Empty_cells_of_pipes_belong_to_the_header_before_them_and_to_no_figure() => Assert.Equal(
        """
        T December 31,
        T 2024 ¦ 2023
        T Cash ¦ {December 31, / 2024} $47,920 ¦ {December 31, / 2023} $65,064
        T Inventory ¦ {December 31, / 2024} 8,440 ¦ {December 31, / 2023} 14,448
        """,
        Reading.Blocks(
            """
            # Results

            |  | December 31, | | | | | |  |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            |  | 2024 | |  |  | 2023 | |  |
            | Cash | $ | 47,920 |  |  | $ | 65,064 |  |
            | Inventory |  | 8,440 |  |  |  | 14,448 |  |
            """)["H1 Results\n".Length..]);
}
