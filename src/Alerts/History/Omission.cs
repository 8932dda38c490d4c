using Alerts.Records;

namespace Alerts.History;

/// <summary>
/// Decides when silence speaks: a filing of quarterly results leaves out what such filings used to repeat.
/// </summary>
internal static class Omission
{
    // Results filings further apart than this are not "in a row": the ones between are not in the archive.
    private const int MaxGapDays = 400;

    /// <summary>
    /// How sure it is that the filing's silence about a strand is an omission, from 0 to 1; null where it is none.
    /// </summary>
    public static double? Check(
        ChangeKind kind,
        Strand strand,
        IReadOnlyList<Strand> strands,
        FilingStep step,
        IReadOnlyDictionary<int, List<Told>> continued,
        IReadOnlyList<List<Told>> begun)
    {
        if (step.Results is not { Previous: { } previous } results || strand.Silent || strand.Status != StrandStatus.Open
            || (step.Filing.Position.At - strand.SaidAt.At).TotalDays > MaxGapDays)
            return null;

        return kind switch
        {
            ChangeKind.Milestone => OfMilestone(strand, step.Filing.Date, previous, results),
            ChangeKind.Financial => OfFigure(strand, strands, previous, results, continued, begun),
            _ => null,
        };
    }

    /// <summary>Whether two figures are of one line of the outlook, whatever their periods and units.</summary>
    public static bool SameLine(ChangeKind kind, Traits a, Traits b) =>
        kind == ChangeKind.Financial
        && TraitMatch.Of(kind, a with { Period = null, Unit = null }, b with { Period = null, Unit = null }) is { Doubtful: false };

    private static double? OfMilestone(Strand strand, DateOnly today, Position previous, ResultsContext results)
    {
        // A plan without a time promises nothing that could be left out; a window that has passed is the clock's.
        if (strand.Lapsed || strand.Window.End is not { } end || end < today)
            return null;

        var missedOnce = strand.SaidAt == previous && strand.ResultsRun >= 2 && results.RepeatsNeighbours;
        var missedTwice = strand.SaidAt == results.BeforePrevious;
        return missedOnce ? 0.9 : missedTwice ? (strand.ResultsRun >= 2 ? 0.9 : 0.6) : null;
    }

    private static double? OfFigure(
        Strand strand,
        IReadOnlyList<Strand> strands,
        Position previous,
        ResultsContext results,
        IReadOnlyDictionary<int, List<Told>> continued,
        IReadOnlyList<List<Told>> begun)
    {
        if (strand.SaidAt != previous || !results.RepeatsNeighbours || results.Replaced)
            return null;

        // An outlook is a list that is given anew each quarter, mostly for the next period: its lines are what is repeated.
        if (begun.Any(told => SameLine(ChangeKind.Financial, Traits.Of(told[0].Statement), strand.Traits))
            || strands.Any(other => continued.ContainsKey(other.Ordinal) && SameLine(ChangeKind.Financial, other.Traits, strand.Traits)))
            return null;

        // Of a line with several periods the last one speaks for all.
        if (strands.Any(other => other.Ordinal > strand.Ordinal && other.SaidAt == previous
            && SameLine(ChangeKind.Financial, other.Traits, strand.Traits)))
            return null;

        // Lines that only their wording names come and go with it.
        var isOther = ((FinancialGuidance)strand.Last.Statement).Metric == FinancialMetric.Other;
        return isOther && (strand.ResultsRun < 2 || IsReworded(strand, strands, begun)) ? null : 0.9;
    }

    // "Equity in net income of investees" appears where "income from unconsolidated subsidiaries" is gone.
    private static bool IsReworded(Strand strand, IReadOnlyList<Strand> strands, IReadOnlyList<List<Told>> begun) => begun
        .Select(told => Traits.Of(told[0].Statement))
        .Any(traits => traits.Term.Intersect(strand.Traits.Term).Any()
            && !strands.Any(other => SameLine(ChangeKind.Financial, other.Traits, traits)));
}

/// <summary>A fixed order of windows.</summary>
internal sealed class WindowOrder : IComparer<Window>
{
    public static readonly WindowOrder Instance = new();

    public int Compare(Window x, Window y)
    {
        var order = Nullable.Compare(x.From, y.From);
        return order != 0 ? order : Nullable.Compare(x.To, y.To);
    }
}
