using Alerts.Extraction.Outlook.Windows;

namespace Alerts.Tests.Extraction.Outlook.Windows;

/// <summary>
/// The window table of the record contract with the variants that filings write. A row is a sentence and the windows
/// of its phrases; rows share the statement's day and the fiscal year end that their group names.
/// </summary>
public class WindowTableTests
{
    private const string Quarters = """
        in the first quarter of 2022                      | 2022-01-01..2022-03-31
        Submission on track for Q1 2022                   | 2022-01-01..2022-03-31
        data in 1Q22                                      | 2022-01-01..2022-03-31
        data in 1Q 2022                                   | 2022-01-01..2022-03-31
        data in Q4'22                                     | 2022-10-01..2022-12-31
        data in Q4’22                                     | 2022-10-01..2022-12-31
        in the 3rd quarter of 2022                        | 2022-07-01..2022-09-30
        in the third quarter, 2022                        | 2022-07-01..2022-09-30
        in the 2022 second quarter                        | 2022-04-01..2022-06-30
        in the second calendar quarter of 2022            | 2022-04-01..2022-06-30
        in the fourth quarter                             | 2021-10-01..2021-12-31
        in the second quarter                             | 2022-04-01..2022-06-30
        in the second quarter of next year                | 2022-04-01..2022-06-30
        in the fourth quarter of this year                | 2021-10-01..2021-12-31
        in the final quarter of 2022                      | 2022-10-01..2022-12-31
        this quarter                                      | 2021-10-01..2021-12-31
        next quarter                                      | 2022-01-01..2022-03-31
        in the second or third quarter of 2022            | 2022-04-01..2022-09-30
        in Q2/Q3 2022                                     | 2022-04-01..2022-09-30
        in Q4 2024 to Q1 2025                             | 2024-10-01..2025-03-31
        between Q4 and Q1 2025                            | 2024-10-01..2025-03-31
        in Q1 and Q3 2025, respectively                   | 2025-01-01..2025-03-31 2025-07-01..2025-09-30
        late in the second quarter of 2022                | 2022-06-01..2022-06-30
        mid-Q3 2022                                       | 2022-08-01..2022-08-31
        at the beginning of the fourth quarter of 2022    | 2022-10-01..2022-10-31
        at the end of 2Q 2022                             | 2022-06-01..2022-06-30
        as early as the first quarter of 2022             | 2022-01-01..2022-03-31
        """;

    private const string HalvesAndParts = """
        in the first half of 2022                         | 2022-01-01..2022-06-30
        data expected 1H 2022                             | 2022-01-01..2022-06-30
        data expected in H2 2022                          | 2022-07-01..2022-12-31
        data expected in 2H22                             | 2022-07-01..2022-12-31
        in the second half of next year                   | 2022-07-01..2022-12-31
        in the latter half of 2022                        | 2022-07-01..2022-12-31
        in the back half of 2022                          | 2022-07-01..2022-12-31
        in early 2023                                     | 2023-01-01..2023-04-30
        in mid-2023                                       | 2023-05-01..2023-08-31
        around mid-year 2023                              | 2023-05-01..2023-08-31
        in the middle of 2023                             | 2023-05-01..2023-08-31
        in late 2023                                      | 2023-09-01..2023-12-31
        in early to mid-2023                              | 2023-01-01..2023-08-31
        in mid-to-late 2023                               | 2023-05-01..2023-12-31
        in late 2022 or early 2023                        | 2022-09-01..2023-04-30
        late 2022/early 2023                              | 2022-09-01..2023-04-30
        in the early part of 2023                         | 2023-01-01..2023-04-30
        early next year                                   | 2022-01-01..2022-04-30
        at the beginning of 2023                          | 2023-01-01..2023-04-30
        around the end of 2022                            | 2022-10-01..2022-12-31
        in spring 2023                                    | 2023-03-01..2023-05-31
        in the summer of 2023                             | 2023-06-01..2023-08-31
        in the fall of 2023                               | 2023-09-01..2023-11-30
        in autumn 2023                                    | 2023-09-01..2023-11-30
        in the winter of 2023                             | 2023-12-01..2024-02-29
        next spring                                       | 2022-03-01..2022-05-31
        """;

