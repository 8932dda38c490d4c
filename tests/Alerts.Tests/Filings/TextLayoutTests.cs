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
}
