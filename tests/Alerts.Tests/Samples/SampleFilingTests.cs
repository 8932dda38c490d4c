using System.Text.RegularExpressions;
using Alerts.Filings;

namespace Alerts.Tests.Samples;

/// <summary>The samples are what their README says they are.</summary>
public sealed partial class SampleFilingTests
{
    private static readonly string Folder = Path.Combine(Corpus.Root, "samples");

    public static TheoryData<string, string, string, string, string> Filings => new()
    {
        { "0000855654-00-900001", "8-K", "", "2000-05-04", "5 7" },
        { "0000855654-03-900001", "8-K", "2003-08-07 16:12:03 -04:00", "2003-08-07", "7 12" },
        { "0000855654-07-900001", "8-K", "2007-06-04 07:04:12 -04:00", "2007-06-04", "8.01 9.01" },
        { "0000855654-07-900002", "8-K", "2007-08-01 08:03:55 -04:00", "2007-08-01", "8.01 9.01" },
        { "0000855654-09-900001", "8-K", "2009-06-11 07:02:22 -04:00", "2009-06-11", "8.01 9.01" },
        { "0000855654-12-900001", "8-K", "2012-08-27 06:49:08 -04:00", "2012-08-27", "8.01 9.01" },
        { "0000855654-13-900001", "8-K", "2013-02-22 13:15:44 -05:00", "2013-02-22", "8.01 9.01" },
        { "0000855654-13-900002", "8-K", "2013-11-05 08:02:17 -05:00", "2013-11-05", "8.01 9.01" },
        { "0000855654-16-900001", "8-K", "2016-04-29 06:33:09 -04:00", "2016-04-29", "2.02 9.01" },
        { "0000855654-18-900001", "8-K", "2018-08-03 06:31:47 -04:00", "2018-08-03", "2.02 9.01" },
        { "0000855654-18-900002", "8-K", "2018-11-02 06:30:58 -04:00", "2018-11-02", "2.02 9.01" },
        { "0000855654-19-900011", "8-K", "2019-03-01 06:42:10 -05:00", "2019-03-01", "7.01 8.01 9.01" },
        { "0000855654-21-900012", "8-K", "2021-02-12 06:32:05 -05:00", "2021-02-12", "2.02 9.01" },
        { "0000855654-21-900013", "8-K", "2021-05-10 06:31:18 -04:00", "2021-05-10", "2.02 9.01" },
        { "0000855654-21-900014", "8-K", "2021-11-30 06:55:44 -05:00", "2021-11-30", "7.01 9.01" },
        { "0000855654-21-900015", "8-K/A", "2021-12-01 08:14:02 -05:00", "2021-11-30", "7.01 9.01" },
        { "0000855654-22-900016", "8-K", "2022-03-29 07:02:44 -04:00", "2022-03-29", "8.01 9.01" },
        { "0000855654-22-900017", "8-K", "2022-05-23 07:01:31 -04:00", "2022-05-23", "8.01 9.01" },
        { "0000855654-22-900018", "8-K", "2022-11-15 06:15:20 -05:00", "2022-11-14", "7.01 8.01 9.01" },
        { "0000855654-23-900019", "8-K", "2023-03-01 06:31:22 -05:00", "2023-03-01", "2.02 9.01" },
        { "0000855654-23-900020", "8-K", "2023-04-28 06:30:14 -04:00", "2023-04-28", "2.02 9.01" },
        { "0000855654-23-900021", "8-K", "2023-05-03 06:45:01 -04:00", "2023-05-03", "7.01 8.01 9.01" },
        { "0000855654-23-900022", "8-K", "2023-11-30 07:36:55 -05:00", "2023-11-30", "1.01 8.01 9.01" },
        { "0000855654-24-900023", "8-K", "2024-02-12 09:17:33 -05:00", "2024-02-12", "2.01 3.01 5.01 9.01" },
    };