    private const string YearsMonthsAndDays = """
        in 2022                                           | 2022-01-01..2022-12-31
        this year                                         | 2021-01-01..2021-12-31
        next year                                         | 2022-01-01..2022-12-31
        in calendar year 2022                             | 2022-01-01..2022-12-31
        full-year 2022                                    | 2022-01-01..2022-12-31
        as early as 2026                                  | 2026-01-01..2026-12-31
        in 2025 or 2026                                   | 2025-01-01..2026-12-31
        June/July 2007                                    | 2007-06-01..2007-07-31
        between June and August 2007                      | 2007-06-01..2007-08-31
        from late November 2022 to early January 2023     | 2022-11-21..2023-01-10
        in December 2024                                  | 2024-12-01..2024-12-31
        in Dec. 2024                                      | 2024-12-01..2024-12-31
        in mid-June 2022                                  | 2022-06-11..2022-06-20
        by the end of March 2022                          | 2021-11-30..2022-03-31
        at the end of March 2022                          | 2022-03-21..2022-03-31
        on November 28, 2022                              | 2022-11-28..2022-11-28
        on Monday, November 28th, 2022                    | 2022-11-28..2022-11-28
        on 28 November 2022                               | 2022-11-28..2022-11-28
        on 11/28/2022                                     | 2022-11-28..2022-11-28
        on 2022-11-28                                     | 2022-11-28..2022-11-28
        from June 1-5, 2007                               | 2007-06-01..2007-06-05
        from June 6 to 8                                  | 2022-06-06..2022-06-08
        May 30 – June 3, 2025                             | 2025-05-30..2025-06-03
        """;

    private const string FromTheStatementsDay = """
        by the end of 2022                                | 2021-11-30..2022-12-31
        before the end of 2022                            | 2021-11-30..2022-12-31
        by year-end                                       | 2021-11-30..2021-12-31
        by year-end 2022                                  | 2021-11-30..2022-12-31
        by the end of the year                            | 2021-11-30..2021-12-31
        by the end of next year                           | 2021-11-30..2022-12-31
        no later than year end 2022                       | 2021-11-30..2022-12-31
        by the end of the third quarter                   | 2021-11-30..2022-09-30
        by mid-2022                                       | 2021-11-30..2022-08-31
        by the second quarter                             | 2021-11-30..2022-06-30
        on or before March 31, 2022                       | 2021-11-30..2022-03-31
        prior to year-end                                 | 2021-11-30..2021-12-31
        later this year                                   | 2021-11-30..2021-12-31
        later in 2022                                     | 2022-01-01..2022-12-31
        during the remainder of 2021                      | 2021-11-30..2021-12-31
        for the rest of the year                          | 2021-11-30..2021-12-31
        around the turn of the year                       | 2021-12-01..2022-01-31
        in the coming weeks                               | 2021-11-30..2022-01-29
        in the next few weeks                             | 2021-11-30..2022-01-29
        in the coming months                              | 2021-11-30..2022-05-29
        shortly                                           | 2021-11-30..2022-01-29
        within 90 days                                    | 2021-11-30..2022-02-28
        within two weeks                                  | 2021-11-30..2021-12-14
        within the next six months                        | 2021-11-30..2022-05-30
        over the next 12 months                           | 2021-11-30..2022-11-30
        in 12 to 18 months                                | 2022-11-30..2023-05-30
        in the next 12-18 months                          | 2022-11-30..2023-05-30
        today                                             | 2021-11-30..2021-11-30
        next week                                         | 2021-12-06..2021-12-12
        not before 2026                                   | 2026-01-01..
        into 2028                                         | 2028-01-01..2028-12-31
        into at least 2028                                | 2028-01-01..2028-12-31
        through the first quarter of 2026                 | 2026-01-01..2026-03-31
        """;

