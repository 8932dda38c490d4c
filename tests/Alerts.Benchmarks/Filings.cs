using System.Text;

namespace Alerts.Benchmarks;

/// <summary>What the benchmarks read: the corpus of real submissions where it lies beside the checkout, else the project's own samples.</summary>
internal static class Filings
{
    private const int SmallestSet = 4_000_000;

    /// <summary>Submissions of a few megabytes together.</summary>
    public static IReadOnlyList<byte[]> All() =>
        Folder("shared/corpus/filings/full-submissions") is { } corpus ? Read(corpus)
        : Folder("samples") is { } samples ? Repeated(Read(samples))
        : [Generate(SmallestSet)];

    /// <summary>The files of a folder.</summary>
    public static IReadOnlyList<byte[]> Read(string folder) =>
        [.. Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file) is ".txt" or ".nc").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    /// <summary>A submission of about so many bytes: a report and a release that goes on with other studies of other drugs.</summary>
    public static byte[] Generate(int size)
    {
        var text = new StringBuilder(size + 4000);
        text.Append("<SEC-DOCUMENT>0000123456-24-000001.txt : 20240503\n<SEC-HEADER>\n<ACCEPTANCE-DATETIME>20240503160102\nACCESSION NUMBER:\t0000123456-24-000001\n")
            .Append("CONFORMED SUBMISSION TYPE:\t8-K\nITEM INFORMATION:\tRegulation FD Disclosure\nFILED AS OF DATE:\t20240503\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n")
            .Append("FORM 8-K\n\nItem 7.01   Regulation FD Disclosure\n\nA press release is attached as Exhibit 99.1.\n\nSIGNATURES\n</TEXT>\n</DOCUMENT>\n")
            .Append("<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n<html><body><p align=center><b>Larkspur Biologics Reports Results of Its Studies</b></p>\n")
            .Append("<p>BOSTON, May 3, 2024 &#150; Larkspur Biologics, Inc. (Nasdaq: LKSP) today reported results of its clinical trials in patients with cancer.</p>\n");
        for (var study = 1; text.Length < size; study++)
            Append(text, study);
        return Encoding.UTF8.GetBytes(text.Append("</body></html>\n</TEXT>\n</DOCUMENT>\n").ToString());
    }

    private static void Append(StringBuilder text, int study)
    {
        var (rate, months, year) = (10 + (study * 37 % 500 / 10.0), 3 + (study * 17 % 120 / 10.0), 2025 + (study % 3));
        text.Append(
            $"""
            <p style="font-weight:bold;margin-top:12pt">Study LKB-{study:000} in second-line disease</p>
            <p style="font-family:'Times New Roman';font-size:10pt;text-indent:24pt">In the Phase 2 trial of LKB-{study:000}, the confirmed ORR was {rate:0.0}% (95% CI: {rate - 6:0.0}, {rate + 7:0.0}) in {40 + study % 60}
            evaluable patients, and the median PFS was {months:0.0} months. The treatment was well tolerated, and no patient left the study for an adverse event.</p>
            <ul><li>Nausea was seen in {study % 50}% of patients, mostly of Grade 1 or 2.</li><li>The company expects top-line data of LKB-{study:000} in the second half of {year}.</li></ul>
            <table style="width:100%"><tr><td></td><td colspan="2">LKB-{study:000} (N={40 + study % 60})</td><td colspan="2">Placebo (N=41)</td></tr>
            <tr><td>ORR, n (%)</td><td>{study % 40}</td><td>({rate:0.0})</td><td>4</td><td>(9.8)</td></tr></table>
            <p>Management said that it is pleased with the course of the study, which is run at sites in North America and Europe, and that it will meet the agency in due course.</p>

            """);
    }

    private static List<byte[]> Repeated(IReadOnlyList<byte[]> filings)
    {
        var size = Math.Max(1, filings.Sum(filing => filing.Length));
        return [.. Enumerable.Repeat(filings, 1 + SmallestSet / size).SelectMany(all => all)];
    }

    private static string? Folder(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, relative) is var found && Directory.Exists(found))
                return found;
        }

        return null;
    }
}
