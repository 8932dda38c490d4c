using System.Text;
using Alerts.Extraction;
using Alerts.Filings;
using Alerts.Records;
using FsCheck;
using FsCheck.Fluent;

namespace Alerts.Tests.Filings;

/// <summary>
/// Bytes to records in one go, whatever the bytes: every record is proven by its document, and memory grows with the size alone. Work
/// that grows with the square of the size does not end here.
/// </summary>
public sealed class HostileFilingTests
{
    private const int BytesPerByte = 1500;

    private const string Report =
        "<SEC-DOCUMENT>0000123456-23-000001.txt : 20230503\n<SEC-HEADER>\n<ACCEPTANCE-DATETIME>20230503160102\nACCESSION NUMBER:\t0000123456-23-000001\nCONFORMED SUBMISSION TYPE:\t8-K/A\n"
        + "ITEM INFORMATION:\tOther Events\nFILED AS OF DATE:\t20230503\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>8-K/A\n<TEXT>\nFORM 8-K/A\n\nThis report amends the Form 8-K filed on May 1, 2023.\n\n"
        + "Item 7.01   Regulation FD Disclosure\n\nThe release is attached as Exhibit 99.1 and shall not be deemed filed.\n\nItem 9.01   Exhibits\n\n99.1*   Press Release\n\n* Furnished herewith.\n</TEXT>\n</DOCUMENT>\n"
        + "<DOCUMENT>\n<TYPE>EX-99.1\n<FILENAME>a.htm\n<TEXT>\n<html><body><p align=center><b>Larkspur Announces Results of the Phase 2 AURORA Trial of Zelitinib in Patients with Cancer</b></p>"
        + "<p>BOSTON, May 3, 2023 &#150; Larkspur Biologics, Inc. (Nasdaq: LKSP) said that the ORR of zelitinib (LKB-17) was 32.4%<sup>1</sup> (95% CI: 23.6%, 42.2%; 12/37) and median PFS 9.2 months "
        + "versus 5.6 months with chemotherapy (HR=0.58; p&lt;0.0001) at 168 mg/m<sup>2</sup>.</p><ul><li>Nausea (41% all grade; 6% grade 3+) and rash (29%)</ul>"
        + "<p>The company expects topline data in the second half of 2025, a BLA submission by year-end, and revenue of $10 million to $12 million for fiscal 2024.</p>"
        + "<table><tr><td rowspan=2>Endpoint</td><td colspan=2>Zelitinib (N=53)</td></tr><tr><td>n (%)</td><td>95% CI</td></tr><tr><td>ORR</td><td>17 (32.1)</td><td>19.9, 46.3</td></tr></table></body></html>\n"
        + "</TEXT>\n</DOCUMENT>\n";

    private static readonly byte[] Sample = Encoding.UTF8.GetBytes(Report);

    [Fact]
    public void The_sample_holds_what_the_mutations_break()
    {
        var parsed = Parse(Sample);
        Assert.Contains(parsed.DataPoints, point => point.Value == 32.4);
        Assert.Contains(parsed.Guidance, guidance => guidance is Milestone);
        Assert.Contains(parsed.Guidance, guidance => guidance is FinancialGuidance);
        Assert.Equal(new DateOnly(2023, 5, 1), parsed.Filing.AmendsFiledOn);
    }

    [Fact]
    public void A_filing_cut_anywhere_gives_proven_records()
    {
        for (var length = 0; length < Sample.Length; length += 13)
            Check(Sample.AsSpan(0, length));
    }

