using Alerts.Records;

namespace Alerts.History;

/// <summary>How well the traits of a statement fit those of a strand that they do not contradict.</summary>
/// <param name="Stated">Weight of the traits that both state and that agree.</param>
/// <param name="Silent">Number of traits that both leave open.</param>
/// <param name="Unknown">Number of traits that one states and the other leaves open.</param>
/// <param name="Doubtful">
/// True where the two are the same only if all else agrees: free text that overlaps in part, or a subgroup against none.
/// </param>
internal readonly record struct TraitMatch(int Stated, int Silent, int Unknown, bool Doubtful)
{
    /// <summary>Compares traits of one kind of statement; null where they contradict each other.</summary>
    public static TraitMatch? Of(ChangeKind kind, Traits a, Traits b)
    {
        if (a.Planned != b.Planned)
            return null;

        var match = (TraitMatch?)default(TraitMatch);
        match = match.With(a.Trial, b.Trial, 8, TrialName.Same);
        match = match.With(a.Phase, b.Phase, 2, SamePhase);
        match = match.With(a.What, b.What, 4);
        match = match.With(a.Assessor, b.Assessor, 4);
        match = match.With(a.Grade, b.Grade, 4);
        match = match.With(a.Unit, b.Unit, 1);
        match = match.With(a.Basis, b.Basis, 2);
        match = match.With(a.Period, b.Period, 8, doubtfulIfUnknown: true);
        match = match.With(a.At, b.At, 4, doubtfulIfUnknown: true);
        // Results of a subgroup are not those of the whole; a milestone of a trial may leave out for whom it is.
        match = match.With(a.Who, b.Who, doubtfulIfUnknown: kind == ChangeKind.Data);
        match = match.With(a.Arm, b.Arm, doubtfulIfUnknown: true);
        return match.With(a.Term, b.Term, doubtfulIfUnknown: true);
    }

    // "2" may be said of a Phase 2b trial, but 2a is not 2b and 1/2 is neither 1 nor 2.
    private static bool SamePhase(string a, string b) => a == b
        || (a.Length == 1 && b.Length == 2 && b[0] == a[0])
        || (b.Length == 1 && a.Length == 2 && a[0] == b[0]);
}

/// <summary>Adds one trait after the other to a match.</summary>
internal static class TraitMatchBuilder
{
    public static TraitMatch? With(
        this TraitMatch? match, string? a, string? b, int weight, Func<string, string, bool>? same = null, bool doubtfulIfUnknown = false)
    {
        if (match is not { } so)
            return null;
        if (a is null || b is null)
            return Open(so, a is null && b is null, doubtfulIfUnknown);

        var equal = same?.Invoke(a, b) ?? string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
        return equal ? so with { Stated = so.Stated + weight } : null;
    }

    public static TraitMatch? With(this TraitMatch? match, IReadOnlyList<string> a, IReadOnlyList<string> b, bool doubtfulIfUnknown)
    {
        if (match is not { } so)
            return null;
        if (a.Count == 0 || b.Count == 0)
            return Open(so, a.Count == 0 && b.Count == 0, doubtfulIfUnknown);

        return Wording.Compare(a, b) switch
        {
            Likeness.Same => so with { Stated = so.Stated + 4 },
            Likeness.Partial => so with { Stated = so.Stated + 1, Doubtful = true },
            _ => null,
        };
    }

    private static TraitMatch Open(TraitMatch match, bool bothSilent, bool doubtfulIfUnknown) => bothSilent
        ? match with { Silent = match.Silent + 1 }
        : match with { Unknown = match.Unknown + 1, Doubtful = match.Doubtful || doubtfulIfUnknown };
}
