using System.Text.Json.Serialization;
using Alerts.Records;

namespace Alerts.History;

/// <summary>
/// Which names of a company's programs are one. What filings teach and what the operator decides are kept apart;
/// groups are made of both, so that the order of learning does not matter.
/// </summary>
internal sealed record NameTable
{
    // Shorter names are not names but initials that many things share.
    private const int MinLength = 3;

    private IReadOnlyDictionary<string, IReadOnlyList<string>>? groups;

    /// <summary>Pairs of keys that filings say are one, each pair and the list in order.</summary>
    public IReadOnlyList<NamePair> Learned { get; init; } = [];

    /// <summary>Pairs that the operator says are one.</summary>
    public IReadOnlyList<NamePair> Joined { get; init; } = [];

    /// <summary>Pairs that the operator says are two, whatever filings say.</summary>
    public IReadOnlyList<NamePair> Parted { get; init; } = [];

    /// <summary>Programs whose history has still to be folded anew since the last change of the table.</summary>
    public IReadOnlyList<string> Pending { get; init; } = [];

    [JsonIgnore]
    private IReadOnlyDictionary<string, IReadOnlyList<string>> Groups => groups ??= BuildGroups();

    /// <summary>All groups of more than one name, in order.</summary>
    [JsonIgnore]
    public IReadOnlyList<IReadOnlyList<string>> All => [.. Groups.Where(group => group.Value[0] == group.Key).Select(group => group.Value)];

    /// <summary>The one key that stands for all names of the program: the first of them.</summary>
    public string Canonical(string program) => Members(program)[0];

    /// <summary>The one key of a program that somebody names, under any of its names.</summary>
    public string CanonicalOf(string name) => Canonical(NameKey.Of(NameKey.Split(name)[0]));

    /// <summary>The keys of all names of the program, in order.</summary>
    public IReadOnlyList<string> Members(string program) => Groups.TryGetValue(program, out var members) ? members : [program];

    /// <summary>The statement key under the name that stands for all.</summary>
    public StatementKey Canonical(StatementKey key) => key with { Program = Canonical(key.Program) };

    /// <summary>All names that were ever said to be one with the program, parted ones too: under any of them rows may have been folded.</summary>
    public IReadOnlyList<string> Family(string program)
    {
        var family = new SortedSet<string>(StringComparer.Ordinal) { program };
        var rest = Learned.Concat(Joined).Concat(Parted).ToList();
        while (rest.FirstOrDefault(pair => family.Contains(pair.A) || family.Contains(pair.B)) is { } pair)
        {
            family.Add(pair.A);
            family.Add(pair.B);
            rest.Remove(pair);
        }

        return [.. family];
    }

    /// <summary>The pairs that a filing teaches.</summary>
    public static IReadOnlyList<NamePair> TaughtBy(ParsedFiling filing)
    {
        var groups = (filing.Aliases ?? []).Select(group => group.SelectMany(NameKey.Split).ToList())
            .Concat(filing.DataPoints.Cast<Statement>().Concat(filing.Guidance)
                .Select(statement => statement.Program).OfType<string>().Distinct().Select(name => NameKey.Split(name).ToList()));
        return [.. groups.SelectMany(Pairs).Distinct().Order()];
    }

    /// <summary>The pairs that a group of names makes: each with the first.</summary>
    public static IEnumerable<NamePair> Pairs(IReadOnlyList<string> names)
    {
        var keys = names.Select(NameKey.Of).Where(key => key.Length >= MinLength).Distinct().ToList();
        return keys.Skip(1).Select(key => NamePair.Of(keys[0], key));
    }

    /// <summary>The table with what a filing teaches; the same table if that is known.</summary>
    public NameTable Learn(IReadOnlyList<NamePair> pairs) => pairs.All(Learned.Contains)
        ? this
        : Follow(new NameTable { Learned = [.. Learned.Union(pairs).Order()], Joined = Joined, Parted = Parted });

    /// <summary>The table with an operator's word that names are one.</summary>
    public NameTable Join(IReadOnlyList<NamePair> pairs) => Follow(new NameTable
    {
        Learned = Learned,
        Joined = [.. Joined.Union(pairs).Order()],
        Parted = [.. Parted.Except(pairs)],
    });

    /// <summary>The table with an operator's word that names are two.</summary>
    public NameTable Part(IReadOnlyList<NamePair> pairs) => Follow(new NameTable
    {
        Learned = Learned,
        Joined = [.. Joined.Except(pairs)],
        Parted = [.. Parted.Union(pairs).Order()],
    });

    // What stood for a group and no longer does, or stands for another group now, is to be folded anew.
    private NameTable Follow(NameTable next)
    {
        var names = Learned.Concat(Joined).Concat(next.Learned).Concat(next.Joined).SelectMany(pair => (string[])[pair.A, pair.B]).Distinct();
        var moved = names.Where(name => !Members(name).SequenceEqual(next.Members(name)));
        return next with { Pending = [.. Pending.Union(moved).Order(StringComparer.Ordinal)] };
    }

    private SortedDictionary<string, IReadOnlyList<string>> BuildGroups()
    {
        var found = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var pair in Learned.Except(Parted).Concat(Joined))
        {
            var members = Of(pair.A).Union(Of(pair.B)).Order(StringComparer.Ordinal).ToList();
            foreach (var member in members)
                found[member] = members;
        }

        return found;

        IEnumerable<string> Of(string name) => found.TryGetValue(name, out var members) ? members : [name];
    }

    /// <summary>Tables are compared by what they hold.</summary>
    public bool Equals(NameTable? other) =>
        other is not null && Learned.SequenceEqual(other.Learned) && Joined.SequenceEqual(other.Joined)
        && Parted.SequenceEqual(other.Parted) && Pending.SequenceEqual(other.Pending);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Learned.Count, Joined.Count, Parted.Count, Pending.Count);
}

/// <summary>Two keys of names, the lesser first.</summary>
internal sealed record NamePair(string A, string B) : IComparable<NamePair>
{
    public static NamePair Of(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? new NamePair(a, b) : new NamePair(b, a);

    public int CompareTo(NamePair? other)
    {
        var order = string.CompareOrdinal(A, other?.A);
        return order != 0 ? order : string.CompareOrdinal(B, other?.B);
    }
}
