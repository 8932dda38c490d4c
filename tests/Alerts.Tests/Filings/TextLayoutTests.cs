using Alerts.Filings;

namespace Alerts.Tests.Filings;

public sealed class TextLayoutTests
{
    private const string Extract = """
         Item 8.01 Other Events.

        On May 2, 2019, Larkspur Biologics, Inc. (Nasdaq: LKSP) issued a press release on the first results of its study of LKB-17, an antibody that binds to
        the receptor. The press release is attached as Exhibit 99.1.
         Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly caused this report to be signed.
         For Immediate Release

        Larkspur Biologics Reports First Results of LKB-17

        BOSTON, MA, May 1, 2019 — Larkspur Biologics, Inc. (Nasdaq: LKSP), a company that makes antibodies for the treatment of solid tumors, today announced that huL242-
        DM4 was given to 21 patients and that four of them responded to the treatment, which is the first time that this has been seen in a trial of the
         compound.

        ·        The MTD of LKB-17, given every three weeks, is 3.6 mg/kg.

        ·        Four ongoing partial responses have been observed at doses at or below the MTD, which is more than the company had expected when it began the
        study.
        """;

    [Fact]
    public void An_extract_splits_into_the_report_and_its_exhibit()
    {
        var filing = Reading.Read(Extract);
        Assert.Equal(["8-K", "EX-99.1"], filing.Documents.Select(document => document.Type));
        Assert.Equal(["8.01"], filing.Facts.Items);
        Assert.Equal(new DateOnly(2019, 5, 2), filing.Facts.EventDate);
        Assert.Equal(new DateOnly(2019, 5, 1), filing.Documents[1].Date);
        Assert.Equal("Larkspur Biologics, Inc.", filing.Facts.Company);
        Assert.Equal("LKSP", filing.Facts.Ticker);
    }

    [Fact]
    public void Hard_wrapped_lines_become_paragraphs_and_broken_compounds_whole()
    {
        var release = Reading.Read(Extract).Documents[1];
        Assert.Contains("today announced that huL242-DM4 was given", release.Text, StringComparison.Ordinal);
        Assert.Contains("in a trial of the compound.", release.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Marked_lines_are_bullets()
    {
        var bullets = Reading.Read(Extract).Documents[1].Blocks.Where(block => block.Kind == BlockKind.Bullet).Select(block => block.Text);
        Assert.Equal(
            [
                "The MTD of LKB-17, given every three weeks, is 3.6 mg/kg.",
                "Four ongoing partial responses have been observed at doses at or below the MTD, which is more than the company had expected when it began the study.",
            ],
            bullets);
    }

    [Fact]
    public void A_sentence_that_goes_on_with_an_item_s_number_is_no_heading()
    {
        var filing = Reading.Read(
            "FORM 8-K\n\nItem 2.02 Results of Operations\n\nThe company reports its results for the quarter in the press release that is described under\n"
            + "Item 8.01. It is attached to this report as Exhibit 99.1, and is incorporated in this report\nby reference, as is the information of the report on\nItem 7.01.\n");
        Assert.Equal(["2.02"], filing.Facts.Items);
        Assert.Single(filing.Documents[0].Blocks, block => block.Kind == BlockKind.Paragraph && block.Text.EndsWith("Item 7.01.", StringComparison.Ordinal));
    }

    [Fact]
    public void An_item_below_a_paragraph_is_a_heading_without_a_blank_line_too() => Assert.Equal(
        ["2.02", "9.01"],
        Reading.Read("FORM 8-K\n\nItem 2.02 Results of Operations\nThe company reported its results for the quarter in a press release today.\nItem 9.01 Exhibits\n(d) Exhibits\n").Facts.Items);

    [Theory]
    [InlineData("The first page.\n<PAGE>   2\nThe second page.")]
    [InlineData("The first page.\n\n-2-<PAGE>\nThe second page.")]
    [InlineData("The first page. </PAGE>\n\n<page>\nThe second page.")]
    public void Marks_of_pages_are_no_text(string text) => Assert.Equal("The first page.\nThe second page.", Reading.Read(text).Documents[0].Text);

    [Fact]
    public void Figures_beside_a_caption_s_tag_keep_their_columns() => Assert.Equal(
        """
        T 2004 ¦ 2003
        T Net revenues ¦ {2004} 19,433 ¦ {2003} 19,217
        T Net loss ¦ {2004} (1,433) ¦ {2003} (1,217)
        """,
        Reading.Blocks("<TABLE>\n<CAPTION>             2004       2003\n<S>                   <C>        <C>\nNet revenues         19,433     19,217\nNet loss             (1,433)    (1,217)\n</TABLE>\n"));
}
