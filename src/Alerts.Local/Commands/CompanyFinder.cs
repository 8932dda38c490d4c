using Alerts.Edgar;
using Alerts.Pipeline;

namespace Alerts.Local.Commands;

/// <summary>Finds companies of a data folder by what a person types.</summary>
internal static class CompanyFinder
{
    /// <summary>The companies that are meant: all of them where nothing is typed.</summary>
    /// <exception cref="InputException">None is meant; the message lists those that are known.</exception>
    public static async Task<IReadOnlyList<Company>> FindAsync(CompanyStore companies, string? text, CancellationToken cancellation)
    {
        var known = new List<Company>();
        await foreach (var company in companies.ListAsync(cancellation))
            known.Add(company);
        if (text is null)
            return known;

        var cik = EdgarNames.TryCik(text, out var digits) ? digits : null;
        var found = known.Where(company => company.Key == cik || Same(company.Key, text) || Same(company.Ticker, text)).ToList();
        if (found.Count == 0)
            found = [.. known.Where(company => company.Name?.Contains(text, StringComparison.OrdinalIgnoreCase) == true)];
        return found.Count > 0
            ? found
            : throw new InputException($"No company \"{text}\" in this data folder; it knows {(known.Count == 0 ? "none" : string.Join(", ", known.Select(company => company.Title)))}.");
    }

    /// <summary>The one company that is meant.</summary>
    /// <exception cref="InputException">None or several are meant.</exception>
    public static async Task<Company> FindOneAsync(CompanyStore companies, string? text, CancellationToken cancellation) =>
        await FindAsync(companies, text, cancellation) switch
        {
            [var company] => company,
            [] => throw new InputException("This data folder knows no company yet; ingest filings or watch a company first."),
            var several => throw new InputException($"Which company is meant: {string.Join(", ", several.Select(company => company.Title))}? Name one with --company."),
        };

    private static bool Same(string? name, string text) => string.Equals(name, text, StringComparison.OrdinalIgnoreCase);
}
