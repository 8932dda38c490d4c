using Alerts.Delivery.Wording;
using Alerts.History;
using Alerts.Records;

namespace Alerts.Pages.Companies;

/// <summary>Chooses the results that a page shows.</summary>
internal static class ResultList
{
    /// <summary>The last value of each endpoint, the most important first; of very many those that matter most.</summary>
    public static IReadOnlyList<Change> Latest(IEnumerable<Change> results, int most) => [.. results
        .OrderByDescending(result => result.At)
        .DistinctBy(SubjectText.Of, StringComparer.OrdinalIgnoreCase)
        // A value of long ago, however important, comes after those of the last report.
        .OrderByDescending(result => result.At!.Value.Year)
        .ThenByDescending(Importance)
        .Take(most)];

    // Whether a value is new or revised matters to an alert, not to a table of values.
    private static int Importance(Change result) => ChangeImportance.Score(result with { Word = ChangeWord.Reaffirmed });
}
