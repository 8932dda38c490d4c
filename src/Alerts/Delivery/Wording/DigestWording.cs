using System.Globalization;
using System.Text;
using Alerts.Filings;
using Alerts.Records;
using Alerts.Subscriptions;

namespace Alerts.Delivery.Wording;

/// <summary>What a digest says of itself.</summary>
internal static class DigestWording
{
    /// <summary>
    /// "3 companies, 7 changes: IMGN MIRASOL top line delayed to early 2023; ALNY revenue raised to $75–85M; +5 more", with the most important
    /// change of each company; of a single company what an alert about all of it would say.
    /// </summary>
    /// <param name="filings">At least one, the most important first, and so their changes.</param>
    public static string Subject(IReadOnlyList<AlertMaterial> filings)
    {
        var companies = filings.GroupBy(filing => CompanyOf(filing.Filing)).ToList();
        if (companies.Count == 1)
            return AlertSubject.Of(filings[0].Filing, ChangeImportance.Order(companies[0].SelectMany(filing => filing.Changes)));
        var changes = filings.Sum(filing => filing.Changes.Count);
        var line = new StringBuilder($"{companies.Count} companies, {changes} changes: ");
        for (var told = 0; told < companies.Count; told++)
        {
            var part = Part(companies[told].First());
            var left = changes - told - 1;
            var tail = left == 0 ? "" : $"; +{left} more";
            if (told == 0)
                line.Append(PlainText.Line(part, AlertSubject.Longest - line.Length - tail.Length));
            else if (line.Length + 2 + part.Length + tail.Length <= AlertSubject.Longest)
                line.Append("; ").Append(part);
            else
                return line.Append($"; +{left + 1} more").ToString();
        }

        return changes == companies.Count ? line.ToString() : line.Append($"; +{changes - companies.Count} more").ToString();
    }

    /// <summary>"3 companies, 4 filings, 7 changes".</summary>
    public static string Headline(Digest digest)
    {
        var companies = digest.Filings.Select(filing => CompanyOf(filing.Filing)).Distinct().Count();
        return $"{Count(companies, "company", "companies")}, {Count(digest.Filings.Count, "filing", "filings")}, {Count(digest.Changes.Count(), "change", "changes")}";
    }

    /// <summary>"Daily digest · 20 Nov 2026, 19:15 ET".</summary>
    public static string Title(Digest digest)
    {
        var kind = digest.Cadence switch { Cadence.Daily => "Daily digest", Cadence.Weekly => "Weekly digest", _ => "Digest" };
        return $"{kind} · {EasternTime.From(digest.Created).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)} ET";
    }

    /// <summary>" One e-mail a day, when something changed."; empty where it is the last one.</summary>
    public static string HowOften(Cadence cadence) => cadence switch
    {
        Cadence.Daily => " One e-mail a day, when something changed.",
        Cadence.Weekly => " One e-mail a week, when something changed.",
        _ => "",
    };

    /// <summary>What is the same for all filings of a company.</summary>
    public static string CompanyOf(FilingFacts filing) => filing.Cik ?? filing.Ticker ?? filing.Company ?? "";

    // "IMGN MIRASOL top line delayed to early 2023", "ALNY revenue raised to $75–85M".
    private static string Part(AlertMaterial filing)
    {
        var text = ChangeWording.Of(filing.Changes[0], grouped: false);
        return $"{AlertSubject.Who(filing.Filing)} {(text.Name.Length == 0 ? text.Clause : text.Title)}";
    }

    private static string Count(int number, string one, string many) => $"{number} {(number == 1 ? one : many)}";
}
