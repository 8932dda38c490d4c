using System.Text;
using Alerts.Filings;
using FsCheck;
using FsCheck.Fluent;

namespace Alerts.Tests.Filings;

/// <summary>
/// Whatever the bytes: the reader returns, and every offset that it gives is right. A reader whose time grows with the
/// square of its input does not finish the large cases here.
/// </summary>
public sealed class RobustnessTests
{
    private const string Release =
        "<html><body><p style='text-align:center'><b>Larkspur Reports Results</b></p><p>BOSTON, May 3, 2021 &#150; Larkspur Biologics, Inc. "
        + "(Nasdaq: LKSP) today reported an ORR of 32.4%<sup>1</sup> at 6 mg/m<sup>2</sup>.</p><table><tr><td>&#9679;</td><td>First entry</td></tr></table>"
        + "<table><tr><td></td><td colspan='2'>2021</td><td colspan='2'>2020</td></tr><tr><td>Revenue</td><td>$</td><td>12.5</td><td>$</td><td>(10.1</td><td>)</td></tr>"
        + "</table><ul><li>One<ul><li>Two</li></ul></li></ul></body></html>";

    private const string Text =
        "FORM 8-K\n\nItem 2.02   Results of Operations\n\nOn May 3, 2021 the company reported its results for the quarter, which were better than\nexpected.\n\n"
        + "<TABLE>\n<S>                <C>       <C>\nRevenue          $ 12,345  $ 11,222\nNet loss           (1,234)     (987)\n</TABLE>\n\n-2-\n<PAGE>\n    o  one entry\n";

    private const string Markdown =
        "---\ntitle: \"Results\"\n---\n\n* *entry* with [link](https://example.com)\n\n| a | b |\n| --- | --- |\n| x | 1 |\n\n```\nRevenue    12   13\nLoss        1    2\n```\n";

    private static readonly string Submission =
        "<SEC-DOCUMENT>0000123456-21-000001.txt : 20210503\n<SEC-HEADER>\n<ACCEPTANCE-DATETIME>20210503160102\nACCESSION NUMBER:\t0000123456-21-000001\n"
        + "CONFORMED SUBMISSION TYPE:\t8-K\nITEM INFORMATION:\tOther Events\nFILED AS OF DATE:\t20210503\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n" + Text
        + "</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TYPE>EX-99.1\n<FILENAME>a.htm\n<TEXT>\n" + Release + "\n</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TYPE>GRAPHIC\n<TEXT>\nbegin 644 a.jpg\nM_]C_\n`\nend\n</TEXT>\n</DOCUMENT>\n";