    [Fact]
    public void Every_sample_has_its_row_here_and_in_the_readme()
    {
        var files = Directory.EnumerateFiles(Folder, "*.txt").Select(Path.GetFileNameWithoutExtension).Order();
        var readme = AccessionInTable().Matches(File.ReadAllText(Path.Combine(Folder, "README.md"))).Select(m => m.Groups[1].Value).Order();

        Assert.Equal(Filings.Select(row => (string)row[0]).Order(), files!);
        Assert.Equal(files, readme);
    }

    [Theory]
    [MemberData(nameof(Filings))]
    public void Sample_reads_as_the_filing_that_it_stands_for(string accession, string form, string filedAt, string eventDate, string items)
    {
        var filing = Read(accession);

        Assert.Equal(accession, filing.Facts.Accession);
        Assert.Equal("0000855654", filing.Facts.Cik);
        Assert.Equal("ImmunoGen, Inc.", filing.Facts.Company, ignoreCase: true);
        Assert.Equal("IMGN", filing.Facts.Ticker);
        Assert.Equal(form, filing.Facts.Form);
        Assert.Equal(filedAt, $"{filing.Facts.FiledAt:yyyy-MM-dd HH:mm:ss zzz}");
        Assert.Equal(eventDate, $"{filing.Facts.EventDate:yyyy-MM-dd}");
        Assert.Equal(items, string.Join(' ', filing.Facts.Items));
        Assert.Contains(filing.Facts.Exhibits, exhibit => exhibit.Number == "99.1");
        Assert.Equal(filing.Facts.FiledAt?.Year >= 2021, filing.Facts.Exhibits.Any(exhibit => exhibit.Number == "104"));
        Assert.Equal(["8-K", "EX-99.1"], filing.Documents.Select(document => document.Type[..Math.Min(document.Type.Length, 7)].Replace("8-K/A", "8-K", StringComparison.Ordinal)));
        Assert.Empty(filing.Coverage);
    }

    [Theory]
    [MemberData(nameof(Filings))]
    public void Envelope_is_whole(string accession, string form, string filedAt, string eventDate, string items)
    {
        _ = (filedAt, eventDate, items);
        var text = File.ReadAllText(Path.Combine(Folder, accession + ".txt"));
        var header = text[..text.IndexOf("</SEC-HEADER>", StringComparison.Ordinal)];

        Assert.Contains($"<SEC-DOCUMENT>{accession}.txt : 20", header, StringComparison.Ordinal);
        Assert.Contains($"PUBLIC DOCUMENT COUNT:\t\t{Count(text, "<DOCUMENT>\n")}\n", header, StringComparison.Ordinal);
        Assert.Contains($"FORM TYPE:\t\t{form}\n", header, StringComparison.Ordinal);
        Assert.Equal(Count(text, "<DOCUMENT>\n"), Count(text, "</TEXT>\n</DOCUMENT>\n"));
        Assert.Equal(Enumerable.Range(1, Count(text, "<DOCUMENT>\n")), Sequence().Matches(text).Select(m => int.Parse(m.Groups[1].Value)));
        Assert.Equal(accession.StartsWith("0000855654-0", StringComparison.Ordinal) && !text.StartsWith('<'), text.TrimEnd().EndsWith("-----END PRIVACY-ENHANCED MESSAGE-----", StringComparison.Ordinal));
        Assert.All(text, c => Assert.True(c is '\n' or '\t' or (>= ' ' and <= '~'), $"EDGAR takes ASCII only, not U+{(int)c:X4}"));
    }

    [Fact]
    public void Accession_numbers_cannot_be_those_of_real_filings()
    {
        // A self-filer of this size does not file 900,000 times a year.
        Assert.All(Filings, row => Assert.Matches("^0000855654-[0-9]{2}-9000[0-9]{2}$", (string)row[0]));
    }

    private static ReadFiling Read(string accession) => FilingReader.Read(File.ReadAllBytes(Path.Combine(Folder, accession + ".txt")));

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    [GeneratedRegex(@"^\| (0000855654-\d\d-\d{6}) \|", RegexOptions.Multiline)]
    private static partial Regex AccessionInTable();

    [GeneratedRegex(@"^<SEQUENCE>(\d{1,3})$", RegexOptions.Multiline)]
    private static partial Regex Sequence();
}
