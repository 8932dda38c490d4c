namespace Alerts.Tests.Filings;

public sealed class MarkdownLayoutTests
{
    private const string Page = """
        ---
        title: "Larkspur Presents Results"
        date: "2025-02-09 03:50:51"
        ---

        * *Response rate of **32.4%***
        * Second [link](https://example.com/a_b) entry

        BOSTON, Feb. 08, 2025 (GLOBE NEWSWIRE) -- Larkspur Biologics, Inc. (Nasdaq: LKSP), a company,
        today announced results.

        **Outlook**

        | ($ in millions) | 2024 | 2023 |
        | --- | --- | --- |
        | Revenue | $742 | (736) |
        """;

    [Fact]
    public void A_page_has_title_bullets_paragraphs_and_tables() => Assert.Equal(
        """
        H1 Larkspur Presents Results
        *1 Response rate of 32.4%
        *1 Second link entry
        P BOSTON, Feb. 08, 2025 (GLOBE NEWSWIRE) -- Larkspur Biologics, Inc. (Nasdaq: LKSP), a company, today announced results.
        H2 Outlook
        T ($ in millions) ¦ 2024 ¦ 2023
        T Revenue ¦ {2024} $742 ¦ {2023} (736)
        """,
        Reading.Blocks(Page));

    [Fact]
    public void The_dateline_gives_the_day_and_the_listing_the_company()
    {
        var facts = Reading.Read(Page).Facts;
        Assert.Equal(new DateOnly(2025, 2, 8), facts.EventDate);
        Assert.Equal("Larkspur Biologics, Inc.", facts.Company);
        Assert.Equal("LKSP", facts.Ticker);
    }

    [Fact]
    public void A_title_that_ran_into_its_text_is_parted_from_it() => Assert.Equal(
        "H1 Results\nH3 About LKB-17\nP LKB-17 is an antibody.\nP About us and usual things.",
        Reading.Blocks("# Results\n\nAbout LKB-17LKB-17 is an antibody.\n\nAbout us and usual things.\n"));
}
