using Alerts.Records;

namespace Alerts.History;

/// <summary>
/// Decides which strand each statement of a filing is about. Looks only at what was known before the filing and at
/// the filing itself, so that history reads the same forwards as in hindsight; and decides by rank, not by the
/// order of sentences.
/// </summary>
internal sealed class Assignment
{
    private readonly ChangeKind kind;
    private readonly StrandRules rules;
    private readonly IReadOnlyList<Strand> strands;
    private readonly List<(Told Told, Traits Traits)> statements;
    private readonly Dictionary<int, List<Told>> given = [];
    private readonly HashSet<int> placed = [];

    private Assignment(ChangeKind kind, StrandRules rules, IReadOnlyList<Strand> strands, IEnumerable<Told> told)
    {
        this.kind = kind;
        this.rules = rules;
        this.strands = strands;
        statements = [.. told.Select(t => (t, Traits.Of(t.Statement)))];
    }

    /// <summary>The statements of each strand that the filing speaks of, and those that begin a strand.</summary>
    /// <returns>By ordinal of the strand its statements; and a group of statements for each strand that begins.</returns>
    public static (IReadOnlyDictionary<int, List<Told>> Continued, IReadOnlyList<List<Told>> Begun) Of(
        ChangeKind kind, StrandRules rules, IReadOnlyList<Strand> strands, IReadOnlyList<Told> told)
    {
        var assignment = new Assignment(kind, rules, strands, told);
        var candidates = assignment.Candidates();
        assignment.Continue(candidates);
        assignment.Update(candidates);
        return (assignment.given, assignment.Begin());
    }

    private void Continue(List<Candidate> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (placed.Contains(candidate.Statement) || !IsSure(candidate, candidates))
                continue;

            var told = statements[candidate.Statement].Told;
            if (given.TryGetValue(candidate.Strand.Ordinal, out var others))
            {
                if (!others.TrueForAll(other => rules.FitTogether(other.Statement, told.Statement)))
                    continue;
                others.Add(told);
            }
            else
            {
                given[candidate.Strand.Ordinal] = [told];
            }

            placed.Add(candidate.Statement);
        }
    }

    // "5.9 months at the first cut and 6.9 months now": beside the new value the filing recites the known one.
    private void Update(List<Candidate> candidates)
    {
        foreach (var candidate in candidates.Where(candidate => !placed.Contains(candidate.Statement) && !candidate.Match.Doubtful).ToList())
        {
            var (strand, told) = (candidate.Strand, statements[candidate.Statement].Told);
            var isOnlyOne = candidates.Count(other => !placed.Contains(other.Statement) && !other.Match.Doubtful
                && (other.Statement == candidate.Statement || other.Strand.Ordinal == strand.Ordinal)) == 1;
            if (!isOnlyOne || !given.TryGetValue(strand.Ordinal, out var recited)
                || !recited.TrueForAll(other => rules.Closeness(strand, other) >= StrandRules.Repeats)
                || !rules.Updates(strand, told, candidate.Match))
                continue;

            given[strand.Ordinal] = [told];
            placed.Add(candidate.Statement);
        }
    }

    private List<Candidate> Candidates()
    {
        var candidates = new List<Candidate>();
        for (var i = 0; i < statements.Count; i++)
        {
            var (told, traits) = statements[i];
            foreach (var strand in strands)
            {
                if (TraitMatch.Of(kind, strand.Traits, traits) is { } match && rules.Closeness(strand, told) is { } closeness)
                    candidates.Add(new Candidate(i, strand, match, closeness));
            }
        }

        candidates.Sort(Candidate.ByRank);
        return candidates;
    }

    // What both sides name and agree on is sure, and so is what repeats the content. Where one side leaves open what
    // the other names, it is the same thing only if it can be nothing else.
    private bool IsSure(Candidate candidate, List<Candidate> candidates)
    {
        if (candidate.Closeness >= StrandRules.Repeats)
            return true;
        if (candidate.Match is { Unknown: 0, Doubtful: false })
            return !candidates.Exists(other => IsTwin(candidate, other));

        return rules.MayBe(candidate.Strand, statements[candidate.Statement].Told, candidate.Match)
            && !candidates.Exists(other => IsRival(candidate, other));
    }

    // A strand of the same description that is as close: the statement could be either, so it is neither.
    private bool IsTwin(Candidate candidate, Candidate other) =>
        other.Statement == candidate.Statement
        && other.Strand.Ordinal != candidate.Strand.Ordinal
        && other.Match == candidate.Match
        && other.Closeness == candidate.Closeness
        && other.Strand.Status == candidate.Strand.Status
        && !given.ContainsKey(other.Strand.Ordinal);

    private bool IsRival(Candidate candidate, Candidate other)
    {
        if (other.Match.Stated < candidate.Match.Stated || ReferenceEquals(other, candidate))
            return false;

        // Another strand that the statement could be: an open one that this filing has not spoken for.
        if (other.Statement == candidate.Statement)
            return other.Strand.Status == StrandStatus.Open && !given.ContainsKey(other.Strand.Ordinal);

        // Another statement that could be the strand, and is not merely another phrase for the same.
        return other.Strand == candidate.Strand
            && !placed.Contains(other.Statement)
            && (TraitMatch.Of(kind, statements[other.Statement].Traits, statements[candidate.Statement].Traits) is null
                || !rules.FitTogether(statements[other.Statement].Told.Statement, statements[candidate.Statement].Told.Statement));
    }

    private List<List<Told>> Begin()
    {
        var groups = new List<(Traits Traits, List<Told> Told)>();
        // The fullest descriptions first: what leaves more open joins what it fits.
        var rest = Enumerable.Range(0, statements.Count).Where(i => !placed.Contains(i)).Select(i => statements[i])
            .OrderByDescending(s => TraitMatch.Of(kind, s.Traits, s.Traits)?.Stated ?? 0)
            .ThenBy(s => s.Told.Index);
        foreach (var (told, traits) in rest)
        {
            var at = groups.FindIndex(group => Joins(group.Traits, group.Told, traits, told));
            if (at < 0)
                groups.Add((traits, [told]));
            else
                groups[at] = (groups[at].Traits.Or(traits), [.. groups[at].Told, told]);
        }

        return [.. groups.Select(group => group.Told).OrderBy(told => told.Min(t => t.Index))];
    }

    private bool Joins(Traits group, List<Told> others, Traits traits, Told told) =>
        TraitMatch.Of(kind, group, traits) is { Doubtful: false }
        && others.TrueForAll(other => rules.FitTogether(other.Statement, told.Statement));

    /// <summary>A statement and a strand that it could be about.</summary>
    private sealed record Candidate(int Statement, Strand Strand, TraitMatch Match, int Closeness)
    {
        public static int ByRank(Candidate a, Candidate b)
        {
            var order = a.Match.Doubtful.CompareTo(b.Match.Doubtful);
            order = order != 0 ? order : b.Match.Stated.CompareTo(a.Match.Stated);
            order = order != 0 ? order : b.Closeness.CompareTo(a.Closeness);
            order = order != 0 ? order : b.Match.Silent.CompareTo(a.Match.Silent);
            order = order != 0 ? order : (a.Strand.Status != StrandStatus.Open).CompareTo(b.Strand.Status != StrandStatus.Open);
            order = order != 0 ? order : b.Strand.SaidAt.CompareTo(a.Strand.SaidAt);
            order = order != 0 ? order : a.Strand.Ordinal.CompareTo(b.Strand.Ordinal);
            return order != 0 ? order : a.Statement.CompareTo(b.Statement);
        }
    }
}
