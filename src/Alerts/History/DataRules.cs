using Alerts.Records;

namespace Alerts.History;

/// <summary>Follows a result through its data cuts.</summary>
internal sealed class DataRules : StrandRules
{
    private const int KeptValues = 12;
    private const int UnnamedTrialDays = 550;

    public override int? Closeness(Strand strand, Told told)
    {
        var point = (DataPoint)told.Statement;
        // Nought of something is said of many a thing: being nought again proves nothing.
        // A trial without a name is another one after a while.
        if (strand.Traits.Trial is null && point.Trial is null && point.Value != ((DataPoint)strand.Last.Statement).Value
            && strand.Last.Filing.Date.AddDays(UnnamedTrialDays) < told.Filing.Date)
            return null;

        return point.Value is 0 ? 3
            : ValueComparison.SameValue((DataPoint)strand.Last.Statement, point) ? Repeats + 1
            : strand.Earlier.Any(earlier => ValueComparison.SameValue(earlier, point)) ? Repeats
            : 1;
    }

    // Two values in one filing are two results, however alike their wording.
    public override bool FitTogether(Statement a, Statement b) => ValueComparison.SameValue((DataPoint)a, (DataPoint)b);

    // A different value is a revision only of what is surely the same result.
    public override bool MayBe(Strand strand, Told told, TraitMatch match) =>
        !match.Doubtful && (strand.Traits.Trial is null) == (told.Statement.Trial is null);

    public override bool Updates(Strand strand, Told told, TraitMatch match)
    {
        var (before, after) = ((DataPoint)strand.Last.Statement, (DataPoint)told.Statement);
        return strand.Traits.Trial is not null && told.Statement.Trial is not null
            && (after.AsOf > before.AsOf || ValueComparison.Overlap(before, after) == true);
    }

    public override Told Choose(IReadOnlyList<Told> told) => told
        .OrderByDescending(t => Completeness((DataPoint)t.Statement))
        .ThenBy(t => t.Index)
        .First();

    public override Turn Begin(Strand strand) => new(strand, new Verdict(ChangeWord.New), null);

    public override Turn Continue(Strand strand, Told chosen, IReadOnlyList<Told> told)
    {
        var (before, after) = ((DataPoint)strand.Last.Statement, (DataPoint)chosen.Statement);
        if (ValueComparison.SameValue(before, after) && !ValueComparison.IntervalMoved(before, after))
            return new Turn(strand, Verdict.Reaffirmed, strand.Last);
        if (strand.Earlier.Any(earlier => ValueComparison.SameValue(earlier, after) && !ValueComparison.IntervalMoved(earlier, after)))
            return new Turn(strand, Verdict.Reaffirmed, strand.Last);

        var revised = strand with { Last = chosen, Earlier = [before, .. strand.Earlier.Take(KeptValues - 1)] };
        return new Turn(revised, new Verdict(ChangeWord.Revised, ValueComparison.Difference(before, after)), strand.Last);
    }

    private static int Completeness(DataPoint point) =>
        (point.CiLow is null ? 0 : 1) + (point.CiHigh is null ? 0 : 1) + (point.N is null ? 0 : 1) + (point.Of is null ? 0 : 1)
        + (point.PValue is null ? 0 : 1) + (point.AsOf is null ? 0 : 1);
}
