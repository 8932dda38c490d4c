using Alerts.Records;

namespace Alerts.Tests.Filings;

public sealed class ExhibitsTests
{
    [Fact]
    public void The_index_names_numbers_and_descriptions() => Assert.Equal(
        [new("10.1", "License Agreement dated May 1, 2021"), new("99.1", "Press Release"), new("104", "Cover Page Interactive Data File")],
        Reading.Read(Reading.Page(
            "<p>FORM 8-K</p><p>Item 9.01 Financial Statements and Exhibits</p><p>(d) Exhibits</p><table><tr><td>Exhibit No.</td><td>Description</td></tr>"
            + "<tr><td>10.1*</td><td>License Agreement dated May 1, 2021</td></tr><tr><td>99.1</td><td>Press Release</td></tr>"
            + "<tr><td>104</td><td>Cover Page Interactive Data File</td></tr></table><p>SIGNATURE</p><p>3. Not an exhibit</p>")).Facts.Exhibits.Select(Unsaid));

    [Fact]
    public void Numbers_below_descriptions_wait_for_the_next_line() => Assert.Equal(
        [new("99.1", "Press Release dated May 3, 2021")],
        Reading.Read("FORM 8-K\n\nItem 9.01 Exhibits\n\n(d) Exhibits\n\n99.1\n\nPress Release dated May 3, 2021\n\nSIGNATURES").Facts.Exhibits.Select(Unsaid));

    [Fact]
    public void Exhibits_that_only_the_submission_shows_are_added() => Assert.Equal(
        [new("99", "PRESS RELEASE")],
        Reading.Read(
            "<SEC-DOCUMENT>x\n<DOCUMENT>\n<TYPE>8-K\n<TEXT>\nItem 5. Other Events\n\nIt happened.\n</TEXT>\n</DOCUMENT>\n"
            + "<DOCUMENT>\n<TYPE>EX-99\n<DESCRIPTION>PRESS RELEASE\n<TEXT>\nIt happened today.\n</TEXT>\n</DOCUMENT>\n").Facts.Exhibits.Select(Unsaid));

    private static Exhibit Unsaid(Exhibit exhibit) => exhibit with { IsFurnished = null };
}
