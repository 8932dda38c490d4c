using Alerts.Records;

namespace Alerts.Filings;

/// <summary>The exhibits that a filing names in its index, and those it holds.</summary>
internal static class Exhibits
{
    /// <summary>Exhibits by the index of the 8-K first, then those that only the submission shows.</summary>
    /// <param name="report">The 8-K document; null where there is none.</param>
    /// <param name="documents">Type and description of the filing's documents.</param>
    public static List<Exhibit> Read(FilingDocument? report, IEnumerable<(string Type, string? Description)> documents)
    {
        var held = documents.Where(IsExhibit).Select(document => (Number: document.Type[3..], document.Description)).ToList();
        List<Exhibit> exhibits = report is null ? [] : ExhibitIndex.Read(report, [.. held.Select(document => document.Number).Distinct(StringComparer.Ordinal)]);
        foreach (var (number, description) in held)
        {
            if (!exhibits.Exists(exhibit => ExhibitIndex.IsSame(exhibit.Number, number)))
                exhibits.Add(new Exhibit(number, description));
        }

        return exhibits;
    }

    private static bool IsExhibit((string Type, string? Description) document) =>
        document.Type.StartsWith("EX-", StringComparison.OrdinalIgnoreCase) && document.Type.Length > 3
        && !document.Type.StartsWith("EX-101", StringComparison.OrdinalIgnoreCase);
}
