using Alerts.Filings;

namespace Alerts.Tests.Filings;

public sealed class ItemHeadingsTests
{
    [Theory]
    [InlineData("Item 2.02 Results of Operations and Financial Condition", "2.02")]
    [InlineData("ITEM 8.01.   OTHER EVENTS.", "8.01")]
    [InlineData("Item 5.  Other Events", "5")]
    [InlineData("Item 7(c). Exhibits", "7")]
    [InlineData("Item - 5.02 Departure of Directors", "5.02")]
    [InlineData("Items 1.01(a) and 5.02(e) Amendment of an Agreement", "1.01 5.02")]
    [InlineData("Items 5, 7 and 12", "5 7 12")]
    [InlineData("Items 1 through 4", "1 2 3 4")]
    [InlineData("Item 5. Other Events. On May 3, 2001 the company moved.", "5")]
    [InlineData("Items 1-3. Not applicable.", "")]
    [InlineData("Item 4. Changes in Certifying Accountant: None", "")]
    [InlineData("Item 9.01 of this report lists the exhibits.", "")]
    [InlineData("Item 3.99 Something Else", "")]
    [InlineData("Itemized deductions of 5", "")]
    public void Headings_name_items(string heading, string items) =>
        Assert.Equal(items, string.Join(' ', Read(heading + "\n\nWords that follow the heading.")));

    [Fact]
    public void An_item_under_which_nothing_stands_does_not_count() =>
        Assert.Equal(["5"], Read("Item 4. Changes in Accountant\n\nNot applicable.\n\nItem 5. Other Events\n\nThe company moved.\n\nItem 6. Resignations\n\nNone."));

    [Fact]
    public void Financial_statements_that_are_not_applicable_do_not_empty_the_item_of_their_exhibits() =>
        Assert.Equal(["9.01"], Read("Item 9.01 Financial Statements and Exhibits\n\n(a) Not applicable.\n\n(d) Exhibits"));

    [Fact]
    public void References_to_the_other_numbering_are_not_items() =>
        Assert.Equal(["2.02"], Read("Item 2.02 Results\n\nItem 12 information is furnished below.\n\nWords."));

    [Fact]
    public void An_unknown_item_is_a_coverage_note() => Assert.Contains(
        Reading.Read("FORM 8-K\n\nItem 3.99 Something Else\n\nIt happened.").Coverage,
        note => note.Reason.Contains("Item 3.99", StringComparison.Ordinal));

    [Theory]
    [InlineData("Other events", "2004-08-22", "5")]
    [InlineData("Other Events", "2004-08-23", "8.01")]
    [InlineData("Results of Operations and Financial Condition", "2004-08-20", "12")]
    [InlineData("Results of Operations and Financial Condition", "2021-05-03", "2.02")]
    [InlineData("Departure of Directors or Principal Officers; Election of Directors; Appointment of Principal Officers", "2005-05-03", "5.02")]
    [InlineData("Cost Associated with Exit or Disposal Activities", "2005-05-03", "2.05")]
    [InlineData("7", "1994-05-03", "7")]
    [InlineData("2.02", "2025-05-03", "2.02")]
    [InlineData("Weather", "2025-05-03", null)]
    public void A_header_s_title_is_a_number_by_the_day_of_filing(string title, string day, string? number) =>
        Assert.Equal(number, Items.FromHeader(title, DateOnly.Parse(day)));

    private static IReadOnlyList<string> Read(string body) => Reading.Read("FORM 8-K\n\nCURRENT REPORT\n\n" + body).Facts.Items;
}
