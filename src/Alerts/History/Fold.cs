using Alerts.Records;

namespace Alerts.History;

/// <summary>A change and the strand that it is of.</summary>
internal sealed record FoldEntry(int Strand, Change Change);

/// <summary>
/// History as a pure function: the state of a key and the next filing give the state after it and the changes. The
/// caller sees to it that filings come in the order of their positions; who folds all filings from the beginning
/// and who goes on from a stored state get the same.
/// </summary>
internal sealed class Fold(StatementKey key, string cik)
{
    // Far above what companies have; keeps a key small if a parser goes wild.
    private const int MaxStrands = 128;

    // Guidance for a period that ended long ago is not repeated.
    private const int PastPeriodDays = 800;

    private readonly StrandRules rules = StrandRules.For(key.Kind);
    private readonly ChangeWriter changes = new(key, cik);

    /// <summary>The state after the next filing, with what it changed; reaffirmations are among the changes.</summary>
    public (KeyState State, IReadOnlyList<FoldEntry> Entries) Apply(KeyState state, FilingStep step)
    {
        var found = new List<FoldEntry>();
        // The clock ran between the filings.
        var strands = Advance(state.Strands, step.Filing.Date, found);
        var echoes = step.Told.Where(told => told.Implies is not null).ToList();
        var (continued, begun) = Assignment.Of(key.Kind, rules, strands, [.. step.Told.Where(told => told.Implies is null)]);

        for (var i = 0; i < strands.Count; i++)
        {
            strands[i] = continued.TryGetValue(strands[i].Ordinal, out var told)
                ? Continue(strands[i], told, step, found)
                : echoes.Select(echo => Implication.Closes(strands[i], echo)).FirstOrDefault(status => status is not null) is { } closed
                ? strands[i] with { Status = closed, Lapsed = false }
                : Omission.Check(key.Kind, strands[i], strands, step, continued, begun) is { } doubt
                    ? Omit(strands[i], step, doubt, found)
                    : strands[i];
        }

        var ordinal = strands.Count == 0 ? 0 : strands.Max(strand => strand.Ordinal) + 1;
        foreach (var told in begun)
            strands.Add(Begin(ordinal++, told, strands, step, found));

        return (new KeyState(step.Filing.Position, Prune(strands, step.Filing.Date)), Distinct(found));
    }

    /// <summary>The state on a day without filing: windows that passed by more than 30 days in silence lapse.</summary>
    public (KeyState State, IReadOnlyList<FoldEntry> Entries) AdvanceTo(KeyState state, DateOnly day)
    {
        var found = new List<FoldEntry>();
        return (state with { Strands = Advance(state.Strands, day, found) }, found);
    }

    // A document may say the very same of two things that nothing tells apart.
    private static List<FoldEntry> Distinct(List<FoldEntry> found)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < found.Count; i++)
        {
            while (!names.Add(found[i].Change.Id))
                found[i] = found[i] with { Change = found[i].Change with { Id = ContentHash.Of(found[i].Change.Id, "again") } };
        }

        return found;
    }

    private List<Strand> Advance(IReadOnlyList<Strand> strands, DateOnly day, List<FoldEntry> found)
    {
        var after = new List<Strand>(strands.Count);
        foreach (var strand in strands)
        {
            if (strand.LapsesOn is not { } due || due > day)
            {
                after.Add(strand);
                continue;
            }

            found.Add(new FoldEntry(strand.Ordinal, changes.Lapsed(strand, due)));
            after.Add(strand with { Lapsed = true });
        }

        return after;
    }

    private Strand Continue(Strand strand, List<Told> told, FilingStep step, List<FoldEntry> found)
    {
        var chosen = rules.Choose(told);
        var turn = rules.Continue(strand, chosen, told);
        found.Add(new FoldEntry(strand.Ordinal, changes.Of(turn, chosen)));

        var traits = told.Aggregate(strand.Traits, (traits, t) => traits.Or(Traits.Of(t.Statement)));
        return Said(turn.Strand with { Traits = traits }, told, step, strand.ResultsAt, strand.ResultsRun);
    }

    private Strand Begin(int ordinal, List<Told> told, List<Strand> strands, FilingStep step, List<FoldEntry> found)
    {
        var chosen = rules.Choose(told);
        var traits = told.Aggregate(Traits.Of(chosen.Statement), (traits, t) => traits.Or(Traits.Of(t.Statement)));
        var turn = rules.Begin(new Strand { Ordinal = ordinal, Traits = traits, Last = chosen, SaidAt = step.Filing.Position, Since = step.Filing.Date });
        found.Add(new FoldEntry(ordinal, changes.Of(turn, chosen)));

        // A new period goes on the line of the one before.
        var line = strands.Where(other => Omission.SameLine(key.Kind, other.Traits, traits)).MaxBy(other => other.ResultsAt);
        return Said(turn.Strand, told, step, line?.ResultsAt, line?.ResultsRun ?? 0);
    }

    private static Strand Said(Strand strand, List<Told> told, FilingStep step, Position? resultsAt, int run)
    {
        var said = strand with
        {
            SaidAt = step.Filing.Position,
            Phrases = [.. told.Select(t => t.Statement).OfType<Milestone>().Select(Window.Of).Distinct().Order(WindowOrder.Instance)],
        };
        // A mention without its time does not make the old phrases wrong.
        if (said.Phrases is [{ IsUndated: true }] && !said.Window.IsUndated)
            said = said with { Phrases = strand.Phrases };
        if (step.Results is not { } results)
            return said;

        var inARow = resultsAt is not { } at ? 1
            : at == results.Previous ? run + 1
            : at == step.Filing.Position ? run
            : 1;
        return said with { ResultsAt = step.Filing.Position, ResultsRun = inARow };
    }

    private Strand Omit(Strand strand, FilingStep step, double doubt, List<FoldEntry> found)
    {
        found.Add(new FoldEntry(strand.Ordinal, changes.Omitted(strand, step.Filing, doubt)));
        return strand with { Silent = true };
    }

    private static List<Strand> Prune(List<Strand> strands, DateOnly today)
    {
        var kept = strands.Where(strand => strand.Last.Statement is not FinancialGuidance
            || strand.Last.Filing.Date.AddDays(PastPeriodDays) >= today).ToList();
        while (kept.Count > MaxStrands)
            kept.Remove(kept.MinBy(strand => (strand.SaidAt, strand.Ordinal))!);
        return kept;
    }
}
