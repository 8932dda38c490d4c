using Alerts.Records;

namespace Alerts.History;

/// <summary>What a filing's statements do to a strand, or begin one with.</summary>
/// <param name="Strand">The strand after it.</param>
/// <param name="Verdict">What happened.</param>
/// <param name="Before">The statement compared with; null where there is none.</param>
internal sealed record Turn(Strand Strand, Verdict Verdict, Told? Before);

/// <summary>What differs between milestones, results and figures in following them over time.</summary>
internal abstract class StrandRules
{
    /// <summary>From this closeness on a statement says what the strand already says.</summary>
    public const int Repeats = 10;

    /// <summary>The rules for a kind.</summary>
    public static StrandRules For(ChangeKind kind) => kind switch
    {
        ChangeKind.Data => new DataRules(),
        ChangeKind.Milestone => new MilestoneRules(),
        ChangeKind.Financial => new FinancialRules(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Expected data, milestone or financial."),
    };

    /// <summary>How close a statement's content is to what the strand says, from 0; null where it cannot be the same thing.</summary>
    public abstract int? Closeness(Strand strand, Told told);

    /// <summary>Whether two statements of one filing may be two phrases for one thing.</summary>
    public abstract bool FitTogether(Statement a, Statement b);

    /// <summary>
    /// Whether a statement that leaves open what the strand names (or the other way round) may be taken for it,
    /// given that there is no other strand it could be.
    /// </summary>
    public abstract bool MayBe(Strand strand, Told told, TraitMatch match);

    /// <summary>Whether a statement is what became of a strand whose known content the same filing recites.</summary>
    public abstract bool Updates(Strand strand, Told told, TraitMatch match);

    /// <summary>The statement that counts among those of one filing: of several phrases the narrowest.</summary>
    public abstract Told Choose(IReadOnlyList<Told> told);

    /// <summary>The turn with which a strand begins.</summary>
    public abstract Turn Begin(Strand strand);

    /// <summary>The turn that a filing's statements give to a strand.</summary>
    public abstract Turn Continue(Strand strand, Told chosen, IReadOnlyList<Told> told);
}