    [Fact]
    public void Flipped_bytes_give_proven_records() => Prop.ForAll(
        Gen.ListOf(Gen.Choose(0, Sample.Length - 1).Zip(Gen.Choose(0, 255), (at, value) => (at, (byte)value))).ToArbitrary(),
        flips =>
        {
            var bytes = (byte[])Sample.Clone();
            foreach (var (at, value) in flips)
                bytes[at] = value;
            Check(bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [InlineData("<")]
    [InlineData(" ")]
    [InlineData("\n")]
    public void Pieces_in_any_order_give_proven_records(string separator)
    {
        var pieces = Report.Split(separator);
        Prop.ForAll(Gen.ListOf(Gen.Choose(0, pieces.Length - 1)).ToArbitrary(), order => Check(Encoding.UTF8.GetBytes(string.Join(separator, order.Select(i => pieces[i])))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Every_encoding_gives_the_same_records(string encoding)
    {
        var encoder = Encoding.GetEncoding(encoding);
        Assert.Equal(Json(Parse(Sample)), Json(Parse([.. encoder.Preamble, .. encoder.GetBytes(Report)])));
    }

    public static TheoryData<string, string, int> Large => new()
    {
        { "20 MB of one line", "word and ", 2_200_000 },
        { "20 MB of one word", "x", 20_000_000 },
        { "20 MB of nulls", "\0", 20_000_000 },
        { "sentences of one paragraph", "The ORR of zelitinib was 32.4% (12/37; 95% CI: 4, 6). ", 20_000 },
        { "a sentence without end", "ORR was 32.4% (95% CI 4-6) and PFS was 5 months and expects data in the first half of 2025 ", 10_000 },
        { "announcements", "The company expects topline data of zelitinib in the second half of 2025. ", 12_000 },
        { "outlooks", "The company expects revenue of $10 million to $12 million for fiscal 2025. ", 12_000 },
        { "bullets", "- ORR 32.4% (12/37)\n", 40_000 },
        { "short paragraphs", "ORR 5%\n\n", 40_000 },
        { "headings", "## Zelitinib results\n\n", 40_000 },
        { "names", "Zelitinib (ABC-123) and Boratumab (XYZ-9) in the AURORA trial (NCT01234567). ", 12_000 },
        { "abbreviations", "A.a. ", 200_000 },
        { "percentages", "5% ", 50_000 },
        { "lists", "5%, 6% and 7%, respectively, ", 10_000 },
        { "rows", "| ORR n (%) | 17 (32) | 5 (9.8) |\n", 20_000 },
        { "items", "Item 8.01 Other Events\n\nText. Exhibit 99.1\n\n", 20_000 },
        { "exhibits", "99.1*   Press release\n\n* Furnished herewith.\n\n", 20_000 },
        { "statements", "shall not be deemed filed. Form 8-K filed on May 3, 2021, ", 20_000 },
        { "parentheses", "(", 2_000_000 },
    };

    [Theory]
    [MemberData(nameof(Large))]
    public void Large_filings_end_and_take_memory_in_proportion(string what, string piece, int times)
    {
        Assert.NotEmpty(what);
        var bytes = Encoding.UTF8.GetBytes("# Results of the Phase 2 trial of zelitinib in patients\n\n" + new StringBuilder(piece.Length * times).Insert(0, piece, times));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Check(bytes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000 + ((long)bytes.Length * BytesPerByte));
    }

    [Theory]
    [InlineData("<div>ORR was 32.4% in patients ")]
    [InlineData("<table><tr><td>5%")]
    [InlineData("<ul><li>5% of patients")]
    [InlineData("<b><i></b>5%</i><p>")]
    [InlineData("&amp;lt;&#146;&nbsp;&bogus;<p>5%")]
    public void Nesting_ten_thousand_deep_ends(string open) =>
        Check(Encoding.UTF8.GetBytes("<html><body><p>Results of the Phase 2 trial</p>" + new StringBuilder().Insert(0, open, 10_000)));

    private static ParsedFiling Parse(ReadOnlySpan<byte> bytes) => FilingExtractor.Extract(FilingReader.Read(bytes.ToArray()));

    private static string Json(ParsedFiling parsed) => System.Text.Json.JsonSerializer.Serialize(parsed, RecordJson.Options);

    private static void Check(ReadOnlySpan<byte> bytes)
    {
        var filing = FilingReader.Read(bytes.ToArray());
        var parsed = FilingExtractor.Extract(filing);
        foreach (var record in parsed.DataPoints.Concat<Statement>(parsed.Guidance))
            Assert.True(Evidence.Holds(filing, record), record.Quote);
        Assert.NotEmpty(Json(parsed));
    }
}
