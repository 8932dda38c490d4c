namespace Alerts.Delivery;

/// <summary>Addresses on sec.gov for people.</summary>
public static class SecLinks
{
    /// <summary>
    /// The index page of a filing, which lists its documents:
    /// https://www.sec.gov/Archives/edgar/data/855654/000155837021016273/0001558370-21-016273-index.htm
    /// </summary>
    /// <param name="cik">The filer's CIK, with or without leading zeros.</param>
    /// <param name="accession">The accession number with dashes.</param>
    public static Uri Filing(string cik, string accession) => new(
        $"https://www.sec.gov/Archives/edgar/data/{cik.TrimStart('0')}/{accession.Replace("-", "", StringComparison.Ordinal)}/{accession}-index.htm");
}
