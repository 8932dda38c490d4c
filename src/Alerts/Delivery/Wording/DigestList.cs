using Alerts.Records;

namespace Alerts.Delivery.Wording;

/// <summary>
/// How much a digest shows. Mail services cut messages off at about 100 KB, and a week of every company can bring thousands of changes:
/// so the most important filings are shown with their changes, the next ones in a line each, and what is left is counted.
/// </summary>
/// <param name="Companies">Those of the most important filings.</param>
/// <param name="Others">The next filings, a line each.</param>
/// <param name="Left">How many more filings there are.</param>
internal sealed record DigestList(IReadOnlyList<DigestCompany> Companies, IReadOnlyList<DigestLine> Others, int Left)
{
    private const int MostFilings = 15;
    private const int MostShown = 20;
    private const int MostListed = 60;
    private const int MostOthers = 60;
    private const int MostNotes = 3;

    public static DigestList Of(Digest digest)
    {
        var filings = digest.Filings.Take(MostFilings).ToList();
        // Of each filing its first change, then whatever is most important; what is alike is shared out among the filings.
        var ranked = filings
            .SelectMany((filing, place) => filing.Changes.Select((change, index) => (Filing: place, Index: index, Score: ChangeImportance.Score(change))))
            .OrderByDescending(one => one.Index == 0)
            .ThenByDescending(one => one.Score)
            .ThenBy(one => one.Index)
            .Select(one => one.Filing)
            .ToList();
        var shown = ranked.Take(MostShown).CountBy(place => place).ToDictionary();
        var listed = ranked.Skip(MostShown).Take(MostListed).CountBy(place => place).ToDictionary();
        var sections = filings.Select((filing, place) => Section(filing, shown.GetValueOrDefault(place), listed.GetValueOrDefault(place)));
        return new(
            [.. sections.GroupBy(section => DigestWording.CompanyOf(section.Filing.Filing)).Select(Company)],
            [.. digest.Filings.Skip(MostFilings).Take(MostOthers).Select(filing => new DigestLine(AlertSubject.Of(filing.Filing, filing.Changes), filing.Url))],
            Math.Max(0, digest.Filings.Count - MostFilings - MostOthers));
    }

    private static DigestCompany Company(IGrouping<string, DigestFiling> filings)
    {
        var all = filings.ToList();
        var facts = all[0].Filing.Filing;
        var changes = ChangeImportance.Order(all.SelectMany(filing => filing.Filing.Changes));
        return new(FilingWording.Company(facts), AlertSubject.Of(facts, changes), all);
    }

    private static DigestFiling Section(AlertMaterial filing, int shown, int listed) => new(
        filing,
        [.. filing.Changes.Take(shown)],
        [.. filing.Changes.Skip(shown).Take(listed).Select(change => ChangeWording.Of(change).Title)],
        filing.Changes.Count - shown - listed,
        [.. filing.Coverage.Take(MostNotes)],
        Math.Max(0, filing.Coverage.Count - MostNotes));
}

/// <summary>A company in a digest.</summary>
/// <param name="Title">"ImmunoGen, Inc. (IMGN)".</param>
/// <param name="Line">All of it in a line: "IMGN: MIRASOL top line delayed to early 2023; +2 more".</param>
/// <param name="Filings">Its filings, the most important first.</param>
internal sealed record DigestCompany(string Title, string Line, IReadOnlyList<DigestFiling> Filings);

/// <summary>A filing in a digest.</summary>
/// <param name="Filing">The filing.</param>
/// <param name="Shown">Its most important changes, with all that is known of them.</param>
/// <param name="Listed">The titles of the next ones.</param>
/// <param name="Left">How many more there are.</param>
/// <param name="Notes">What was not understood in it.</param>
/// <param name="NotesLeft">How many more such notes there are.</param>
internal sealed record DigestFiling(
    AlertMaterial Filing, IReadOnlyList<Change> Shown, IReadOnlyList<string> Listed, int Left, IReadOnlyList<CoverageNote> Notes, int NotesLeft);

/// <summary>A filing in a line.</summary>
/// <param name="Text">"IMGN: MIRASOL top line delayed to early 2023; +2 more".</param>
/// <param name="Url">The filing on sec.gov.</param>
internal sealed record DigestLine(string Text, Uri Url);
