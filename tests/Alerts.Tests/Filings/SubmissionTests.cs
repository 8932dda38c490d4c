namespace Alerts.Tests.Filings;

public sealed class SubmissionTests
{
    private const string Submission = """
        -----BEGIN PRIVACY-ENHANCED MESSAGE-----
        Proc-Type: 2001,MIC-CLEAR

        <SEC-DOCUMENT>0000950117-04-000620.txt : 20040504
        <SEC-HEADER>0000950117-04-000620.hdr.sgml : 20040504
        <ACCEPTANCE-DATETIME>20040504171203
        ACCESSION NUMBER:		0000950117-04-000620
        CONFORMED SUBMISSION TYPE:	8-K
        CONFORMED PERIOD OF REPORT:	20040503
        ITEM INFORMATION:		Financial statements and exhibits
        FILED AS OF DATE:		20040504

        FILER:

        	COMPANY DATA:
        		COMPANY CONFORMED NAME:			LARKSPUR BIOLOGICS INC
        		CENTRAL INDEX KEY:			0000123456
        		FISCAL YEAR END:			0630
        </SEC-HEADER>
        <DOCUMENT>
        <TYPE>8-K
        <SEQUENCE>1
        <FILENAME>report.txt
        <TEXT>
                                    FORM 8-K

                                 CURRENT REPORT

                            LARKSPUR BIOLOGICS, INC.
        - --------------------------------------------------------------
             (Exact name of registrant as specified in its charter)

        <PAGE>

        Item 7.  Financial Statements and Exhibits.

             (c) Exhibits

                 99.1  Press release dated May 3, 2004.

        Item 12. Results of Operations and Financial Condition

             On May 3, 2004 the company reported its third quarter.

                                       -2-
        <PAGE>
        </TEXT>
        </DOCUMENT>
        <DOCUMENT>
        <TYPE>EX-99.1
        <SEQUENCE>2
        <FILENAME>release.pdf
        <DESCRIPTION>PRESS RELEASE
        <TEXT>
        <PDF>
        begin 644 release.pdf
        M)5!$1BTQ+C,
        end
        </PDF>
        </TEXT>
        </DOCUMENT>
        """;

    [Fact]
    public void Header_cover_and_headings_give_the_facts()
    {
        var facts = Reading.Read(Submission).Facts;
        Assert.Equal("0000950117-04-000620", facts.Accession);
        Assert.Equal("0000123456", facts.Cik);
        Assert.Equal("LARKSPUR BIOLOGICS, INC.", facts.Company);
        Assert.Equal("8-K", facts.Form);
        Assert.Equal(new DateTimeOffset(2004, 5, 4, 17, 12, 3, TimeSpan.FromHours(-4)), facts.FiledAt);
        Assert.Equal(new DateOnly(2004, 5, 3), facts.EventDate);
        Assert.Equal(["7", "12"], facts.Items);
        Assert.Equal("0630", facts.FiscalYearEnd);
        Assert.Equal([new("99.1", "Press release dated May 3, 2004.") { IsFurnished = true }], facts.Exhibits);
    }

    [Fact]
    public void An_exhibit_in_PDF_is_a_coverage_note()
    {
        var note = Assert.Single(Reading.Read(Submission).Coverage);
        Assert.Equal("EX-99.1", note.Document);
        Assert.Contains("PDF", note.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_marks_and_numbers_are_no_text() =>
        Assert.DoesNotContain("2-", Reading.Read(Submission).Documents[0].Text, StringComparison.Ordinal);
}
