using Alerts.Records;

namespace Alerts.Extraction.Results.Endpoints;

/// <summary>
/// Reads all endpoints that have no code of their own. Each way of stating one is a reader; they run in this order over the
/// values that no measure has claimed.
/// </summary>
internal static class EndpointReader
{
    private static readonly IReadOnlyList<Func<Passage, IEnumerable<DataPoint>>> Readers =
    [
        SeriesReader.Read,
        ProportionReader.Read,
        ResponderReader.Read,
        OutcomeRateReader.Read,
        ChangeReader.Read,
        ComparativeReader.Read,
        MeanReader.Read,
        RatioReader.Read,
        PerPatientReader.Read,
        // "…, an 84% reduction": what it is of may have been read since.
        ChangeReader.Read,
    ];

    /// <summary>The endpoints of a sentence; marks their values as used.</summary>
    public static IEnumerable<DataPoint> Read(Passage passage)
    {
        if (!EndpointContext.Allows(passage) || !passage.Free.Any())
            yield break;
        var isComparator = passage.SubjectAt(passage.Free.First().First).IsComparator;
        foreach (var reader in Readers)
        {
            foreach (var point in reader(passage))
            {
                passage.LastEndpoint = point.Term;
                if (point.Program is not null && !isComparator)
                    yield return point with { Term = passage.Scope.Abbreviations.Expand(point.Term ?? ""), Arm = point.Arm ?? passage.Scope.OnlyDose };
            }
        }
    }
}
