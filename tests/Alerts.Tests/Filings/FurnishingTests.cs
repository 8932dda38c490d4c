using Alerts.Records;

namespace Alerts.Tests.Filings;

/// <summary>Furnished or filed, per item and exhibit (General Instruction B.2 of Form 8-K).</summary>
public sealed class FurnishingTests
{
    private const string NotFiled = "shall not be deemed “filed” for purposes of Section 18 of the Act.";

    [Fact]
    public void Results_and_disclosure_are_furnished_and_other_items_filed() => Assert.Equal(
        ["2.02", "7.01"],
        Furnished("Item 2.02 Results\n\nWe had results.\n\nItem 7.01 Regulation FD Disclosure\n\nWe met people.\n\nItem 8.01 Other Events\n\nIt happened.\n\nItem 9.01 Exhibits\n\n(d) Exhibits"));

    [Fact]
    public void Items_before_2004_follow_the_same_rule() =>
        Assert.Equal(["9", "12"], Furnished("Item 5. Other Events\n\nIt happened.\n\nItem 9. Regulation FD Disclosure\n\nWe met.\n\nItem 12. Results\n\nWe had results."));

    [Theory]
    [InlineData("The information in this Item 8.01 " + NotFiled, "7.01 8.01")]
    [InlineData("The information in this Item is being furnished and " + NotFiled, "7.01 8.01")]
    [InlineData("The information contained in this Current Report on Form 8-K " + NotFiled, "7.01 8.01 5.02")]
    [InlineData("The information under Items 7.01 and 8.01 is furnished, and not filed.", "7.01 8.01")]
    [InlineData("The information under Item 7.01 of this report " + NotFiled, "7.01")]
    [InlineData("The press release attached as Exhibit 99.1 to this report " + NotFiled, "7.01")]
    [InlineData("The company has not filed its report yet.", "7.01")]
    public void A_statement_reaches_as_far_as_it_says(string statement, string furnished) => Assert.Equal(
        furnished,
        string.Join(' ', Furnished($"Item 7.01 Regulation FD Disclosure\n\nWe met people.\n\nItem 8.01 Other Events\n\nIt happened. {statement}\n\nItem 5.02 Directors\n\nA director left.")));

    [Fact]
    public void Information_that_the_report_calls_filed_is_filed() =>
        Assert.Empty(Furnished("Item 7.01 Regulation FD Disclosure\n\nWe met people. The information in this Item 7.01 shall be deemed “filed” under the Act."));

    [Fact]
    public void An_item_that_only_the_header_names_has_its_rule() => Assert.Equal(
        ["2.02"],
        Reading.Read(
            "<SEC-DOCUMENT>x\n<SEC-HEADER>\nITEM INFORMATION:\tResults of Operations and Financial Condition\nFILED AS OF DATE:\t20210503\n</SEC-HEADER>\n"
            + "<DOCUMENT>\n<TYPE>8-K\n<TEXT>\nWe had results.\n</TEXT>\n</DOCUMENT>\n").Facts.Furnished);

    [Fact]
    public void Exhibits_go_the_way_of_the_items_that_speak_of_them() => Assert.Equal(
        [("10.1", false), ("99.1", true), ("99.2", false)],
        Exhibits(
            """
            Item 1.01 Agreement

            We signed it. The agreement is attached as Exhibit 10.1.

            Item 2.02 Results

            The press release is attached as Exhibit 99.1.

            Item 8.01 Other Events

            The data were presented. The slides are attached as Exhibit 99.2.

            Item 9.01 Exhibits

            (d) Exhibits

            10.1   Agreement

            99.1   Press Release

            99.2   Presentation
            """));

    [Fact]
    public void Exhibits_that_no_item_names_go_the_way_of_a_report_of_one_kind() => Assert.Equal(
        [("99.1", true), ("104", null)],
        Exhibits("Item 7.01 Disclosure\n\nWe met people.\n\nItem 9.01 Exhibits\n\n(d) Exhibits\n\n99.1   Presentation\n\n104   Cover Page Interactive Data File"));

    [Fact]
    public void What_a_report_of_both_kinds_does_not_say_is_not_known() => Assert.Equal(
        [("99.1", null)],
        Exhibits("Item 7.01 Disclosure\n\nWe met people.\n\nItem 8.01 Other Events\n\nIt happened.\n\nItem 9.01 Exhibits\n\n(d) Exhibits\n\n99.1   Presentation"));

    [Theory]
    [InlineData("99.1   Presentation (furnished herewith)", true)]
    [InlineData("99.1   Presentation, filed herewith", false)]
    [InlineData("99.1*   Presentation\n\n* Furnished herewith.", true)]
    [InlineData("99.1   Presentation†\n\n† Filed herewith.", false)]
    public void The_index_decides_where_it_says(string index, bool isFurnished) => Assert.Equal(
        [("99.1", isFurnished)],
        Exhibits("Item 7.01 Disclosure\n\nWe met people.\n\nItem 8.01 Other Events\n\nIt happened. See Exhibit 99.1.\n\nItem 9.01 Exhibits\n\n(d) Exhibits\n\n" + index));

    [Fact]
    public void A_statement_about_an_exhibit_decides_before_the_items() => Assert.Equal(
        [("99.1", true)],
        Exhibits($"Item 5.02 Directors\n\nA director left. The press release, attached as Exhibit 99.1, {NotFiled}\n\nItem 9.01 Exhibits\n\n(d) Exhibits\n\n99.1   Press Release"));

    private static IReadOnlyList<string> Furnished(string body) => Facts(body).Furnished;

    private static IEnumerable<(string Number, bool? IsFurnished)> Exhibits(string body) => Facts(body).Exhibits.Select(exhibit => (exhibit.Number, exhibit.IsFurnished));

    private static FilingFacts Facts(string body) => Reading.Read("FORM 8-K\n\nCURRENT REPORT\n\n" + body + "\n\nSIGNATURES\n\nPursuant to the requirements").Facts;
}
