using System.Text;
using Alerts.Filings;

namespace Alerts.Tests.Filings;

/// <summary>Silence never stands for "nothing there".</summary>
public sealed class CoverageTests
{
    [Theory]
    [InlineData("<html><body><img src='a.jpg'><p>&nbsp;</p></body></html>", "only images")]
    [InlineData("   ", "no text")]
    [InlineData("%PDF-1.7\n1 0 obj", "PDF")]
    [InlineData("<?xml version='1.0'?><xbrl><context/></xbrl>", "XML")]
    [InlineData("<SEC-DOCUMENT>x\n<SEC-HEADER>\n</SEC-HEADER>\n", "no documents")]
    [InlineData("FORM 10-Q\n\nQuarterly report.", "10-Q")]
    [InlineData("# Results\n\nRevenue 4,7294,27710,0838,703 and Costs 1,5421,0863,2302,543 and 6,2715,36313,31311,246", "run together")]
    public void What_is_not_read_is_said(string content, string reason) =>
        Assert.Contains(Reading.Read(content).Coverage, note => note.Reason.Contains(reason, StringComparison.Ordinal));

    [Fact]
    public void A_picture_beside_the_documents_is_nothing_to_say() =>
        Assert.Empty(FilingReader.Read(Encoding.ASCII.GetBytes(
            "<SEC-DOCUMENT>x\n<DOCUMENT>\n<TYPE>8-K\n<TEXT>\nItem 8.01 Other Events\n\nIt happened.\n</TEXT>\n</DOCUMENT>\n"
            + "<DOCUMENT>\n<TYPE>GRAPHIC\n<FILENAME>logo.jpg\n<TEXT>\nbegin 644 logo.jpg\nM_]C\nend\n</TEXT>\n</DOCUMENT>\n")).Coverage);

    [Fact]
    public void Another_form_keeps_its_documents_and_its_name()
    {
        var filing = Reading.Read("FORM 6-K\n\nReport of a foreign private issuer.");
        Assert.Equal("6-K", filing.Facts.Form);
        Assert.Empty(filing.Facts.Items);
        Assert.Equal("6-K", filing.Documents[0].Type);
    }
}
