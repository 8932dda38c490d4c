using System.Globalization;
using System.Text.Json;
using Alerts.Filings;

namespace Alerts.Local.Demo;

/// <summary>A company's list of filings in the shape of <c>data.sec.gov/submissions</c>.</summary>
internal static class SubmissionsJson
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The company's file: newest filings first, older ones on pages of their own.</summary>
    /// <param name="company">A submission whose header describes the company.</param>
    /// <param name="tickers">Its symbols.</param>
    /// <param name="visible">What has been accepted, newest first.</param>
    /// <param name="recent">How many filings the file itself lists.</param>
    public static byte[] Company(SampleSubmission company, IReadOnlyList<string> tickers, IReadOnlyList<SampleSubmission> visible, int recent)
    {
        var address = new
        {
            street1 = company.Line("STREET 1"),
            street2 = (string?)null,
            city = company.Line("CITY"),
            stateOrCountry = company.Line("STATE"),
            zipCode = company.Line("ZIP"),
            stateOrCountryDescription = company.Line("STATE"),
        };
        var industry = company.Line("STANDARD INDUSTRIAL CLASSIFICATION").Split(" [", 2);
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                cik = company.Cik.TrimStart('0'),
                entityType = "operating",
                sic = industry.ElementAtOrDefault(1)?.TrimEnd(']') ?? "",
                sicDescription = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(industry[0].ToLowerInvariant()),
                insiderTransactionForOwnerExists = 0,
                insiderTransactionForIssuerExists = 1,
                name = company.Line("COMPANY CONFORMED NAME"),
                tickers,
                exchanges = tickers.Select(_ => "Nasdaq"),
                ein = company.Line("IRS NUMBER") + company.Line("EIN"),
                description = "",
                website = "",
                investorWebsite = "",
                category = "",
                fiscalYearEnd = company.Line("FISCAL YEAR END"),
                stateOfIncorporation = company.Line("STATE OF INCORPORATION"),
                stateOfIncorporationDescription = company.Line("STATE OF INCORPORATION"),
                addresses = new { mailing = address, business = address },
                phone = company.Line("BUSINESS PHONE"),
                flags = "",
                formerNames = Array.Empty<object>(),
                filings = new { recent = Columns(visible.Take(recent)), files = OlderPages(company.Cik, visible, recent) },
            },
            Web);
    }

    /// <summary>The filings of older page <paramref name="number"/> (from 1); null where there is no such page.</summary>
    public static byte[]? OlderPage(IReadOnlyList<SampleSubmission> visible, int recent, int number) =>
        visible.Skip(recent).Chunk(recent).ElementAtOrDefault(number - 1) is { } page
            ? JsonSerializer.SerializeToUtf8Bytes(Columns(page), Web)
            : null;

    private static object[] OlderPages(string cik, IReadOnlyList<SampleSubmission> visible, int recent) =>
    [
        .. visible.Skip(recent).Chunk(recent).Select((page, i) => new
        {
            name = $"CIK{cik}-submissions-{i + 1:000}.json",
            filingCount = page.Length,
            filingFrom = Day(page[^1].FilingDate),
            filingTo = Day(page[0].FilingDate),
        }),
    ];

    private static object Columns(IEnumerable<SampleSubmission> filings)
    {
        var list = filings.ToList();
        return new
        {
            accessionNumber = list.Select(f => f.Accession),
            filingDate = list.Select(f => Day(f.FilingDate)),
            reportDate = list.Select(f => f.ReportDate is { } date ? Day(date) : ""),
            acceptanceDateTime = list.Select(AcceptanceAsListed),
            act = list.Select(f => f.Line("SEC ACT").Replace("19", "", StringComparison.Ordinal).Replace(" Act", "", StringComparison.Ordinal)),
            form = list.Select(f => f.Form),
            fileNumber = list.Select(f => f.Line("SEC FILE NUMBER")),
            filmNumber = list.Select(f => f.Line("FILM NUMBER")),
            items = list.Select(f => f.Items),
            size = list.Select(f => f.Content.Length),
            isXBRL = list.Select(f => f.IsInlineXbrl ? 1 : 0),
            isInlineXBRL = list.Select(f => f.IsInlineXbrl ? 1 : 0),
            primaryDocument = list.Select(f => f.PrimaryDocument),
            primaryDocDescription = list.Select(f => f.PrimaryDescription),
        };
    }

    // EDGAR writes New York's wall clock and calls it UTC. Only days without a time are true UTC: "1994-01-26T05:00:00.000Z".
    private static string AcceptanceAsListed(SampleSubmission filing) =>
        (filing.HasTime ? EasternTime.From(filing.AcceptedAt).DateTime : filing.AcceptedAt.UtcDateTime)
        .ToString("yyyy-MM-dd'T'HH:mm:ss'.000Z'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