    private const string LookingBack = """
        in the fourth quarter                             | 2020-10-01..2020-12-31
        in December                                       | 2020-12-01..2020-12-31
        in January                                        | 2021-01-01..2021-01-31
        last year                                         | 2020-01-01..2020-12-31
        last month                                        | 2021-01-01..2021-01-31
        earlier this year                                 | 2021-01-01..2021-02-11
        on February 3                                     | 2021-02-03..2021-02-03
        """;

    private const string FiscalYearEndingInJune = """
        in fiscal 2014                                    | 2013-07-01..2014-06-30
        in FY2014                                         | 2013-07-01..2014-06-30
        in FY14                                           | 2013-07-01..2014-06-30
        in fiscal year 2014                               | 2013-07-01..2014-06-30
        in the second quarter of fiscal 2014              | 2013-10-01..2013-12-31
        in the fiscal second quarter of 2014              | 2013-10-01..2013-12-31
        in the fiscal 2014 first quarter                  | 2013-07-01..2013-09-30
        in fiscal Q1 2014                                 | 2013-07-01..2013-09-30
        in the second half of fiscal 2014                 | 2014-01-01..2014-06-30
        in the second quarter of 2014                     | 2014-04-01..2014-06-30
        in the June 2005 quarter                          | 2005-04-01..2005-06-30
        for the quarter ending January 31, 2006           | 2005-11-01..2006-01-31
        for the fiscal year ending June 30, 2006          | 2005-07-01..2006-06-30
        by the end of fiscal 2014                         | 2013-08-01..2014-06-30
        this fiscal year                                  | 2013-07-01..2014-06-30
        into fiscal year 2028                             | 2027-07-01..2028-06-30
        """;

    private const string NoWindows = """
        presented at the ASCO 2022 Annual Meeting         |
        patients were followed for 12 months              |
        within 28 days of the first dose                  |
        12 weeks after the start of the trial             |
        It may begin and march on                         |
        half of the patients                              |
        version 2.10 of 1,200 pages                       |
        the mid-single digits                             |
        over the next several years                       |
        one of the first to be treated                    |
        $22.5 million                                     |
        """;

    [Theory]
    [InlineData(Quarters, "2021-11-30", "1231", true)]
    [InlineData(HalvesAndParts, "2021-11-30", "1231", true)]
    [InlineData(YearsMonthsAndDays, "2021-11-30", "1231", true)]
    [InlineData(FromTheStatementsDay, "2021-11-30", "1231", true)]
    [InlineData(LookingBack, "2021-02-11", "1231", false)]
    [InlineData(FiscalYearEndingInJune, "2013-08-01", "0630", true)]
    [InlineData(NoWindows, "2021-11-30", "1231", true)]
    public void Phrases_stand_for_the_days_of_the_table(string table, string day, string yearEnd, bool ahead)
    {
        var reader = new TimeReader(DateOnly.Parse(day), FiscalCalendar.Parse(yearEnd) ?? FiscalCalendar.December);
        var wrong = new List<string>();
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (text, expected) = (line[..line.LastIndexOf('|')].Trim(), line[(line.LastIndexOf('|') + 1)..].Trim());
            var found = string.Join(' ', reader.Find(text).Select(p => Show(ahead ? p.Ahead : p.Back)));
            if (found != expected)
                wrong.Add($"{text}: expected {expected}, found {found}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Without_a_statement_date_only_stated_years_give_windows()
    {
        var reader = new TimeReader(null, FiscalCalendar.December);

        Assert.Equal(Window.None, Assert.Single(reader.Find("in the second quarter")).Ahead);
        Assert.Equal("2022-04-01..2022-06-30", Show(Assert.Single(reader.Find("in the second quarter of 2022")).Ahead));
    }

    [Fact]
    public void The_phrase_is_cut_as_it_is_written()
    {
        const string text = "The BLA is to be filed no later than the end of 2022, as planned.";

        var phrase = Assert.Single(new TimeReader(new(2021, 11, 30), FiscalCalendar.December).Find(text));

        Assert.Equal("no later than the end of 2022", text.Substring(phrase.Start, phrase.Length));
    }

    private static string Show(Window window) => $"{window.From:yyyy-MM-dd}..{window.To:yyyy-MM-dd}";
}