    public static TheoryData<string> Samples => [Release, Text, Markdown, Submission];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_cut_anywhere_is_read(string sample)
    {
        var bytes = Encoding.UTF8.GetBytes(sample);
        for (var length = 0; length < bytes.Length; length += 7)
            ReadAndCheck(bytes.AsSpan(0, length));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Changed_bytes_are_read(string sample)
    {
        var bytes = Encoding.UTF8.GetBytes(sample);
        Prop.ForAll(Mutations(bytes.Length).ToArbitrary(), mutations =>
        {
            var changed = (byte[])bytes.Clone();
            foreach (var (at, value) in mutations)
                changed[at] = value;
            ReadAndCheck(changed);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Pieces_in_any_order_are_read(string sample)
    {
        var pieces = sample.Split('<');
        Prop.ForAll(Gen.ListOf(Gen.Choose(0, pieces.Length - 1)).ToArbitrary(), order =>
            ReadAndCheck(Encoding.UTF8.GetBytes(string.Join('<', order.Select(i => pieces[i])))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Any_bytes_are_read() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => ReadAndCheck(bytes)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    public void Every_encoding_gives_the_same_text(string encoding)
    {
        var expected = FilingReader.Read(Encoding.ASCII.GetBytes(Submission)).Documents.Select(document => document.Text);
        var encoder = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. encoder.Preamble, .. encoder.GetBytes(Submission)];
        Assert.Equal(expected, FilingReader.Read(bytes).Documents.Select(document => document.Text));
    }

    [Fact]
    public void UTF_16_without_a_mark_is_recognised() =>
        Assert.Equal("8-K", FilingReader.Read(Encoding.Unicode.GetBytes(Submission)).Facts.Form);

    [Fact]
    public void Windows_1252_bytes_and_numerics_are_the_signs_that_their_author_saw()
    {
        byte[] raw = [.. "<html><p>the company"u8, 0x92, .. "s trial "u8, 0x96, .. " &#147;on track&#148; &#133;</p></html>"u8];
        Assert.Equal("the company’s trial – “on track” …", FilingReader.Read(raw).Documents[0].Text);
    }

    [Fact]
    public void Nulls_and_marks_of_no_width_vanish() =>
        Assert.Equal("progression free", FilingReader.Read("<html><p>prog\0ression&#8203; f&shy;ree</p></html>"u8.ToArray()).Documents[0].Text);

    [Theory]
    [InlineData("<div>", "</div>")]
    [InlineData("<b>", "")]
    [InlineData("<font size=1>", "")]
    [InlineData("<table><tr><td>", "</td></tr></table>")]
    [InlineData("<ul><li>", "")]
    [InlineData("<b><i></b></i><p>", "")]
    [InlineData("<span style='display:block'><font color=red>", "")]
    public void Nesting_ten_thousand_deep_keeps_the_text(string open, string close)
    {
        var text = "<html><body>" + Repeat(open, 10_000) + "the end" + Repeat(close, 10_000);
        Assert.Contains("the end", Reading.Read(text).Documents[0].Text, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Large => new()
    {
        { "one line", Repeat("word and ", 2_200_000) },
        { "one word", new string('x', 20_000_000) },
        { "one paragraph", "<html><p>" + Repeat("word and ", 2_200_000) },
        { "brackets", "# x\n" + new string('[', 20_000_000) },
        { "half links", "# x\n" + Repeat("[[[a](", 1_000_000) },
        { "angles", "<html>" + new string('<', 4_000_000) },
        { "a million divisions", "<html>" + Repeat("<div>", 1_000_000) },
        { "unclosed fonts and paragraphs", "<html>" + Repeat("<font size=1>", 5_000) + Repeat("<p>x", 50_000) },
        { "entities", "<html><p>" + Repeat("&amp;&lt;&#146;&nbsp;&bogus;", 100_000) },
        { "line breaks", "<html><p>" + Repeat("hello there<br>", 200_000) },
        { "spanning cells", "<html><table>" + Repeat("<tr><td colspan=1000 rowspan=65534>x</td><td>2</td></tr>", 5_000) },
        { "a row of cells", "<html><table>" + Repeat("<tr>" + Repeat("<td>1</td>", 50_000) + "</tr>", 2) },
        { "columns of blanks", Repeat(Repeat("12,345   ", 5_000) + "\n", 20) },
        { "rows of blanks", Repeat("Revenue      12,345     23,456\n", 50_000) },
        { "pages cut in a sentence", Repeat("This is a full line of text that goes on without any blank line at all ever\n\n", 100_000) },
        { "documents", "<SEC-DOCUMENT>\n" + Repeat("<DOCUMENT>", 100_000) },
        { "nulls", new string('\0', 5_000_000) },
        { "unclosed comment", "<html><!--" + Repeat("x-", 2_000_000) },
        { "parentheses", "BOSTON, May 1, 2020 -- " + Repeat("(Nasdaq", 500_000) },
        { "items", "FORM 8-K\n\nItems " + Repeat("1, ", 1_000_000) },
    };

    [Theory]
    [MemberData(nameof(Large))]
    public void Time_and_memory_grow_with_the_size_alone(string what, string text)
    {
        Assert.NotEmpty(what);
        ReadAndCheck(Encoding.UTF8.GetBytes(text));
    }

    [CorpusFact]
    public void Every_file_of_the_corpus_is_read_whole_cut_and_damaged()
    {
        var random = new Random(1);
        foreach (var path in Directory.EnumerateFiles(Corpus.Folder!, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(path);
            ReadAndCheck(bytes);
            if (bytes.Length is 0 or > 300_000)
                continue;
            ReadAndCheck(bytes.AsSpan(0, random.Next(bytes.Length)));
            for (var i = 0; i < 50; i++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            ReadAndCheck(bytes);
        }
    }

    private static Gen<List<(int At, byte Value)>> Mutations(int length) =>
        Gen.ListOf(Gen.Choose(0, length - 1).Zip(Gen.Choose(0, 255), (at, value) => (at, (byte)value))).Select(list => list.ToList());

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static void ReadAndCheck(ReadOnlySpan<byte> bytes)
    {
        var filing = FilingReader.Read(bytes.ToArray());
        foreach (var document in filing.Documents)
        {
            var end = 0;
            foreach (var block in document.Blocks)
            {
                Assert.True(block.Text.Length > 0);
                Assert.True(block.Start >= end);
                end = block.Start + block.Text.Length;
                Assert.True(document.Text.AsSpan(block.Start, block.Text.Length).SequenceEqual(block.Text));
                foreach (var cell in block.Cells)
                    Assert.True(document.Text.AsSpan(cell.Start, cell.Text.Length).SequenceEqual(cell.Text));
            }
        }

        if (filing.Documents.Count == 0)
            Assert.NotEmpty(filing.Coverage);
    }
}
