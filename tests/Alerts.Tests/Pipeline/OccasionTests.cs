using Alerts.Pipeline;

namespace Alerts.Tests.Pipeline;

public sealed class OccasionTests
{
    [Fact]
    public void Occasion_reads_back_what_it_wrote()
    {
        var filing = new Occasion("0000855654", "0001558370-21-016273");
        var lapse = filing with { LapsedOn = new DateOnly(2023, 1, 31) };

        Assert.Equal("0000855654:0001558370-21-016273", filing.ToString());
        Assert.Equal("0000855654:0001558370-21-016273:2023-01-31", lapse.ToString());
        Assert.Equal(filing, Occasion.Parse(filing.ToString()));
        Assert.Equal(lapse, Occasion.Parse(lapse.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000855654")]
    [InlineData(":x")]
    [InlineData("a:b:2023")]
    [InlineData("a:b:2023-01-31:c")]
    public void What_is_no_occasion_is_refused_by_name(string text) =>
        Assert.Contains($"\"{text}\"", Assert.Throws<FormatException>(() => Occasion.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("0000855654/0001558370-21-016273.txt", true)]
    [InlineData("0000855654/.txt", false)]
    [InlineData("0000855654/x.json", false)]
    [InlineData("x.txt", false)]
    [InlineData("a/b/c.txt", false)]
    public void Filing_is_named_by_company_and_accession(string blob, bool isFiling)
    {
        Assert.Equal(isFiling, FilingKey.TryParse(blob, out var key));
        if (isFiling)
            Assert.Equal(blob, key.BlobName);
    }
}
