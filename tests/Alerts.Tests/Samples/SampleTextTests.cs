using System.Net;
using System.Text.RegularExpressions;
using Alerts.Filings;

namespace Alerts.Tests.Samples;

/// <summary>The samples' words are ours: no run of nine words is shared with any real document of the corpus.</summary>
public sealed partial class SampleTextTests
{
    private const int Run = 9;

    // What the SEC's form and the law's own names oblige everybody to write, and the shape of a header.
    private static readonly string[] Prescribed =
    [
        "united states securities and exchange commission washington d.c 20549",
        "current report pursuant to section 13 or 15 d of the securities exchange act of 1934",
        "date of report date of earliest event reported",
        "exact name of registrant as specified in its charter",
        "state or other jurisdiction of incorporation commission file number irs employer identification no",
        "state or other jurisdiction commission irs employer of incorporation file number identification no",
        "address of principal executive offices zip code",
        "registrant's telephone number including area code",
        "former name or former address if changed since last report",
        "check the appropriate box below if the form 8 k filing is intended to simultaneously satisfy the filing obligation of the registrant under any of the following provisions see general instruction a.2 below",
        "check the appropriate box below if the form 8 k filing is intended to simultaneously satisfy the filing obligation of the registrant under any of the following provisions",
        "written communications pursuant to rule 425 under the securities act 17 cfr 230.425",
        "soliciting material pursuant to rule 14a 12 under the exchange act 17 cfr 240.14a 12",
        "pre commencement communications pursuant to rule 14d 2 b under the exchange act 17 cfr 240.14d 2 b",
        "pre commencement communications pursuant to rule 13e 4 c under the exchange act 17 cfr 240.13e 4 c",
        "securities registered pursuant to section 12 b of the act",
        "title of each class trading symbol name of each exchange on which registered",
        "indicate by check mark whether the registrant is an emerging growth company as defined in rule 405 of the securities act of 1933 17 cfr 230.405 or rule 12b 2 of the securities exchange act of 1934 17 cfr 240.12b 2",
        "if an emerging growth company indicate by check mark if the registrant has elected not to use the extended transition period for complying with any new or revised financial accounting standards provided pursuant to section 13 a of the exchange act",
        "pursuant to the requirements of the securities exchange act of 1934 the registrant has duly caused this report to be signed on its behalf by the undersigned hereunto duly authorized",
        "section 18 of the securities exchange act of 1934",
        "private securities litigation reform act of 1995",
        "cover page interactive data file embedded within the inline xbrl document",
        .. new[] { "1.01", "2.01", "2.02", "3.01", "8.01", "9.01" }.Select(item => Words(Items.Title(item)!)),
    ];

    [CorpusFact]
    public void No_sample_shares_nine_words_in_a_row_with_a_real_document()
    {
        var ours = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Corpus.Root, "samples"), "*.txt"))
        {
            foreach (var run in OwnWords(File.ReadAllText(file)).SelectMany(Runs))
                ours.TryAdd(run, Path.GetFileName(file));
        }

        Assert.NotEmpty(ours);
        var shared = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Corpus.Folder!, "*", SearchOption.AllDirectories))
        {
            foreach (var run in Runs(Words(File.ReadAllText(file))).Where(ours.ContainsKey))
                shared.TryAdd($"{ours[run]}: \"{run}\"", Path.GetRelativePath(Corpus.Folder!, file));
        }

        Assert.True(shared.Count == 0, string.Join('\n', shared));
    }

    // A sample's paragraphs without the SGML header, whose lines are EDGAR's, cut where they say what is prescribed.
    private static IEnumerable<string> OwnWords(string submission) =>
        ParagraphEnd().Split(submission[submission.IndexOf("</SEC-HEADER>", StringComparison.Ordinal)..])
            .Select(Words)
            .SelectMany(words => Prescribed.Aggregate(words, (rest, phrase) => rest.Replace(phrase, "|", StringComparison.Ordinal)).Split('|'));

    private static IEnumerable<string> Runs(string words)
    {
        var list = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var start = 0; start + Run <= list.Length; start++)
            yield return string.Join(' ', list, start, Run);
    }

    private static string Words(string text) => string.Join(
        ' ',
        Word().Matches(WebUtility.HtmlDecode(Tag().Replace(text, " ")).Replace('’', '\'').ToLowerInvariant()).Select(m => m.Value));

    [GeneratedRegex(@"</(?:p|div|td|tr|li|h[1-6])>|<br\s{0,2}/?>|\n[ \t\r]{0,80}\n", RegexOptions.IgnoreCase)]
    private static partial Regex ParagraphEnd();

    [GeneratedRegex("<[^<>]{0,2000}>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[a-z0-9]+(?:[.'][a-z0-9]+){0,3}")]
    private static partial Regex Word();
}
