using Alerts.Records;

namespace Alerts.History;

/// <summary>Follows the guidance for one metric and period.</summary>
internal sealed class FinancialRules : StrandRules
{
    public override int? Closeness(Strand strand, Told told) =>
        RangeComparison.SameFigures((FinancialGuidance)strand.Last.Statement, (FinancialGuidance)told.Statement) ? Repeats : 1;

    public override bool FitTogether(Statement a, Statement b) => RangeComparison.Nested((FinancialGuidance)a, (FinancialGuidance)b);

    public override bool MayBe(Strand strand, Told told, TraitMatch match) => !match.Doubtful;

    public override bool Updates(Strand strand, Told told, TraitMatch match) => match.Unknown == 0;

    public override Told Choose(IReadOnlyList<Told> told) => told
        .OrderBy(t => RangeComparison.Width((FinancialGuidance)t.Statement))
        .ThenBy(t => t.Index)
        .First();

    public override Turn Begin(Strand strand) => new(strand, new Verdict(ChangeWord.New), null);

    public override Turn Continue(Strand strand, Told chosen, IReadOnlyList<Told> told)
    {
        var before = (FinancialGuidance)strand.Last.Statement;
        // A filing that also gives the figure as it was known has only rounded it elsewhere.
        if (told.Any(t => RangeComparison.SameFigures(before, (FinancialGuidance)t.Statement)))
            return new Turn(strand, Verdict.Reaffirmed, strand.Last);

        var verdict = RangeComparison.Compare(before, (FinancialGuidance)chosen.Statement);
        var status = verdict.Word == ChangeWord.Withdrawn ? StrandStatus.Withdrawn : StrandStatus.Open;
        return new Turn(strand with { Last = chosen, Status = status, Silent = false }, verdict, strand.Last);
    }
}
